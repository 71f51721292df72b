"""Bars of a path, one step after the other: a line leads from end to end."""

from collections.abc import Sequence
from itertools import pairwise

from thb.charts.bars import ABOVE, PITCH, THICK, bars
from thb.charts.chart import Bar
from thb.charts.marks import Picture, Stretch, Stroke


def steps(shown: Sequence[Bar]) -> Picture:
    """Return the steps; none is cut from the one before, since steps may overlap."""
    picture = bars(shown)
    ends = [(round(box.x + box.width, 1), box.y) for box in picture.boxes]
    led = [
        line
        for (end, top), (following, _below) in pairwise(ends)
        for line in lead(end, following, top)
    ]
    return picture._replace(lines=[*picture.lines, *led])


def lead(end: float, following: float, top: float) -> list[Stretch]:
    """Return the line from the end of a bar to that of the next one."""
    below, under = top + THICK, top + PITCH - ABOVE
    if following > end:
        return [
            Stretch(Stroke.DASHED, end, below, end, under),
            Stretch(Stroke.DASHED, end, under, following, under),
        ]
    return [Stretch(Stroke.DASHED, end, below, end, under + ABOVE)]
