"""Addresses of criminal cases: a case by its number, its records by their section."""

from typing import Any, NamedTuple

from django.urls import URLPattern, path
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

import thb.converters  # noqa: F401 - <code:number>
from cases import forms, views
from cases.sections import SECTIONS

app_name = "cases"


class Written(NamedTuple):
    """A kind of record of a case, and what the pages that write it are called."""

    name: str
    section: str
    form: type[forms.CaseRecordForm[Any]]
    add: Promise
    change: Promise
    void: Promise
    shown: tuple[str, ...]  # before it is voided

    def paths(self) -> list[URLPattern]:
        """Return the addresses that add, change and void the record."""
        model: Any = self.form._meta.model
        section = {"section": self.section}
        address = f"<code:number>/{self.section}/"
        add = views.CaseRecordAdd.as_view(
            **section,
            form_class=self.form,
            heading=self.add,
            permission_required=f"cases.add_{model._meta.model_name}",
        )
        writes = {
            **section,
            "model": model,
            "permission_required": f"cases.change_{model._meta.model_name}",
        }
        change = views.CaseRecordChange.as_view(
            **writes, form_class=self.form, heading=self.change
        )
        void = views.CaseRecordVoid.as_view(
            **writes, shown=self.shown, heading=self.void
        )
        return [
            path(f"{address}add/", add, name=f"{self.name}-add"),
            path(f"{address}<int:pk>/change/", change, name=f"{self.name}-change"),
            path(f"{address}<int:pk>/void/", void, name=f"{self.name}-void"),
        ]


WRITTEN = (
    Written(
        "offence",
        "offences",
        forms.OffenceForm,
        _("Add an offence"),
        _("Change the offence"),
        _("Void the offence"),
        ("number", "article", "registered_on"),
    ),
    Written(
        "accused",
        "accused",
        forms.AccusedForm,
        _("Add an accused person"),
        _("Change the accused person"),
        _("Void the accused person"),
        ("code", "sex", "citizenship", "sent_to_court_on"),
    ),
    Written(
        "contact",
        "contacts",
        forms.AccusedContactForm,
        _("Add a contact"),
        _("Change the contact"),
        _("Void the contact"),
        ("accused", "kind"),
    ),
    Written(
        "wanted",
        "wanted",
        forms.WantedNoticeForm,
        _("Declare as wanted"),
        _("Change the wanted notice"),
        _("Void the wanted notice"),
        ("accused", "declared_on", "closed_on", "outcome"),
    ),
    Written(
        "verdict",
        "verdicts",
        forms.VerdictForm,
        _("Record a verdict"),
        _("Change the verdict"),
        _("Void the verdict"),
        ("accused", "verdict_on", "result"),
    ),
    Written(
        "victim",
        "victims",
        forms.CaseVictimForm,
        _("Link a person by code"),
        _("Change the link"),
        _("Void the link"),
        ("victim",),
    ),
    Written(
        "group",
        "groups",
        forms.CriminalGroupForm,
        _("Add a criminal group"),
        _("Change the criminal group"),
        _("Void the criminal group"),
        ("code", "neutralised_on"),
    ),
    Written(
        "assignment",
        "investigators",
        forms.CaseAssignmentForm,
        _("Assign an investigator"),
        _("Change the assignment"),
        _("Void the assignment"),
        ("user", "since", "until"),
    ),
)

urlpatterns = [
    path("", views.CaseList.as_view(), name="list"),
    path("find/", views.CaseFind.as_view(), name="find"),
    path("compare/", views.CaseCompare.as_view(), name="compare"),
    path("shared-contacts/", views.SharedContacts.as_view(), name="shared-contacts"),
    path("add/", views.CaseAdd.as_view(), name="add"),
    path("<code:number>/", views.CaseOverview.as_view(), name="overview"),
    path("<code:number>/change/", views.CaseChange.as_view(), name="change"),
    path("<code:number>/void/", views.CaseVoid.as_view(), name="void"),
    path("<code:number>/history/", views.CaseHistory.as_view(), name="history"),
    *(
        path(
            f"<code:number>/{section.name}/",
            views.CaseSection.as_view(
                section=section.name, permission_required=section.permission
            ),
            name=section.name,
        )
        for section in SECTIONS
    ),
    *(
        address
        for written in WRITTEN
        for address in written.paths()
        if address.name != "victim-change"  # a wrong link is voided, and made anew
    ),
    path(
        "<code:number>/wanted/<int:pk>/close/",
        views.WantedNoticeClose.as_view(),
        name="wanted-close",
    ),
]
