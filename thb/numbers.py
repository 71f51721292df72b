"""Numbers as the office prints them, in the reader's language."""

from decimal import ROUND_HALF_UP, Decimal
from typing import Final

from django.utils.formats import number_format
from django.utils.translation import get_language
from django.utils.translation import gettext as _

MINUS: Final = "\N{MINUS SIGN}"
NO_BREAK: Final = "\N{NO-BREAK SPACE}"
TENTH: Final = Decimal("0.1")


def grouped(value: Decimal | int) -> str:
    """Return 11 564 in az and ru, 11,564 in en; a negative number has a real minus.

    A whole number has no decimals, however many its column keeps.
    """
    exact = Decimal(value)
    whole = exact == exact.to_integral_value()
    return written(exact.to_integral_value() if whole else exact)


def written(exact: Decimal) -> str:
    """Return the number with the decimals it has."""
    text = number_format(abs(exact), use_l10n=True, force_grouping=True)
    return MINUS + text if exact < 0 else text


def amount(value: Decimal | int) -> str:
    """Return a sum without needless decimals: 700, 1,250.50."""
    exact = Decimal(value)
    whole = exact.to_integral_value()
    return grouped(whole if exact == whole else exact)


def percent(value: Decimal | float) -> str:
    """Return 54,3 % in az and ru, 54.3% in en; one decimal, rounded half up."""
    exact = Decimal(str(value)).quantize(TENTH, ROUND_HALF_UP)
    gap = "" if get_language() == "en" else NO_BREAK
    return f"{written(exact)}{gap}%"


def change(difference: Decimal | int | None) -> str:
    """Return (+2), (−7) or (fixed); nothing where there is no year before."""
    if difference is None:
        return ""
    if difference == 0:
        same = _("fixed")  # apart: the catalogues' reader passes over f-strings
        return f"({same})"
    sign = "+" if difference > 0 else ""
    return f"({sign}{grouped(difference)})"
