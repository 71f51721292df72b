"""How much room words take. Phones write larger letters into the same picture."""

from collections.abc import Iterable
from textwrap import wrap
from typing import Final

from django.utils.text import Truncator

LETTER: Final = 11.6  # the width of a wide letter, Cyrillic ones too, as phones have it
FEWEST_LETTERS: Final = 9  # a short word may be of wide letters alone
LONGEST_LABEL: Final = 30  # letters; the table has the whole label
GAP: Final = 12


def shortened(label: str, letters: int = LONGEST_LABEL) -> str:
    """Return the label as far as there is room for it."""
    return Truncator(label).chars(letters)


def room_for(labels: Iterable[str]) -> float:
    """Return the width of the longest of the labels, with a gap after it."""
    letters = max(len(shortened(label)) for label in labels)
    return round(max(letters, FEWEST_LETTERS) * LETTER + GAP)


def in_lines(words: str, width: float) -> list[str]:
    """Return the words broken into lines that fit the width; a long one stays whole."""
    letters = max(FEWEST_LETTERS, int(width / LETTER))
    return wrap(words, letters, break_long_words=False, break_on_hyphens=False)
