"""Numbers in words: "twenty-seven", "on iki", "двадцать семь", with their endings."""

from collections.abc import Mapping, Sequence
from decimal import Decimal
from typing import Final, NamedTuple

from reports.reading.numerals import az, en, ru
from reports.reading.tokens import Token

WORDS: Final[Mapping[str, Mapping[str, int]]] = {
    "az": az.WORDS,
    "en": en.WORDS,
    "ru": ru.WORDS,
}
SCALES: Final[Mapping[str, Mapping[str, int]]] = {
    "az": az.SCALES,
    "en": en.SCALES,
    "ru": ru.SCALES,
}
HUNDRED: Final = 100
JOINING: Final = {"en": ("and",), "az": (), "ru": ()}


class Spelt(NamedTuple):
    """A number in words: its value and how many tokens it takes."""

    value: Decimal
    length: int


def spelt(words: Sequence[Token], at: int, language: str) -> Spelt | None:
    """Return the number in words that begins at a token, the longest there is."""
    reader = _Reader(language)
    place = at
    while place < len(words):
        taken = reader.take(words, place)
        if not taken:
            break
        place += taken
    return Spelt(Decimal(reader.value), place - at) if reader.begun else None


class _Reader:
    """Adds up the words of one number; each must be smaller than what came before."""

    def __init__(self, language: str) -> None:
        self.units, self.scales = WORDS[language], SCALES[language]
        self.joining = JOINING[language]
        self.total = 0
        self.group = 0
        self.room = 10**12
        self.begun = False
        self.after_scale = False

    @property
    def value(self) -> int:
        return self.total + self.group

    def take(self, words: Sequence[Token], place: int) -> int:
        """Take one more word; return how many tokens it took, 0 when it ends."""
        skipped = self._joined(words, place)
        word = words[place + skipped].fold if place + skipped < len(words) else ""
        if self._unit(self.units.get(word)) or self._scale(self.scales.get(word)):
            self.begun = True
            return skipped + 1
        return 0

    def _joined(self, words: Sequence[Token], place: int) -> int:
        """Return 1 for a joining word or dash within the number."""
        if not self.begun or place + 1 >= len(words):
            return 0
        here, before = words[place], words[place - 1]
        dash = here.text in "-‑" and here.start == before.end
        return int(dash or (self.after_scale and here.fold in self.joining))

    def _unit(self, value: int | None) -> bool:
        if value is None or value >= self.room or (self.begun and value == 0):
            return False
        self.group += value
        self.after_scale = False
        self.room = _room(value)
        return True

    def _scale(self, scale: int | None) -> bool:
        if scale is None or (self.group == 0 and self.begun):
            return False
        self.after_scale = True
        if scale == HUNDRED:
            return self._hundred()
        if self.total and scale >= self.total:
            return False
        self.total += (self.group or 1) * scale
        self.group, self.room = 0, scale
        return True

    def _hundred(self) -> bool:
        if self.group > 9:  # noqa: PLR2004 - only a digit stands before it
            return False
        self.group = (self.group or 1) * HUNDRED
        self.room = HUNDRED
        return True


def _room(value: int) -> int:
    """Return what the next word must stay below: after twenty a digit, after 3 none."""
    if value >= HUNDRED:
        return HUNDRED
    tens = value >= 20 and value % 10 == 0  # noqa: PLR2004 - twenty, thirty, ...
    return 10 if tens or value == 10 else 0  # noqa: PLR2004 - "on iki"
