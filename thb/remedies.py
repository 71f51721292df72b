"""A list that its filters left empty: what each would leave if it were taken away."""

from collections.abc import Callable, Iterable
from typing import Any, Final, NamedTuple

from django.db.models import QuerySet
from django.http import QueryDict

from thb.forms import Chip

MOST_COUNTED: Final = 100


class Remedy(NamedTuple):
    """A filter that may be taken away, and how many records would be left.

    Of very many it is only said that they are more than `number`.
    """

    chip: Chip
    number: int
    more: bool


def remedies(
    chips: Iterable[Chip], query: QueryDict, left_by: Callable[[QueryDict], Any]
) -> list[Remedy]:
    """Return what taking each filter away alone would leave."""
    return [remedy(chip, query, left_by) for chip in chips]


def remedy(
    chip: Chip, query: QueryDict, left_by: Callable[[QueryDict], QuerySet[Any]]
) -> Remedy:
    """Return what is left without one filter; no more than a hundred are counted."""
    fewer = query.copy()
    for name in chip.without:
        fewer.pop(name, None)
    number = left_by(fewer).order_by()[: MOST_COUNTED + 1].count()
    return Remedy(chip, min(number, MOST_COUNTED), number > MOST_COUNTED)
