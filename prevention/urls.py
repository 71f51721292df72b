"""Addresses of appeals, activities and grants."""

from collections.abc import Callable, Mapping
from typing import Any, NamedTuple

from django.urls import URLPattern, path
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _
from django_filters import FilterSet

from prevention import filters, forms, views
from thb.forms import RecordForm

app_name = "prevention"


class Kept(NamedTuple):
    """A kind of record: where its list stands, its form, filters, columns and words."""

    app: str
    name: str
    place: str
    form: type[RecordForm[Any]]
    filters: type[FilterSet]
    columns: Mapping[str, tuple[Promise, str]]
    order: str
    titles: tuple[Promise, Promise, Promise, Promise]  # list, add, change, void
    words: Mapping[str, Callable[[Any], object]] = {}  # of columns that need their own

    def paths(self, add_view: Any = None) -> list[URLPattern]:
        """Return the addresses of the list and of what adds, changes and voids."""
        model: Any = self.form._meta.model
        held, known = model._meta.app_label, model._meta.model_name
        heading, adding, changing, voiding = self.titles
        place = {"place": f"{self.app}:{self.place}"}
        writes = {
            **place,
            "model": model,
            "permission_required": f"{held}.change_{known}",
        }
        listed = views.PublicList.as_view(
            **place,
            model=model,
            permission_required=f"{held}.view_{known}",
            filterset_class=self.filters,
            columns=self.columns,
            words=self.words,
            order=self.order,
            heading=heading,
            add_label=adding,
            pages=f"{self.app}:{self.name}",
        )
        add = add_view or views.PublicAdd.as_view(
            **place,
            form_class=self.form,
            heading=adding,
            permission_required=f"{held}.add_{known}",
        )
        change = views.PublicChange.as_view(
            **writes, form_class=self.form, heading=changing
        )
        void = views.PublicVoid.as_view(
            **writes, heading=voiding, shown=tuple(self.columns), words=self.words
        )
        return [
            path(f"{self.place}/", listed, name=self.place),
            path(f"{self.place}/add/", add, name=f"{self.name}-add"),
            path(f"{self.place}/<int:pk>/change/", change, name=f"{self.name}-change"),
            path(f"{self.place}/<int:pk>/void/", void, name=f"{self.name}-void"),
        ]


CALLS = Kept(
    "prevention",
    "call",
    "calls",
    forms.CallForm,
    filters.CallFilters,
    {
        "received_on": (_("Received"), "received_on"),
        "topic": (_("Topic"), ""),
        "outcome": (_("Outcome"), ""),
    },
    "-received_on",
    (
        _("Appeals to the hotline 152"),
        _("New appeal"),
        _("Change the appeal"),
        _("Void the appeal"),
    ),
)
ACTIVITIES = Kept(
    "prevention",
    "activity",
    "activities",
    forms.ActivityForm,
    filters.ActivityFilters,
    {
        "held_on": (_("Held"), "held_on"),
        "kind": (_("Kind"), "kind"),
        "organiser": (_("Organiser"), ""),
        "region": (_("City or region"), ""),
        "role": (_("Officers were"), ""),
        "participants": (_("People"), "participants"),
        "copies": (_("Copies"), "copies"),
    },
    "-held_on",
    (
        _("Activities"),
        _("New activity"),
        _("Change the activity"),
        _("Void the activity"),
    ),
)
GRANTS = Kept(
    "prevention",
    "grant",
    "grants",
    forms.GrantForm,
    filters.GrantFilters,
    {
        "project": (_("Project"), "project"),
        "organisation": (_("Organisation"), ""),
        "granted_on": (_("Granted"), "granted_on"),
        "amount_azn": (_("Amount, AZN"), "amount_azn"),
        "purpose": (_("For"), "purpose"),
        "recipients": (_("Shelters or centres"), ""),
    },
    "-granted_on",
    (_("Grants"), _("New grant"), _("Change the grant"), _("Void the grant")),
)

urlpatterns = [
    *CALLS.paths(views.CallAdd.as_view()),
    *ACTIVITIES.paths(),
    *GRANTS.paths(),
]
