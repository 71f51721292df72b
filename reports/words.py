"""How numbers of the report are said: 91, about 100, more than 1,800, 54.3%."""

from typing import Final

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from prevention.choices import Precision
from reports.choices import Unit
from reports.counting import Number
from thb.numbers import change, grouped, percent

NOT_KNOWN: Final = "–"
SAID: Final[dict[str, str | Promise]] = {
    Precision.ABOUT: _("about %s"),
    Precision.MORE_THAN: _("more than %s"),
}


def shown_number(value: Number | None, unit: str, precision: str = "") -> str:
    """Return the number with its precision; a dash where it is not known."""
    if value is None:
        return NOT_KNOWN
    number = percent(value) if unit == Unit.PERCENT else grouped(value)
    return str(SAID.get(precision, "%s")) % number


def shown_change(difference: Number | None) -> str:
    """Return (+2), (−7) or (fixed); nothing where the year before is not known."""
    return change(difference)
