"""A list that remembers how its user wants it, and through which it was left."""

from collections.abc import Iterable, Iterator
from typing import Any, ClassVar, Final, NamedTuple, override

from django.db.models import Model, QuerySet
from django.http import HttpRequest, HttpResponse, QueryDict
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.functional import cached_property

from accounts.access import RecordAccess
from accounts.choices import Density
from accounts.lists.drawing import Drawing
from accounts.lists.memory import remember
from accounts.lists.own import Own, own_of, worth_keeping
from accounts.lists.position import Position, few
from thb.columns import Cell, Column, blank
from thb.listing import PAGE_SIZE, Order, Page, RecordList, place_of, turn

EVERYTHING: Final = "all"  # in an address: without the view that the list opens with
EXPORT: Final = "accounts.export_list"
AT_A_TIME: Final = 1_000  # records fetched for a file


class Row(NamedTuple):
    """One record as the list shows it."""

    key: int
    code: str
    url: str
    cells: list[Cell]
    drawn: str = ""  # the cells after the first
    quick: str = ""  # the address of its summary


class NotInList(LookupError):  # noqa: N818 - somebody changed the record meanwhile
    """The record is not in the list any more."""


class KeptList[M: Model](RecordAccess, RecordList[M]):
    """A list with saved views, columns of the user's choice, and a way through it.

    `list_name` is a `ListName`, `place` its URL name; `record_page` opens a record by
    the field `known_by`. `sizes` are the numbers of rows that a page may have.
    """

    list_name: ClassVar[str] = ""
    place: ClassVar[str] = ""
    record_page: ClassVar[str] = ""
    known_by: ClassVar[str] = "code"
    sizes: ClassVar[tuple[int, ...]] = (PAGE_SIZE,)
    offers_quick_view: ClassVar[bool] = False

    @cached_property
    def own(self) -> Own:
        """Return what the user keeps of this list."""
        return own_of(self.user, self.list_name, self.offers())

    def asked(self, query: QueryDict) -> Any:
        """Return the filters as a query asks for them, to be kept as a view."""
        return self.filters(query, self.get_queryset()).form

    def offers(self) -> list[QuerySet[Any, Any]]:
        """Return what the filters offer that stands in the database."""
        return []

    def every_column(self) -> dict[str, Column]:
        """Return the columns by name; one that says nothing is only to sort by."""
        return {name: Column(*column) for name, column in self.columns.items()}

    @cached_property
    def offered(self) -> dict[str, Column]:
        """Return the columns that the user may see, by name, in the list's order."""
        return {
            name: column
            for name, column in self.every_column().items()
            if column.text is not blank
            and (not column.permission or self.user.has_perm(column.permission))
        }

    @cached_property
    def shown(self) -> dict[str, Column]:
        """Return the columns shown: the first, then those of the user's choice."""
        first, *others = self.offered
        chosen = [name for name in self.own.columns if name in others]
        usual = [name for name in others if self.offered[name].usual]
        return {name: self.offered[name] for name in (first, *(chosen or usual))}

    @cached_property
    def rows(self) -> int:  # type: ignore[override]
        """Return how many rows a page has."""
        return self.own.rows if self.own.rows in self.sizes else self.sizes[0]

    @property
    def density(self) -> str:
        """Return how close the rows stand: as chosen, else as the list has it."""
        return self.own.density or self.usual_density

    @property
    def usual_density(self) -> str:
        """Return how close the rows stand for a user who chose nothing."""
        return Density.COMPACT.value

    @override
    def get(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        """Show the list, with the view it opens with where nothing is asked for."""
        opening = None if request.GET else self.own.opening
        if opening and opening.filters:
            return redirect(f"{request.path}?{opening.query}")
        remember(request, self.list_name, self.place)
        return super().get(request, *args, **kwargs)

    @override
    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        """Add the rows and the views."""
        context = super().get_context_data(**kwargs)
        self.prepare(context["page"].records)
        now = worth_keeping(context["form"].fields, self.query)
        return context | {
            "rows": [self.row(record) for record in context["page"].records],
            "now": now,
            "views": [(view, view.filters == now) for view in self.own.views],
            "known": any(view.filters == now for view in self.own.views),
            "everything": f"?{EVERYTHING}=1" if self.own.opening else "?",
            "may_export": self.user.has_perm(EXPORT),
        }

    def prepare(self, records: list[Any]) -> None:
        """Give the records of a page what their columns read."""

    def row(self, record: Any) -> Row:
        """Return what the list shows of a record."""
        cells = list(self.cells(record))
        if not self.record_page:
            return Row(record.pk, "", "", cells)
        code = str(getattr(record, self.known_by))
        url = reverse(self.record_page, args=[code])
        drawn = self.drawing.row(cells)
        return Row(record.pk, code, url, cells, drawn, self.quick(code))

    def quick(self, code: str) -> str:
        """Return the address of a record's summary; only dense rows have one."""
        if not self.offers_quick_view or self.density != Density.COMPACT.value:
            return ""
        return reverse("lists:quick", args=[self.list_name, code])

    def aside(self, _record: Any) -> Iterable[Cell]:
        """Return what the summary of a record says beside the columns."""
        return ()

    @cached_property
    def drawing(self) -> Drawing:
        """Return what draws the rows of this page."""
        return Drawing(self.shown)

    def sortable(self) -> Order:
        """Return the order of the list that the database can sort by."""
        return self.asked_order()

    @override
    def turned(self, found: QuerySet[Any]) -> Page:
        """Return the page of the records found that the address asks for."""
        return turn(found, self.sortable(), self.query, self.rows)

    def every(self) -> Iterator[Any]:
        """Yield the records of the list in its order, for a file; few are in memory."""
        found = self.found()
        order = self.sortable().on(found.model)
        ordered = found.order_by(*order.terms(nulls_last=True))
        return ordered.iterator(chunk_size=AT_A_TIME)

    def neighbour(self, code: str, *, back: bool) -> str:
        """Return the code of the record beside this one; empty at the end.

        `NotInList` where the list has no such record.
        """
        found = self.found()
        return self.beside(found, self.key_of(found, code), back=back)

    def key_of(self, found: QuerySet[Any], code: str) -> int:
        """Return the key of the record of this code; `NotInList` where it is none."""
        here = found.filter(**{self.known_by: code}).order_by().values_list("pk")
        if (at := here.first()) is None:
            raise NotInList(code)
        return int(at[0])

    def position(self, code: str) -> Position:
        """Return which record of the list it is, and of how many."""
        found = self.found()
        return self.counted(found, self.key_of(found, code))

    def counted(self, found: QuerySet[Any], key: int) -> Position:
        """Return the position of the record of this key; few records are counted."""
        order = self.sortable().on(found.model)
        start = place_of(found, order, str(key))
        if start is None:
            raise NotInList(key)
        earlier = found.filter(order.reversed().beyond(*start, nulls_last=False))
        return Position(few(earlier) + 1, few(found))

    def beside(self, found: QuerySet[Any], key: int, *, back: bool) -> str:
        """Return the code of the record found before or after the one of this key."""
        order = self.sortable().on(found.model)
        start = place_of(found, order, str(key))
        if start is None:
            return ""
        facing = order.reversed() if back else order
        beyond = found.filter(facing.beyond(*start, nulls_last=not back))
        ordered = beyond.order_by(*facing.terms(nulls_last=not back))
        return str(ordered.values_list(self.known_by, flat=True).first() or "")
