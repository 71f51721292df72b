"""A part lying in its whole: a slender bar in a broad one, both from zero."""

from typing import Final

from thb.charts.chart import Bar
from thb.charts.key import PITCH, Part, key, shares
from thb.charts.marks import Box, Look, Picture, Stretch, Stroke
from thb.charts.stacked import KEY_TOP, THICK, WIDTH

SLENDER: Final = 16


def bullet(whole: Bar, part: Bar) -> Picture:
    """Return the two bars with their key; the part is no larger than the whole."""
    share = round(WIDTH * part.value / whole.value, 1)
    swatches, words = key(parts_of(whole, part), KEY_TOP)
    return Picture(
        WIDTH,
        KEY_TOP + 2 * PITCH,
        [
            Box(Look.PAST, 0, 0, WIDTH, THICK),
            Box(Look.FIRST, 0, (THICK - SLENDER) / 2, share, SLENDER),
            *swatches,
        ],
        words,
        [Stretch(Stroke.AXIS, 0, 0, 0, THICK)],
    )


def parts_of(whole: Bar, part: Bar) -> list[Part]:
    """Return the whole and its part, which alone has a percentage."""
    (told,) = shares([part.value], whole.value)
    return [
        Part(whole.label, whole.value, Look.PAST, ""),
        Part(part.label, part.value, Look.FIRST, told),
    ]
