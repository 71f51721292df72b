"""The numbers of figures: whole ones as int, others as the decimals that they are."""

from decimal import Decimal

type Number = int | Decimal
type Cells = dict[str, int]


def exact(value: Number) -> Number:
    """Return a whole number as int, another as the Decimal that it is."""
    return int(value) if value == int(value) else Decimal(value).normalize()
