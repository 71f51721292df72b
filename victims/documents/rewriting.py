"""An uploaded file written anew by a process that may use little memory and time."""

from pathlib import Path
from typing import Final, NamedTuple

from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from thb.isolated import TooHardError, answer_of
from victims.choices import Media

PROGRAM: Final = Path(__file__).with_name("rewrite.py")
SECONDS: Final = 30
FAULTS: Final = {
    "unknown": _("Choose a JPEG, a PNG or a PDF file: this file is none of them."),
    "broken": _("The file is damaged and cannot be read. Save it anew and choose it."),
    "pixels": _("The picture has more than 40 million pixels. Make it smaller."),
    "pages": _("The PDF has more than 300 pages. Upload it in parts."),
    "locked": _("The PDF is closed with a password. Save it without one."),
    "large": _("The file becomes too large when it is checked. Make it smaller."),
}
TOO_HARD: Final = _("The file could not be checked. Save it anew and choose it.")


class Rewritten(NamedTuple):
    """What is stored of an uploaded file: its kind as its content shows it."""

    media: Media
    content: bytes


def rewritten(content: bytes) -> Rewritten:
    """Return the file without anything but what is seen; `ValidationError` otherwise.

    Pictures lose what the camera wrote (place, time, owner), PDFs their scripts,
    actions, links, forms and attached files.
    """
    try:
        kind, made = answer_of(PROGRAM, content, SECONDS)
    except TooHardError as error:
        raise ValidationError(TOO_HARD, "too_hard") from error
    if kind not in Media.values:
        raise ValidationError(FAULTS.get(kind, TOO_HARD), kind)
    return Rewritten(Media(kind), made)
