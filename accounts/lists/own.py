"""What a user keeps of one list, read in one query."""

from collections.abc import Iterable, Mapping
from typing import Any, NamedTuple
from urllib.parse import urlencode

from django import forms
from django.contrib.postgres.expressions import ArraySubquery
from django.db.models import QuerySet
from django.db.models.functions import JSONObject
from django.http import QueryDict

from accounts.models import ListLayout, SavedView, User
from thb.fields import CodeField

SORT = "sort"


class View(NamedTuple):
    """A saved view that the user may open."""

    pk: int
    name: str
    filters: dict[str, str]
    shared: bool
    owner: int

    @property
    def query(self) -> str:
        """Return the query of the address that shows the view."""
        return urlencode(self.filters)


class Own(NamedTuple):
    """How a list looks for its user, the views of it, and what its filters offer."""

    columns: list[str]
    density: str
    rows: int | None
    default: int | None
    views: list[View]
    options: list[list[Any]]

    @property
    def opening(self) -> View | None:
        """Return the view that the list opens with, if it may be opened still."""
        return next((view for view in self.views if view.pk == self.default), None)


def own_of(user: User, name: str, options: Iterable[QuerySet[Any, Any]] = ()) -> Own:
    """Return what the user keeps of the list; `options` are read along with it.

    Each of these gives one JSON value a row, named `json`.
    """
    layouts = ListLayout.objects.filter(user=user, list_name=name).values(
        json=JSONObject(
            columns="columns", density="density", rows="rows", default="default_view"
        )
    )
    views = SavedView.objects.kept().visible_to(user).filter(list_name=name)
    each = views.values(
        json=JSONObject(
            pk="pk", name="name", filters="filters", shared="shared", owner="owner"
        )
    )
    asked = [ArraySubquery(rows) for rows in (layouts, each, *options)]
    arrays = User.objects.filter(pk=user.pk).values_list(*asked).get()
    kept, found, *offered = [array or [] for array in arrays]
    layout = kept[0] if kept else {}
    return Own(
        layout.get("columns", []),
        layout.get("density", ""),
        layout.get("rows"),
        layout.get("default"),
        [View(**view) for view in found],
        offered,
    )


def worth_keeping(
    fields: Mapping[str, forms.Field], query: QueryDict
) -> dict[str, str]:
    """Return what a view may keep of a query: choices, days and numbers, never text.

    Of text only what has the form of a code, such as an article, is kept.
    """
    names = [name for name, field in fields.items() if tells_nobody(field, query, name)]
    return {name: value for name in (*names, SORT) if (value := query.get(name, ""))}


def tells_nobody(field: forms.Field, query: QueryDict, name: str) -> bool:
    """Tell whether what was typed cannot be about a person."""
    if isinstance(field, CodeField):
        return field.has_its_form(query.get(name, "").strip())
    return not isinstance(field, forms.CharField)
