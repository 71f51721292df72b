"""All texts that people read, in the three languages side by side, for a check."""

from collections.abc import Iterator
from pathlib import Path
from typing import Final, NamedTuple

from babel.messages.catalog import Catalog, Message
from babel.messages.pofile import read_po
from django.conf import settings

LANGUAGES: Final = ("az", "ru")
FORMS_APART: Final = " | "  # the plural forms of one text


class Text(NamedTuple):
    """One text: where it is used, what it belongs to, and its words."""

    used: str
    context: str
    english: str
    azerbaijani: str
    russian: str
    remark: str = ""


HEADINGS: Final = Text(
    "Where used",
    "Context",
    "English",
    "Azərbaycan dili",
    "Русский",
    "What should stand there instead",
)


def texts() -> Iterator[Text]:
    """Yield the texts, those used in one file together; the last column is free."""
    catalogues = [catalogue(language) for language in LANGUAGES]
    first, second = catalogues
    found = sorted(filter(is_text, first), key=place)
    for message in found:
        other = second.get(english_of(message)[0], message.context)
        yield Text(
            ", ".join(files_of(message)),
            str(message.context or ""),
            FORMS_APART.join(english_of(message)),
            words(message),
            words(other) if other else "",
        )


def catalogue(language: str) -> Catalog:
    """Return the catalogue of a language."""
    path = Path(settings.BASE_DIR, "locale", language, "LC_MESSAGES", "django.po")
    with path.open("rb") as file:
        return read_po(file, locale=language)


def is_text(message: Message) -> bool:
    """Tell whether it is a text, and not the head of the catalogue."""
    return bool(message.id)


def place(message: Message) -> tuple[list[str], list[str]]:
    """Return where a text stands in the list."""
    return files_of(message), english_of(message)


def files_of(message: Message) -> list[str]:
    """Return the files in which a text is used."""
    return sorted({file for file, _line in message.locations})


def english_of(message: Message) -> list[str]:
    """Return the text as the code has it, one and many where these differ."""
    return [message.id] if isinstance(message.id, str) else list(message.id)


def words(message: Message) -> str:
    """Return the translation, all its plural forms."""
    string = message.string
    return string if isinstance(string, str) else FORMS_APART.join(string or ())
