"""Bars in groups: one group a value, one bar for each of the same few series."""

from collections.abc import Sequence
from typing import Final, NamedTuple

from thb.charts.bars import ROOM_FOR_NUMBER, WIDTH, named
from thb.charts.chart import Bar
from thb.charts.lettering import room_for, shortened
from thb.charts.marks import COLOURS, Box, Look, Picture, Stretch, Stroke, Words

HEAD: Final = 28
PITCH: Final = 26
THICK: Final = 18
BETWEEN: Final = 14
LETTERS: Final = 46


class Group(NamedTuple):
    """A value and its bars, one for each series, in the same order everywhere."""

    label: str
    bars: Sequence[Bar]


def groups(shown: Sequence[Group]) -> Picture:
    """Return the groups; every bar is named, so that no colour has to be looked up."""
    left = room_for(bar.label for group in shown for bar in group.bars)
    longest = max(bar.value for group in shown for bar in group.bars) or 1
    scale = (WIDTH - left - ROOM_FOR_NUMBER) / longest
    boxes: list[Box] = []
    words: list[Words] = []
    lines: list[Stretch] = []
    top = 0
    for group in shown:
        words.append(Words(shortened(group.label, LETTERS), 0, top + 17))
        top += HEAD
        for look, bar in zip(looks(group.bars), group.bars, strict=True):
            width = round(bar.value * scale, 1)
            boxes.append(Box(look, left, top + 2, width, THICK))
            words += named(bar, left, left + width, top + 16)
            top += PITCH
        rows = PITCH * len(group.bars)
        lines.append(Stretch(Stroke.AXIS, left, top - rows, left, top))
        top += BETWEEN
    return Picture(WIDTH, top - BETWEEN, boxes, words, lines)


def looks(shown: Sequence[Bar]) -> list[Look]:
    """Return the colours of the series in their order."""
    colours = iter(COLOURS)
    return [Look.VAGUE if bar.is_vague else next(colours, Look.PAST) for bar in shown]
