"""Capital and small letters as the reader's language has them.

In Azerbaijani i and ı are two letters, whose capitals are İ and I.
"""

from collections.abc import Callable, Mapping
from typing import Final

from django.utils.translation import get_language

AZERBAIJANI: Final = "az"
CAPITALS: Final = {"i": "İ", "ı": "I"}
SMALL: Final = {capital: small for small, capital in CAPITALS.items()}

ALPHABET: Final = "abcçdeəfgğhxıijkqlmnoöprsştuüvwyz"  # of Azerbaijani; w is a guest
PLACES: Final = {letter: f"{place:02}" for place, letter in enumerate(ALPHABET)}


def alphabetically(text: str) -> str:
    """Return what sorts the text by the Azerbaijani alphabet; other letters follow."""
    small = "".join(SMALL.get(letter, letter.lower()) for letter in text)
    return "".join(map(_place, small))


def in_order(text: str) -> str:
    """Return what sorts the text by the alphabet of the reader's language."""
    spoken = get_language() or ""
    return alphabetically(text) if spoken.startswith(AZERBAIJANI) else text.casefold()


def _place(letter: str) -> str:
    """Return what sorts a letter: after what is none, before those of others."""
    return PLACES.get(letter, f"~{letter}") if letter.isalpha() else "  "


def capfirst(text: object) -> str:
    """Return the text with a capital first letter."""
    return _with_first(str(text), CAPITALS, str.upper)


def smallfirst(text: object) -> str:
    """Return the text as it stands inside a sentence; an abbreviation stays."""
    words = str(text)
    return words if words[1:2].isupper() else _with_first(words, SMALL, str.lower)


def _with_first(text: str, own: Mapping[str, str], usual: Callable[[str], str]) -> str:
    first = text[:1]
    spoken = get_language() or ""
    other = own.get(first) if spoken.startswith(AZERBAIJANI) else None
    return (other or usual(first)) + text[1:]
