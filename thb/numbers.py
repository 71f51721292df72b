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
    """Return 11 564 in az and ru, 11,564 in en; a negative number has a real minus."""
    text = number_format(abs(Decimal(value)), use_l10n=True, force_grouping=True)
    return MINUS + text if value < 0 else text


def percent(value: Decimal | float) -> str:
    """Return 54,3 % in az and ru, 54.3% in en; one decimal, rounded half up."""
    exact = Decimal(str(value)).quantize(TENTH, ROUND_HALF_UP)
    gap = "" if get_language() == "en" else NO_BREAK
    return f"{grouped(exact)}{gap}%"


def change(difference: Decimal | int | None) -> str:
    """Return (+2), (−7) or (fixed); nothing where there is no year before."""
    if difference is None:
        return ""
    if difference == 0:
        return f"({_('fixed')})"
    sign = "+" if difference > 0 else ""
    return f"({sign}{grouped(difference)})"
