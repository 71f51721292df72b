"""The parts of a single bar named below it: what, how many, how much of a hundred."""

from collections.abc import Sequence
from decimal import Decimal
from typing import Final, NamedTuple

from thb.charts.lettering import room_for, shortened
from thb.charts.marks import Anchor, Box, Look, Tone, Words
from thb.numbers import grouped, percent

PITCH: Final = 30
SWATCH: Final = 16
AFTER_SWATCH: Final = 28
ROOM_FOR_NUMBER: Final = 60
ROOM_FOR_SHARE: Final = 100
FEWEST_FOR_A_SHARE: Final = 10
"""Of fewer than ten nobody is told a percentage."""
HUNDRED: Final = Decimal(100)


class Part(NamedTuple):
    """A part of the bar: `share` is in words, empty where it is not told."""

    label: str
    value: int
    look: Look
    share: str


def shares(values: Sequence[int], whole: int) -> list[str]:
    """Return each as a percentage of the whole; nothing where the whole is small."""
    if whole < FEWEST_FOR_A_SHARE:
        return ["" for _value in values]
    return [percent(HUNDRED * value / whole) for value in values]


def key(parts: Sequence[Part], top: float) -> tuple[list[Box], list[Words]]:
    """Return the rows of the key from `top` on: a swatch and words each."""
    number = AFTER_SWATCH + room_for(part.label for part in parts) + ROOM_FOR_NUMBER
    boxes: list[Box] = []
    words: list[Words] = []
    for at, part in enumerate(parts):
        y = top + at * PITCH
        boxes.append(Box(part.look, 0, y, SWATCH, SWATCH))
        baseline = y + SWATCH - 2
        words.append(Words(shortened(part.label), AFTER_SWATCH, baseline))
        words.append(
            Words(grouped(part.value), number, baseline, Tone.NUMBER, Anchor.END)
        )
        if part.share:
            end = number + ROOM_FOR_SHARE
            words.append(Words(part.share, end, baseline, Tone.NUMBER, Anchor.END))
    return boxes, words
