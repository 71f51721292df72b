"""One page of a list behind a number: the rows, with links for who may open them."""

from functools import cached_property
from typing import Any, NamedTuple

from django.db import models
from django.http import QueryDict
from django.urls import reverse
from django.utils.functional import Promise

from accounts.models import User
from reports.figures import Records
from reports.kinds import Column, Kind
from thb.listing import Order, turn


class Cell(NamedTuple):
    """A value in a row: the column's name, the words, the page it leads to."""

    label: str | Promise
    text: str
    url: str = ""
    is_code: bool = False


class ListPage:
    """A page of the records, by key, in the columns of their kind.

    A person or case beyond the user's reach (a file closed by order of a court) is
    counted, so its row stays; its code is not shown.
    """

    def __init__(
        self, records: Records, kind: Kind, user: User, query: QueryDict
    ) -> None:
        self.kind = kind
        self.user = user
        self.records = records
        peers = records.fetch_mode(models.FETCH_PEERS)
        self.page = turn(peers, Order(kind.order, descending=False), query)
        self.columns = kind.columns_of(records)

    @cached_property
    def reached(self) -> frozenset[int]:
        """Return the keys of the page's records that the user reaches."""
        keys = [record.pk for record in self.page.records]
        manager: Any = self.records.model._default_manager
        own = manager.filter(pk__in=keys)
        visible = getattr(own, "visible_to", None)
        reached = visible(self.user) if visible else own
        return frozenset(reached.values_list("pk", flat=True))

    @property
    def codes(self) -> list[str]:
        """Return the codes that the page shows."""
        shown = [one for one in self.page.records if one.pk in self.reached]
        return list(dict.fromkeys(code for one in shown for code in one.journal_codes))

    @property
    def caption(self) -> str | Promise:
        """Return what the records are."""
        return self.kind.title

    @property
    def headings(self) -> list[str | Promise]:
        """Return the headings of the columns."""
        return [column.label for column in self.columns]

    def rows(self) -> list[list[Cell]]:
        """Return the rows of the page."""
        return [
            [self.cell(column, record) for column in self.columns]
            if record.pk in self.reached
            else [Cell(heading, "—") for heading in self.headings]
            for record in self.page.records
        ]

    def cell(self, column: Column, record: Any) -> Cell:
        """Return the value of a record in a column."""
        page = column.page
        text = column.text(record)
        if page is None:
            return Cell(column.label, text)
        target = column.target(record)
        opens = page.may_open(self.user) and target is not None
        code = getattr(target, page.code)
        url = reverse(page.name, args=[code]) if opens else ""
        return Cell(column.label, text, url, is_code=True)
