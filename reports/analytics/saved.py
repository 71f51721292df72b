"""Views of the analytics that are kept by name: filters and how the table is split."""

from typing import Any

from django.http import HttpRequest, HttpResponse, QueryDict
from django.shortcuts import redirect
from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy as _

from accounts.access import PageAccess
from accounts.lists.memory import remember
from accounts.lists.own import Own, own_of, worth_keeping
from accounts.models import User
from reports.analytics.page import Analytics
from thb.forms import Chip


class Asked:
    """What a query asks of the analytics: the filters, and the splits of the table."""

    def __init__(self, query: QueryDict, user: User) -> None:
        self.query = query
        self.analytics = Analytics(query, user)

    @property
    def fields(self) -> dict[str, Any]:
        """Return the fields of both forms, by name."""
        return self.analytics.form.fields | self.analytics.table_form.fields

    @property
    def chips(self) -> list[Chip]:
        """Return what is asked for in words, how the table is split too."""
        table = self.analytics.table_form
        splits = [
            Chip(f"{field.label}: {words}", {name: None})
            for name, field in table.fields.items()
            if (words := dict(choices_of(field)).get(self.query.get(name) or None))
        ]
        return [*self.analytics.form.chips, *splits]

    @property
    def errors(self) -> dict[str, Any]:
        """Return what cannot be read: then no view is kept of it."""
        wrong: dict[str, Any] = dict(self.analytics.form.errors)
        for name, field in self.analytics.table_form.fields.items():
            value = self.query.get(name)
            if value and value not in dict(choices_of(field)):
                wrong[name] = value
        return wrong


def choices_of(field: Any) -> list[tuple[Any, Any]]:
    """Return the choices of a field of the table."""
    return list(field.choices)


class WithViews(PageAccess):
    """A page of analytics with views of its user, its own and those shared with it."""

    list_name = "analytics"
    place = "analytics:cases"
    back_words = _("Back to the analytics")

    @cached_property
    def own(self) -> Own:
        """Return what the user keeps of the analytics."""
        return own_of(self.user, self.list_name)

    def asked(self, query: QueryDict) -> Asked:
        """Return what a query asks for, to be kept as a view."""
        return Asked(query, self.user)

    def get(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        """Show the analytics, as they open where nothing is asked for."""
        opening = None if request.GET else self.own.opening
        if opening and opening.filters:
            return redirect(f"{request.path}?{opening.query}")
        remember(request, self.list_name, self.place)
        answer: HttpResponse = super().get(request, *args, **kwargs)  # type: ignore[misc]
        return answer

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        """Add the views, and whether what is shown is one of them."""
        context: dict[str, Any] = super().get_context_data(**kwargs)  # type: ignore[misc]
        now = worth_keeping(self.asked(self.request.GET).fields, self.request.GET)
        return context | {
            "now": now,
            "views": [(view, view.filters == now) for view in self.own.views],
            "known": any(view.filters == now for view in self.own.views),
        }
