"""Which record of a list one is, counted when it is asked for, never to the end."""

from typing import Any, Final, NamedTuple

from django.db.models import QuerySet
from django.utils.translation import gettext as _

from thb.numbers import grouped

MOST_COUNTED: Final = 1_000


class Position(NamedTuple):
    """The place of a record in a list, from 1, and how many records the list has.

    Either is no more than one above `MOST_COUNTED`, which says that it is more.
    """

    place: int
    total: int

    @property
    def words(self) -> str:
        """Return "Record 3 of 27", as far as was counted."""
        most = grouped(MOST_COUNTED)
        if self.place > MOST_COUNTED:
            return _("After the first %(number)s records") % {"number": most}
        place = grouped(self.place)
        if self.total > MOST_COUNTED:
            said = _("Record %(place)s of more than %(number)s")
            return said % {"place": place, "number": most}
        said = _("Record %(place)s of %(total)s")
        return said % {"place": place, "total": grouped(self.total)}


def few(records: QuerySet[Any]) -> int:
    """Return how many records there are; of very many, one more than are counted."""
    return records.order_by().values("pk")[: MOST_COUNTED + 1].count()
