"""The text of a file: TXT as it is, DOCX and PDF by a process with narrow limits."""

import re
from pathlib import Path
from typing import Final

from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from thb.isolated import TooHardError, answer_of

PROGRAM: Final = Path(__file__).with_name("extract.py")
SECONDS: Final = 25
LARGEST_BYTES: Final = 10 * 1024**2
MOST_NUMBERS: Final = 10_000
NUMBER: Final = re.compile(r"\d+")
MOST_LETTERS: Final = 1_000_000
PACKED: Final = (b"%PDF-", b"PK")
UTF_16: Final = (b"\xff\xfe", b"\xfe\xff")
SUFFIXES: Final = (".txt", ".docx", ".pdf")
FAULTS: Final = {
    "unknown": _("Choose a TXT, a DOCX or a PDF file: this file is none of them."),
    "broken": _("The file is damaged and cannot be read. Save it anew and choose it."),
    "locked": _("The file is closed with a password. Save it without one."),
    "large": _("The file becomes too large when it is opened. Paste its text."),
    "pages": _("The PDF has more than 500 pages. Check it in parts."),
    "long": _("The text is longer than a million characters. Check it in parts."),
    "numbers": _("There are more than 10 000 numbers in it. Check it in parts."),
    "empty": _("There is no text in this file: it may be pictures of pages."),
    "encoding": _("The letters of this file cannot be read. Save it as UTF-8."),
}
TOO_HARD: Final = _("The file takes too long to read. Paste its text.")


def text_of(content: bytes) -> str:
    """Return the text of a file; `ValidationError` with what to do otherwise."""
    if len(content) > LARGEST_BYTES:
        raise _refusal("large")
    text = _unpacked(content) if content.startswith(PACKED) else _decoded(content)
    if len(text) > MOST_LETTERS:
        raise _refusal("long")
    return checked(text)


def checked(text: str) -> str:
    """Return a text that is not empty, and is no heap of numbers."""
    if not text.strip():
        raise _refusal("empty")
    if sum(1 for _number in NUMBER.finditer(text)) > MOST_NUMBERS:
        raise _refusal("numbers")
    return text


def _refusal(word: str) -> ValidationError:
    return ValidationError(FAULTS.get(word, TOO_HARD), word)


def _decoded(content: bytes) -> str:
    """Return plain text; a mark of the byte order is no part of it."""
    encoding = "utf-16" if content.startswith(UTF_16) else "utf-8-sig"
    try:
        text = content.decode(encoding)
    except UnicodeDecodeError as error:
        raise _refusal("unknown" if b"\0" in content else "encoding") from error
    if "\0" in text:
        raise _refusal("unknown")
    return text


def _unpacked(content: bytes) -> str:
    try:
        kind, text = answer_of(PROGRAM, content, SECONDS)
    except TooHardError as error:
        raise ValidationError(TOO_HARD, "too_hard") from error
    if kind != "text":
        raise _refusal(kind)
    return text.decode()
