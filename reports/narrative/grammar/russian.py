"""The three forms of a Russian word after a number: 1 жертва, 2 жертвы, 5 жертв."""

from decimal import Decimal
from typing import Final

from reports.counting import Number

ONE, FEW, MANY = range(3)
FEW_DIGITS: Final = (2, 3, 4)
TEENS: Final = range(11, 15)


def form(number: Number, rough: bool) -> int:
    """Return which form a number asks for: 21 the first, 22 the second, 11 the third.

    A fraction takes the second. After "about" and "more than" the word stands in the
    genitive: the third form, but for numbers in one, which take the second.
    """
    if Decimal(number) != int(number):
        return FEW
    usual = _usual(abs(int(number)))
    if rough:
        return FEW if usual == ONE else MANY
    return usual


def _usual(number: int) -> int:
    last = number % 10
    if number % 100 in TEENS:
        return MANY
    if last == 1:
        return ONE
    return FEW if last in FEW_DIGITS else MANY
