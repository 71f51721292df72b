"""How a figure is split: one SQL expression a breakdown, never null.

What was not recorded is the cell "unknown", so that the cells add up to the figure.
"""

from collections.abc import Callable, Mapping
from decimal import Decimal
from typing import Final, NamedTuple

from django.db.models import (
    Case,
    CharField,
    Func,
    Q,
    TextChoices,
    TextField,
    Value,
    When,
)
from django.db.models.expressions import Combinable
from django.db.models.functions import Cast, Coalesce, NullIf
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from reference.choices import Sex
from reference.countries import UNKNOWN as UNKNOWN_COUNTRY
from reference.countries import country_name
from thb.numbers import grouped

UNKNOWN: Final = "unknown"
OTHER: Final = "other"
VAGUE_CODES: Final = (OTHER, UNKNOWN)
NOT_RECORDED: Final = _("not recorded")
FULL_AGE_YEARS: Final = 18


class Breakdown(NamedTuple):
    """One split of a figure: what it is by, the cell of a record, a cell's name.

    `order` names cells in the order of the page; without it the largest comes first.
    `vague` names the cells that say nothing of a record; cells that are numbers go by
    size. One that is spelt out has its title before each cell.
    """

    title: str | Promise
    cell: Combinable
    label: Callable[[str], str]
    order: tuple[str, ...] = ()
    vague: tuple[str, ...] = (UNKNOWN,)
    numeric: bool = False
    spelt_out: bool = False

    def place(self, cell: str, value: int) -> tuple[int, Decimal, str]:
        """Return what a cell is sorted by: the vague ones come last."""
        if self.order:
            return (self.order.index(cell), Decimal(), cell)
        last = self.vague.index(cell) + 1 if cell in self.vague else 0
        by_size = Decimal(cell) if self.numeric and not last else Decimal(-value)
        return (last, by_size, cell)


class Trimmed(Func):
    """A number without needless decimals: 400, 412.5."""

    function = "trim_scale"
    arity = 1


def known(path: str, *blanks: str) -> Combinable:
    """Return the value at `path`; null, empty and each of `blanks` are "unknown"."""
    value: Combinable = Cast(path, TextField())
    for blank in ("", *blanks):
        value = NullIf(value, Value(blank, TextField()))
    return Coalesce(value, Value(UNKNOWN, TextField()))


def named(labels: Mapping[str, str | Promise]) -> Callable[[str], str]:
    """Return what names a cell by `labels`; "unknown" is "not recorded"."""
    return lambda cell: str(NOT_RECORDED if cell == UNKNOWN else labels.get(cell, cell))


def codes(title: str | Promise, path: str, choices: type[TextChoices]) -> Breakdown:
    """Return the split by a code of a closed list."""
    return Breakdown(
        title, known(path), named(dict(choices.choices)), vague=VAGUE_CODES
    )


def countries(title: str | Promise, path: str) -> Breakdown:
    """Return the split by a country; XXX is "unknown"."""
    return Breakdown(title, known(path, UNKNOWN_COUNTRY), _country, spelt_out=True)


def _country(cell: str) -> str:
    return str(NOT_RECORDED) if cell == UNKNOWN else country_name(cell)


def amounts(title: str | Promise, path: str) -> Breakdown:
    """Return the split by a sum of money in AZN, the smallest first."""
    value = Coalesce(Cast(Trimmed(path), TextField()), Value(UNKNOWN, TextField()))
    return Breakdown(title, value, _amount, numeric=True)


def _amount(cell: str) -> str:
    return str(NOT_RECORDED) if cell == UNKNOWN else f"{grouped(Decimal(cell))} AZN"


def sexes(path: str = "sex") -> Breakdown:
    """Return the split by sex as recorded."""
    return codes(_("sex"), path, Sex)._replace(order=("F", "M", OTHER, UNKNOWN))


def person_types(sex: str, age: str) -> Breakdown:
    """Return women and men of 18 or more and children, of whatever sex.

    An adult of sex other is "other"; an age or a sex not known is "unknown".
    """
    adult = Q(**{f"{age}__gte": FULL_AGE_YEARS})
    cell = Case(
        When(Q(**{f"{age}__lt": FULL_AGE_YEARS}), then=Value("children")),
        When(adult & Q(**{sex: Sex.FEMALE}), then=Value("women")),
        When(adult & Q(**{sex: Sex.MALE}), then=Value("men")),
        When(adult & Q(**{sex: Sex.OTHER}), then=Value(OTHER)),
        default=Value(UNKNOWN),
        output_field=CharField(),
    )
    return Breakdown(
        _("women, men and children"), cell, named(PERSON_TYPES), ORDER, VAGUE_CODES
    )


PERSON_TYPES: Final[Mapping[str, str | Promise]] = {
    "women": _("women"),
    "men": _("men"),
    "children": _("children"),
    OTHER: _("other"),
}
ORDER: Final = (*PERSON_TYPES, UNKNOWN)
