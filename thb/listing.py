"""Lists of records: filters in the address, sorting by links, pages by key.

A page is asked for by the record it follows (`?after=<pk>`) or precedes (`?before=`),
never by its number: a record entered meanwhile moves nothing, the last page costs what
the first does, and nothing is counted.
"""

from collections.abc import Iterable, Iterator, Mapping
from typing import Any, ClassVar, Final, NamedTuple, Self

from django.db.models import F, Model, OrderBy, Q, QuerySet
from django.http import QueryDict
from django.utils.functional import Promise, cached_property
from django.views.generic import ListView
from django_filters import FilterSet

from thb.columns import Cell, Column
from thb.remedies import remedies

type Parts = Mapping[str, object]  # of an address, for {% querystring %}

PAGE_SIZE: Final = 25
FIRST_PAGE: Final[Parts] = {"after": None, "before": None}


class Heading(NamedTuple):
    """A column: its name, what sorts by it, and how it is sorted now."""

    label: str | Promise
    sorting: Parts | None = None
    sorted: str = ""


class Order(NamedTuple):
    """The order of a list: one column, then the key; what is not recorded is last."""

    column: str
    descending: bool
    nullable: bool = True  # what is always recorded can follow an index

    def on(self, model: type[Model]) -> Self:
        """Return the order for records of the model."""
        columns = {field.name: field for field in model._meta.concrete_fields}
        columns["pk"] = columns[str(model._meta.pk and model._meta.pk.name)]
        column = columns.get(self.column)
        return self._replace(nullable=column is None or column.null)

    def reversed(self) -> Self:
        """Return the order read from the end; what is not recorded is first then."""
        return self._replace(descending=not self.descending)

    def terms(self, *, nulls_last: bool) -> list[OrderBy]:
        """Return what to sort by."""
        ends = {"nulls_last" if nulls_last else "nulls_first": True}
        ends = ends if self.nullable else {}
        column = F(self.column)
        key = F("pk")
        if self.descending:
            return [column.desc(**ends), key.desc()]
        return [column.asc(**ends), key.asc()]

    def beyond(self, value: Any, key: int, *, nulls_last: bool) -> Q:
        """Match the records that come after the one with this value and key."""
        side = "lt" if self.descending else "gt"
        later_key = Q(**{f"pk__{side}": key})
        if self.column == "pk":
            return later_key
        empty = Q(**{f"{self.column}__isnull": True})
        if value is None:
            same = empty & later_key
            return same if nulls_last else same | ~empty
        later = Q(**{f"{self.column}__{side}": value})
        later |= Q(**{self.column: value}) & later_key
        if not self.nullable:  # said twice, so that an index is entered at the value
            return later & Q(**{f"{self.column}__{side}e": value})
        return later | empty if nulls_last else later


class Page(NamedTuple):
    """The records of one page, and what in the address leads to its neighbours."""

    records: list[Any]
    previous: Parts | None
    following: Parts | None
    lost: bool  # the address asked for a place that is not in the list
    unsorted: bool = False  # there are too many records for the order asked for


def turn(
    records: QuerySet[Any], order: Order, query: QueryDict, size: int = PAGE_SIZE
) -> Page:
    """Return the page that the address asks for; the first one for a lost place."""
    order = order.on(records.model)
    back = "before" in query
    asked = query.get("before" if back else "after")
    start = place_of(records, order, asked)
    if asked is not None and start is None:
        return turn(records, order, QueryDict(), size)._replace(lost=True)
    facing = order.reversed() if back else order
    if start is not None:
        records = records.filter(facing.beyond(*start, nulls_last=not back))
    found = list(records.order_by(*facing.terms(nulls_last=not back))[: size + 1])
    more, found = len(found) > size, found[:size]
    if back:
        return neighbours(found[::-1], earlier=more, later=True)
    return neighbours(found, earlier=start is not None, later=more)


def place_of(
    records: QuerySet[Any], order: Order, key: str | None
) -> tuple[Any, int] | None:
    """Return the value and key of the record that a page follows or precedes."""
    if key is None or not key.isdecimal() or len(key) > len(str(2**62)):
        return None
    return records.filter(pk=key).order_by().values_list(order.column, "pk").first()


def neighbours(found: list[Any], *, earlier: bool, later: bool) -> Page:
    """Return the page with what leads on from it; an empty one leads nowhere."""
    return Page(
        found,
        {**FIRST_PAGE, "before": found[0].pk} if found and earlier else None,
        {**FIRST_PAGE, "after": found[-1].pk} if found and later else None,
        lost=False,
    )


