"""A block of the first page, and a count in it that leads to what it counts."""

from collections.abc import Mapping
from typing import Any, Final, NamedTuple
from urllib.parse import urlencode

from django.urls import reverse
from django.utils.functional import Promise

MANY: Final = 100  # nobody counts on: "100 or more"


class Number(NamedTuple):
    """A count in words, and the list that it counts."""

    text: Promise | str
    total: int
    url: str

    @property
    def many(self) -> bool:
        """Return whether there are more than were counted."""
        return self.total >= MANY


class Block(NamedTuple):
    """A part of the page: its template, and what the template shows.

    A `main` one stands in the wide column.
    """

    template: str
    shown: Mapping[str, Any]
    main: bool = False


def number(text: Promise, records: Any, page: str, **asked: str) -> Number:
    """Return the count of the records, as far as anybody counts, with their list."""
    address = f"{reverse(page)}?{urlencode(asked)}" if asked else reverse(page)
    return Number(text, records.order_by()[:MANY].count(), address)
