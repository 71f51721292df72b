"""Bars below each other: their labels before them, their numbers after them."""

from collections.abc import Sequence
from typing import Final

from thb.charts.chart import Bar
from thb.charts.lettering import GAP, room_for, shortened
from thb.charts.marks import Anchor, Box, Picture, Stretch, Stroke, Tone, Words
from thb.numbers import grouped

WIDTH: Final = 560
PITCH: Final = 34  # from one bar to the next
THICK: Final = 22
ABOVE: Final = 3
BASELINE: Final = 19  # of the words, below the top of the row
LONGEST_BAR: Final = 350
ROOM_FOR_NUMBER: Final = 84


def bars(shown: Sequence[Bar]) -> Picture:
    """Return the bars; one that is not recorded is hatched."""
    left = room_for(bar.label for bar in shown)
    room = min(LONGEST_BAR, WIDTH - left - ROOM_FOR_NUMBER)
    longest = max(bar.value for bar in shown) or 1
    widths = [round(room * bar.value / longest, 1) for bar in shown]
    height = PITCH * len(shown)
    return Picture(
        WIDTH,
        height,
        [
            Box(bar.look, left, at * PITCH + ABOVE, width, THICK)
            for at, (bar, width) in enumerate(zip(shown, widths, strict=True))
        ],
        [
            words
            for at, (bar, width) in enumerate(zip(shown, widths, strict=True))
            for words in named(bar, left, left + width, at * PITCH + BASELINE)
        ],
        [Stretch(Stroke.AXIS, left, 0, left, height)],
    )


def named(bar: Bar, left: float, end: float, baseline: float) -> list[Words]:
    """Return the label before a bar and the number after it."""
    after = round(end + GAP * 2 / 3, 1)
    return [
        Words(shortened(bar.label), left - GAP, baseline, anchor=Anchor.END),
        Words(grouped(bar.value), after, baseline, Tone.NUMBER),
    ]
