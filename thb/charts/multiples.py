"""Small charts side by side, year below year, all of them on one scale."""

from collections.abc import Sequence
from typing import Final, NamedTuple

from thb.charts.bars import WIDTH
from thb.charts.lettering import GAP, in_lines
from thb.charts.marks import Box, Look, Picture, Stretch, Stroke, Tone, Words
from thb.numbers import grouped

ROOM_FOR_YEAR: Final = 62
ROOM_FOR_NUMBER: Final = 58
LINE: Final = 19
PITCH: Final = 30
THICK: Final = 18
BASELINE: Final = 17
NOT_KNOWN: Final = "–"


class Number(NamedTuple):
    """A number of one year; `earlier` of it began in earlier years."""

    value: int | None
    url: str = ""
    earlier: int = 0


class Panel(NamedTuple):
    """One of the small charts: what it counts, and a number for each year."""

    title: str
    numbers: Sequence[Number]


def multiples(years: Sequence[int], panels: Sequence[Panel]) -> Picture:
    """Return the panels; the last year is dark, those before it are grey."""
    pitch = (WIDTH - ROOM_FOR_YEAR) / len(panels)
    heads = [in_lines(panel.title, pitch - GAP) for panel in panels]
    top = LINE * max(map(len, heads)) + 10
    known = [n.value or 0 for panel in panels for n in panel.numbers]
    scale = (pitch - GAP - ROOM_FOR_NUMBER) / (max(known) or 1)
    height = top + PITCH * len(years)
    lefts = [round(ROOM_FOR_YEAR + at * pitch, 1) for at in range(len(panels))]
    boxes: list[Box] = []
    words = [
        Words(line, left, 16 + at * LINE, Tone.REMARK)
        for left, lines in zip(lefts, heads, strict=True)
        for at, line in enumerate(lines)
    ]
    for at, year in enumerate(years):
        y = top + at * PITCH
        words.append(Words(str(year), 0, y + BASELINE))
        last = at == len(years) - 1
        for left, panel in zip(lefts, panels, strict=True):
            drawn = bar(panel.numbers[at], left, y, scale, last=last)
            boxes += drawn[0]
            words.append(drawn[1])
    axes = [Stretch(Stroke.AXIS, left, top - 2, left, height) for left in lefts]
    return Picture(WIDTH, height, boxes, words, axes)


def bar(
    number: Number, left: float, top: float, scale: float, *, last: bool
) -> tuple[list[Box], Words]:
    """Return the bar of one number and the words after it; none where not known."""
    if number.value is None:
        return [], Words(NOT_KNOWN, left + 8, top + BASELINE, Tone.NUMBER)
    own = number.value - number.earlier
    looks = (Look.FIRST, Look.EARLIER) if last else (Look.PAST, Look.PAST)
    boxes: list[Box] = []
    end = left
    for look, value in zip(looks, (own, number.earlier), strict=True):
        width = round(value * scale, 1)
        if value:
            boxes.append(Box(look, round(end, 1), top + 2, width, THICK))
        end += width
    after = round(end + 8, 1)
    return boxes, Words(grouped(number.value), after, top + BASELINE, Tone.NUMBER)
