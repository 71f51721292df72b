"""What a number does to the words beside it, in each language of the report."""

from collections.abc import Callable, Mapping, Sequence
from decimal import Decimal
from typing import Final

from reports.counting import Number
from reports.narrative.grammar import azerbaijani, russian
from reports.narrative.grammar.words import SMALL_NUMBERS

AZ: Final = "az"
EN: Final = "en"
RU: Final = "ru"
LANGUAGES: Final = (AZ, RU, EN)
"""The languages of the report; the first is the master."""

FORMS: Final[Mapping[str, tuple[int, ...]]] = {AZ: (1,), EN: (1, 2), RU: (1, 3)}
"""How many forms of a word may stand after a number."""


def form(forms: Sequence[str], number: Number, language: str, *, rough: bool) -> str:
    """Return the form of a word that the number asks for; one form serves all.

    `rough` is a number with "about" or "more than" before it: in Russian it takes the
    genitive.
    """
    if len(forms) == 1:
        return forms[0]
    return forms[CHOICES[language](number, rough)]


def _english(number: Number, _rough: bool) -> int:
    return 0 if number == 1 else 1


def _azerbaijani(_number: Number, _rough: bool) -> int:
    return 0


CHOICES: Final[Mapping[str, Callable[[Number, bool], int]]] = {
    AZ: _azerbaijani,
    EN: _english,
    RU: russian.form,
}


def suffixed(text: str, number: Number, suffix: str, *, percent: bool) -> str:
    """Return the number with an Azerbaijani suffix: 91-i, 2019-cu, 54,3 %-i."""
    spoken = "faiz" if percent else azerbaijani.last_word(number)
    return f"{text}-{azerbaijani.suffix(spoken, suffix)}"


def in_words(number: Number, language: str) -> str:
    """Return one to ten as a word; nothing for another number."""
    words = SMALL_NUMBERS[language]
    whole = Decimal(number) == int(number) and 0 < number <= len(words)
    return words[int(number) - 1] if whole else ""