def turn_sorted(
    records: QuerySet[Any], keys: list[int], query: QueryDict, size: int = PAGE_SIZE
) -> Page:
    """Return the page that the address asks for, of records sorted beforehand.

    `keys` are those of the records, in order: for what the database cannot sort by.
    """
    back = "before" in query
    asked = query.get("before" if back else "after")
    place = next((at for at, key in enumerate(keys) if str(key) == asked), None)
    if asked is not None and place is None:
        return turn_sorted(records, keys, QueryDict(), size)._replace(lost=True)
    first, last = 0, len(keys)
    if place is not None:
        first, last = (max(0, place - size), place) if back else (place + 1, last)
    shown = keys[first:last][:size]
    fetched = records.in_bulk(shown)
    found = [fetched[key] for key in shown if key in fetched]
    return neighbours(found, earlier=first > 0, later=first + len(shown) < len(keys))


class RecordList[M: Model](ListView[M]):
    """A list with filters, sorting and pages; put a gate before it (RecordAccess).

    `columns` gives each column's name and what it is: a `Column`, or as much of one as
    its label and the field that sorts by it. `order` is how the list is sorted where
    the address says nothing.
    """

    filterset_class: ClassVar[type[FilterSet]] = FilterSet
    columns: ClassVar[Mapping[str, Column | tuple[str | Promise, str]]] = {}
    order: ClassVar[str] = ""
    rows: int = PAGE_SIZE

    @cached_property
    def query(self) -> QueryDict:
        """Return what the list is asked for: the query of the address."""
        return self.request.GET

    @cached_property
    def shown(self) -> Mapping[str, Column]:
        """Return the columns shown, in order."""
        return {name: Column(*column) for name, column in self.columns.items()}

    def filters(self, query: QueryDict, records: QuerySet[Any]) -> FilterSet:
        """Return the filters over the records, as asked for by the query."""
        return self.filterset_class(query, records, request=self.request)

    def found(self) -> QuerySet[Any]:
        """Return the records that the filters leave.

        Where a filter cannot be read nothing is found: it would look like an answer.
        """
        records: Any = self.get_queryset()
        filters = self.filters(self.query, records)
        return filters.qs if filters.is_valid() else records.none()

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        """Return the page of the list, its filters, chips and headings."""
        records: Any = self.object_list
        filters = self.filters(self.query, records)
        found = filters.qs if filters.is_valid() else records.none()
        page = self.turned(found)
        chips = getattr(filters.form, "chips", ())
        if not page.records and filters.is_valid():
            kwargs["remedies"] = remedies(chips, self.query, self.left_by)
        return super().get_context_data(
            object_list=page.records,
            page=page,
            form=filters.form,
            headings=list(self.headings()),
            **kwargs,
        )

    def left_by(self, query: QueryDict) -> QuerySet[Any]:
        """Return the records that another query than that of the address leaves."""
        records: Any = self.get_queryset()
        return self.filters(query, records).qs

    def turned(self, found: QuerySet[Any]) -> Page:
        """Return the page of the records found that the address asks for."""
        return turn(found, self.asked_order(), self.query, self.rows)

    def asked_order(self) -> Order:
        """Return the order in the address, or the list's own for an unknown one."""
        asked = self.query.get("sort", "")
        column = self.column(asked)
        if not column:
            asked, column = self.order, self.column(self.order)
        return Order(column, asked.startswith("-"))

    def column(self, sort: str) -> str:
        """Return the field that a part `sort` of the address sorts by, or nothing."""
        _label, column, *_rest = self.columns.get(sort.removeprefix("-"), ("", ""))
        return str(column)

    def headings(self) -> Iterator[Heading]:
        """Yield the headings; a second click on the column turns its order round."""
        now = self.asked_order()
        for name, column in self.shown.items():
            if not column.sorts:
                yield Heading(column.label)
                continue
            here = column.sorts == now.column
            sort = f"-{name}" if here and not now.descending else name
            state = ("descending" if now.descending else "ascending") if here else ""
            yield Heading(column.label, {**FIRST_PAGE, "sort": sort}, state)

    def cells(self, record: M) -> Iterable[Cell]:
        """Yield what the columns shown say of a record."""
        return (column.cell(record) for column in self.shown.values())
