"""What a picture is made of. Units: those of the picture, which is then fitted."""

from enum import StrEnum
from typing import NamedTuple


class Look(StrEnum):
    """How a surface is filled: the four colours in their order, and what is beside.

    The values are the classes of the stylesheets and the names in the typst files.
    """

    FIRST = "b1"
    SECOND = "b2"
    THIRD = "b3"
    FOURTH = "b4"
    PAST = "bgk"
    EARLIER = "b1h"
    """Of the first colour, but hatched: counted here, begun in earlier years."""
    VAGUE = "hatch"
    """Not recorded, or not told apart."""


COLOURS = (Look.FIRST, Look.SECOND, Look.THIRD, Look.FOURTH)


class Stroke(StrEnum):
    """How a line is drawn."""

    AXIS = "ax"
    DASHED = "ax dash"
    STEP = "now"
    MIDDLE = "mid"


class Tone(StrEnum):
    """What words in a picture are: a label, a number, a small remark."""

    LABEL = "l"
    NUMBER = "v"
    REMARK = "t"


class Anchor(StrEnum):
    """Which end of the words stands at their place."""

    START = "start"
    MIDDLE = "middle"
    END = "end"


class Box(NamedTuple):
    """A filled surface."""

    look: Look
    x: float
    y: float
    width: float
    height: float


class Stretch(NamedTuple):
    """A straight line."""

    stroke: Stroke
    x1: float
    y1: float
    x2: float
    y2: float


class Dot(NamedTuple):
    """A filled circle."""

    look: Look
    x: float
    y: float
    radius: float


class Words(NamedTuple):
    """A text; `y` is its baseline."""

    text: str
    x: float
    y: float
    tone: Tone = Tone.LABEL
    anchor: Anchor = Anchor.START


class Picture(NamedTuple):
    """The marks in the order in which they are drawn, on a ground of this size."""

    width: float
    height: float
    boxes: list[Box]
    words: list[Words]
    lines: list[Stretch] = []
    dots: list[Dot] = []
