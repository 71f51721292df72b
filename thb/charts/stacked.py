"""One bar of a hundred percent, made of its parts side by side."""

from collections.abc import Sequence
from typing import Final

from thb.charts.chart import Bar
from thb.charts.key import PITCH, Part, key, shares
from thb.charts.marks import COLOURS, Box, Look, Picture

WIDTH: Final = 560
THICK: Final = 40
KEY_TOP: Final = 58


def stacked(shown: Sequence[Bar]) -> Picture:
    """Return the bar with its key; the colours go in their order, then none is left."""
    whole = sum(bar.value for bar in shown)
    parts = parts_of(shown)
    boxes: list[Box] = []
    before = 0
    for part in parts:
        left = round(WIDTH * before / whole, 1)
        before += part.value
        width = round(WIDTH * before / whole - left, 1)
        boxes.append(Box(part.look, left, 0, width, THICK))
    swatches, words = key(parts, KEY_TOP)
    height = KEY_TOP + PITCH * len(parts)
    return Picture(WIDTH, height, [*boxes, *swatches], words)


def parts_of(shown: Sequence[Bar]) -> list[Part]:
    """Return the parts with their colours and percentages; what is vague is hatched."""
    told = shares([bar.value for bar in shown], sum(bar.value for bar in shown))
    colours = iter(COLOURS)
    return [
        Part(
            bar.label,
            bar.value,
            Look.VAGUE if bar.is_vague else next(colours, Look.PAST),
            share,
        )
        for bar, share in zip(shown, told, strict=True)
    ]
