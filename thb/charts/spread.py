"""How long something took: dots along a line of days, the median, the count."""

from collections.abc import Mapping, Sequence
from math import sqrt
from typing import Final, NamedTuple

from thb.charts.bars import WIDTH
from thb.charts.marks import (
    Anchor,
    Dot,
    Look,
    Picture,
    Stretch,
    Stroke,
    Tone,
    Words,
)
from thb.numbers import grouped

ROOM_FOR_YEAR: Final = 70
ROOM_FOR_COUNT: Final = 96
HEAD: Final = 24
PITCH: Final = 72
SMALLEST: Final = 3.0
LARGEST: Final = 13.0
FOOT: Final = 30


class Span(NamedTuple):
    """The days of one year: how many took how long; half took at most the median."""

    label: str
    days: Mapping[int, int]
    median: int
    persons: int


def spread(shown: Sequence[Span], counted: str) -> Picture:
    """Return a line of dots for each; a dot's surface tells how many it stands for.

    `counted` heads the column of the counts.
    """
    longest = max(max(span.median, *span.days) for span in shown) or 1
    right = WIDTH - ROOM_FOR_COUNT
    scale = (right - ROOM_FOR_YEAR - LARGEST) / longest
    most = max(max(span.days.values()) for span in shown)
    words = [Words(counted, WIDTH, 16, Tone.REMARK, Anchor.END)]
    lines: list[Stretch] = []
    dots: list[Dot] = []
    for at, span in enumerate(shown):
        line = HEAD + at * PITCH + 44
        middle = round(ROOM_FOR_YEAR + span.median * scale, 1)
        lines.append(Stretch(Stroke.AXIS, ROOM_FOR_YEAR, line, right, line))
        lines.append(Stretch(Stroke.MIDDLE, middle, line - 22, middle, line + 16))
        words.append(Words(span.label, 0, line + 5))
        words.append(_median(span, middle, line, right))
        words.append(
            Words(grouped(span.persons), WIDTH, line + 5, Tone.NUMBER, Anchor.END)
        )
        dots += [
            Dot(
                Look.FIRST,
                round(ROOM_FOR_YEAR + day * scale, 1),
                line,
                round(max(SMALLEST, LARGEST * sqrt(number / most)), 1),
            )
            for day, number in sorted(span.days.items())
        ]
    height = HEAD + PITCH * len(shown) + FOOT
    words += [
        _tick(0, ROOM_FOR_YEAR, height),
        _tick(longest, right - LARGEST, height),
    ]
    return Picture(WIDTH, height, [], words, lines, dots)


def _median(span: Span, middle: float, line: float, right: float) -> Words:
    """Return the median in words above its line, on the side where there is room."""
    near_the_end = middle > (ROOM_FOR_YEAR + right) / 2
    anchor = Anchor.END if near_the_end else Anchor.START
    return Words(grouped(span.median), middle, line - 27, Tone.NUMBER, anchor)


def _tick(days: int, x: float, height: float) -> Words:
    """Return a number of days below the lines."""
    return Words(grouped(days), x, height - 8, Tone.REMARK, Anchor.MIDDLE)
