"""Bars of a path, one step after the other: a line leads from end to end."""

from collections.abc import Sequence
from itertools import pairwise
from typing import Final

from thb.charts.bars import PITCH, THICK, bars
from thb.charts.chart import Bar
from thb.charts.marks import Picture, Stretch, Stroke

BETWEEN: Final = PITCH - THICK


def steps(shown: Sequence[Bar]) -> Picture:
    """Return the steps; none is cut from the one before, since steps may overlap."""
    picture = bars(shown)
    ends = [(round(box.x + box.width, 1), box.y) for box in picture.boxes]
    led = [
        line
        for (end, top), (following, _below) in pairwise(ends)
        for line in stair(end, following, top + THICK)
    ]
    return picture._replace(lines=[*picture.lines, *led])


def stair(end: float, following: float, below: float) -> list[Stretch]:
    """Return the line from the end of a bar, below it, to the end of the next one."""
    between, above = below + BETWEEN / 2, below + BETWEEN
    return [
        Stretch(Stroke.AXIS, end, below, end, between),
        Stretch(Stroke.AXIS, end, between, following, between),
        Stretch(Stroke.AXIS, following, between, following, above),
    ]
