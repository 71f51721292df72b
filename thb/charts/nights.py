"""People night by night as a stepped surface, against the line of the capacity."""

from collections.abc import Sequence
from datetime import date
from itertools import pairwise
from typing import Final

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

PITCH: Final = 22
LEFT: Final = 10
RIGHT: Final = 28
TOP: Final = 24
GROUND: Final = 112
HEIGHT: Final = 134


def nights(people: Sequence[tuple[date, int]], capacity: int, room: str) -> Picture:
    """Return the surface, its last night dark; `room` names the capacity, 0 is none."""
    scale = (GROUND - TOP) / max(capacity, 1, *(number for _day, number in people))
    tops = [round(GROUND - number * scale, 1) for _day, number in people]
    lefts = [LEFT + at * PITCH for at in range(len(people))]
    end = LEFT + PITCH * len(people)
    words = [
        Words(str(day.day), left + PITCH / 2, HEIGHT - 4, Tone.REMARK, Anchor.MIDDLE)
        for left, (day, _number) in zip(lefts, people, strict=True)
    ]
    words.append(Words(str(people[-1][1]), end + 5, tops[-1] + 5, Tone.NUMBER))
    lines = [*outline(lefts, tops), Stretch(Stroke.AXIS, LEFT, GROUND, end, GROUND)]
    if capacity:
        line = round(GROUND - capacity * scale, 1)
        lines.append(Stretch(Stroke.DASHED, LEFT, line, end, line))
        words.append(Words(room, LEFT, line - 6, Tone.REMARK))
    boxes = [
        Box(Look.PAST, left, top, PITCH, round(GROUND - top, 1))
        for left, top in zip(lefts, tops, strict=True)
    ]
    boxes[-1] = boxes[-1]._replace(look=Look.FIRST)
    return Picture(end + RIGHT, HEIGHT, boxes, words, lines)


def outline(lefts: Sequence[float], tops: Sequence[float]) -> list[Stretch]:
    """Return the upper edge of the surface, step by step."""
    flat = [
        Stretch(Stroke.STEP, left, top, left + PITCH, top)
        for left, top in zip(lefts, tops, strict=True)
    ]
    risers = [
        Stretch(Stroke.STEP, left + PITCH, top, left + PITCH, following)
        for left, (top, following) in zip(lefts, pairwise(tops))  # noqa: B905 - one less
    ]
    return [*flat, *risers]
