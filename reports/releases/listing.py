"""Lists of frozen records and of records that differ, as far as a user reaches."""

from collections.abc import Iterable, Iterator
from functools import cached_property
from typing import Any, NamedTuple

from django.apps import apps
from django.http import QueryDict
from django.urls import reverse
from django.utils.translation import gettext as _

from accounts.models import User
from reports.choices import Deed
from reports.kinds import KINDS, Page
from reports.lines import Line
from reports.listing import Cell
from reports.releases.comparing import Comparison, RecordChange
from reports.releases.reasons import Reason
from reports.releases.told import reason_line
from thb.letters import capfirst
from thb.listing import Order, turn
from thb.numbers import amount

BEYOND = "—"


def reached(user: User, kind: str, keys: Iterable[int]) -> frozenset[int]:
    """Return the keys of those records that the user reaches."""
    model: Any = apps.get_model(kind)
    own = model._base_manager.filter(pk__in=list(keys))
    visible = getattr(model.objects, "visible_to", None)
    if visible is not None:
        own = visible(user).filter(pk__in=own.values("pk"))
    return frozenset(own.values_list("pk", flat=True))


def page_of(kind: str) -> Page | None:
    """Return the page that a record of this kind has, if any."""
    columns = KINDS[apps.get_model(kind)].columns
    pages = (
        column.page for column in columns if column.page and column.field == "code"
    )
    numbered = (
        column.page for column in columns if column.page and column.field == "number"
    )
    return next(pages, next(numbered, None))


class ReleasedList:
    """A page of the records of one frozen figure; beyond reach a row has no code."""

    def __init__(self, records: Any, line: Line, user: User, query: QueryDict) -> None:
        self.line = line
        self.user = user
        self.page = turn(records, Order("code", descending=False), query)

    @cached_property
    def reached(self) -> frozenset[int]:
        """Return the keys of the page's records that the user reaches."""
        rows = self.page.records
        keys = [row.object_id for row in rows]
        return reached(self.user, rows[0].kind, keys) if rows else frozenset()

    @property
    def codes(self) -> list[str]:
        """Return the codes that the page shows."""
        own = (row for row in self.page.records if row.object_id in self.reached)
        return list(dict.fromkeys(row.code for row in own))

    @property
    def caption(self) -> str:
        """Return what the records are."""
        return _("Records as they were counted")

    @property
    def headings(self) -> list[str]:
        """Return the headings: the code, the breakdowns, the amount."""
        splits = self.line.figure.breakdowns.values()
        named = [capfirst(str(split.title)) for split in splits]
        return [_("Code"), *named, *([_("Amount")] if self.has_amounts else [])]

    @cached_property
    def has_amounts(self) -> bool:
        """Tell whether the records add something up."""
        return any(row.amount is not None for row in self.page.records)

    def rows(self) -> Iterator[list[Cell]]:
        """Yield the rows of the page."""
        for row in self.page.records:
            if row.object_id in self.reached:
                yield [self.code(row), *self.cells(row)]
            else:
                yield [Cell(label, BEYOND) for label in self.headings]

    def code(self, row: Any) -> Cell:
        """Return the code of then, which leads to the record of now."""
        page = page_of(row.kind)
        opens = page is not None and page.may_open(self.user)
        url = reverse(page.name, args=[row.code]) if page and opens else ""
        return Cell(_("Code"), row.code, url, is_code=page is not None)

    def cells(self, row: Any) -> Iterator[Cell]:
        """Yield the cell of each breakdown, and the amount."""
        for name, split in self.line.figure.breakdowns.items():
            told = split.label(row.cells.get(name, ""))
            yield Cell(capfirst(str(split.title)), told)
        if self.has_amounts:
            words = "" if row.amount is None else amount(row.amount)
            yield Cell(_("Amount"), words)


class SeenRecord(NamedTuple):
    """A record that differs, as one user sees it."""

    code: str
    url: str
    kind: str
    deed: Deed
    figures: list[str]
    reasons: list[str]
    reached: bool


class Seen:
    """The records that differ, with what the user may know of them."""

    def __init__(self, user: User) -> None:
        self.user = user

    def records(
        self, found: list[RecordChange], comparison: Comparison
    ) -> Iterator[SeenRecord]:
        """Yield each record; of one beyond reach only that it differs."""
        titles = {f.code: str(f.line.figure.title) for f in comparison.figures}
        keys = {
            kind: reached(
                self.user, kind, [r.object_id for r in found if r.kind == kind]
            )
            for kind in {record.kind for record in found}
            if self.user.has_perm(KINDS[apps.get_model(kind)].permission)
        }
        for record in found:
            open_ = record.object_id in keys.get(record.kind, ())
            yield SeenRecord(
                code=record.code if open_ else BEYOND,
                url=self.url(record) if open_ else "",
                kind=capfirst(str(apps.get_model(record.kind)._meta.verbose_name)),
                deed=record.deed,
                figures=[titles[part.figure] for part in record.parts],
                reasons=[self.reason(one, open_=open_) for one in record.reasons],
                reached=open_,
            )

    def url(self, record: RecordChange) -> str:
        """Return the address of the record, if the user may open it."""
        page = page_of(record.kind)
        if page is None or not page.may_open(self.user):
            return ""
        return reverse(page.name, args=[record.code])

    def reason(self, reason: Reason, *, open_: bool) -> str:
        """Return a reason in one line; beyond reach no more than its kind."""
        if not open_:
            return str(reason.why.label)
        may_read = self.user.has_perm("victims.view_history")
        return reason_line(reason, free_text=may_read)
