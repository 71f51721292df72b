"""A number of every year as columns, and for a phone as bars below each other."""

from collections.abc import Mapping, Sequence
from typing import Final, NamedTuple

from thb.charts.bars import ABOVE, BASELINE, PITCH, THICK
from thb.charts.bars import WIDTH as NARROW
from thb.charts.marks import (
    Anchor,
    Box,
    Look,
    Picture,
    Stretch,
    Stroke,
    Tone,
    Words,
)
from thb.numbers import grouped

ABREAST: Final = 44
COLUMN: Final = 28
HEIGHT: Final = 220
ROOM_ABOVE: Final = 24
ROOM_FOR_A_MARK: Final = 22
BASE: Final = 194
NOT_KNOWN: Final = "–"
ROOM_FOR_YEAR: Final = 62
ROOM_FOR_NUMBER: Final = 130


class Year(NamedTuple):
    """A year with its number, null where it is not told, and a mark beside it."""

    year: int
    value: int | None
    mark: str = ""

    @property
    def text(self) -> str:
        """Return the number in words."""
        return NOT_KNOWN if self.value is None else grouped(self.value)


def every_year(
    values: Mapping[int, int | None], marks: Mapping[int, str] | None = None
) -> list[Year]:
    """Return each year from the first to the last, with none left out."""
    noted = marks or {}
    return [
        Year(year, values.get(year), noted.get(year, ""))
        for year in range(min(values), max(values) + 1)
    ]


def columns(shown: Sequence[Year]) -> Picture:
    """Return the columns; the last is dark, those before it are grey."""
    marked = ROOM_FOR_A_MARK if any(year.mark for year in shown) else 0
    highest = max(year.value or 0 for year in shown) or 1
    scale = (BASE - ROOM_ABOVE - marked) / highest
    boxes: list[Box] = []
    words: list[Words] = []
    for at, year in enumerate(shown):
        height = round((year.value or 0) * scale, 1)
        top, middle = round(BASE - height, 1), at * ABREAST + ABREAST // 2
        if height:
            boxes.append(
                Box(look(shown, at), middle - COLUMN // 2, top, COLUMN, height)
            )
        words.append(
            Words(year.text, middle, round(top - 6, 1), Tone.NUMBER, Anchor.MIDDLE)
        )
        under = Words(str(year.year), middle, BASE + 18, Tone.REMARK, Anchor.MIDDLE)
        words.append(under)
        if year.mark:
            words.append(Words(year.mark, middle, 14, Tone.REMARK, Anchor.MIDDLE))
    lines = [
        Stretch(Stroke.DASHED, at * ABREAST + 2, 20, at * ABREAST + 2, BASE)
        for at, year in enumerate(shown)
        if year.mark
    ]
    width = ABREAST * len(shown)
    lines.append(Stretch(Stroke.AXIS, 0, BASE, width, BASE))
    return Picture(width, HEIGHT, boxes, words, lines)


def rows(shown: Sequence[Year]) -> Picture:
    """Return the same as bars below each other, for a narrow page."""
    highest = max(year.value or 0 for year in shown) or 1
    scale = (NARROW - ROOM_FOR_YEAR - ROOM_FOR_NUMBER) / highest
    boxes: list[Box] = []
    words: list[Words] = []
    for at, year in enumerate(shown):
        top, width = at * PITCH, round((year.value or 0) * scale, 1)
        if width:
            boxes.append(Box(look(shown, at), ROOM_FOR_YEAR, top + ABOVE, width, THICK))
        words.append(Words(str(year.year), 0, top + BASELINE))
        after = round(ROOM_FOR_YEAR + width + 8, 1)
        words.append(Words(year.text, after, top + BASELINE, Tone.NUMBER))
        if year.mark:
            words.append(
                Words(year.mark, NARROW, top + BASELINE, Tone.REMARK, Anchor.END)
            )
    height = PITCH * len(shown)
    axis = Stretch(Stroke.AXIS, ROOM_FOR_YEAR, 0, ROOM_FOR_YEAR, height)
    return Picture(NARROW, height, boxes, words, [axis])


def look(shown: Sequence[Year], at: int) -> Look:
    """Return how the bar of a year is filled."""
    return Look.FIRST if at == len(shown) - 1 else Look.PAST


def in_words(shown: Sequence[Year]) -> str:
    """Return the years in words."""
    return ", ".join(f"{year.year}: {year.text}" for year in shown)
