"""The kinds of record behind the figures: who may list them, and in which columns."""

from collections.abc import Callable, Mapping
from datetime import date
from functools import cache
from typing import Any, Final, NamedTuple

from django.db import models
from django.utils.functional import Promise
from django.utils.timezone import localdate
from django.utils.translation import gettext_lazy as _

from accounts.models import User
from cases.models import Accused, CriminalCase, CriminalGroup, Offence
from prevention.models import Activity, AgencyReturn, Call, Grant
from reference.countries import country_name
from reference.models import Region
from reports.catalogue import FIGURES
from reports.figures import Records
from thb.facts import value_of
from thb.templatetags.writing import short_day
from victims.ages import band_words
from victims.choices import ExploitationType
from victims.models import Dependant, Victim

type Text = str | Promise

EVERY_RECORD: Final = "reports.view_every_record"
RECORDS_OF_CASES: Final = "reports.view_records_of_cases"
RECORDS_OF_VICTIMS: Final = "reports.view_records_of_victims"


class Page(NamedTuple):
    """A record's page: its URL name, the permission for it, the path to its code."""

    name: str
    permission: str
    code: str

    def may_open(self, user: User) -> bool:
        """Tell whether the user's role opens such pages."""
        return user.has_perm(self.permission)


class Column(NamedTuple):
    """A column of a list: its name, the field, and the page that the field leads to.

    `say` puts into words what is not a field of the record itself.
    """

    label: Text
    field: str
    page: Page | None = None
    say: Callable[[Any], object] | None = None

    def text(self, record: Any) -> str:
        """Return the value in words; a day as tables have it."""
        value = getattr(record, self.field)
        if value not in (None, "") and self.say is not None:
            return str(self.say(value))
        return (
            short_day(value)
            if isinstance(value, date)
            else value_of(record, self.field)
        )

    def target(self, record: Any) -> Any:
        """Return the record that the column leads to: this one or one it belongs to."""
        value = getattr(record, self.field)
        return value if isinstance(value, models.Model) else record


class Kind(NamedTuple):
    """A kind of record: the permission to list it, the order, the columns.

    `extra` are columns for what a figure's population adds to the record.
    """

    title: Text
    permission: str
    order: str
    columns: tuple[Column, ...]
    extra: tuple[Column, ...] = ()

    def columns_of(self, records: Records) -> list[Column]:
        """Return the columns of a list of such records."""
        added = records.query.annotations
        return [*self.columns, *(c for c in self.extra if c.field in added)]


def form_of(code: str) -> object:
    """Return the name of a form of exploitation."""
    return ExploitationType(code).label


PERSON: Final = Page("assistance:overview", "victims.view_victim", "code")
CASE: Final = Page("cases:overview", "cases.view_criminalcase", "number")
CASE_COLUMN: Final = Column(_("Case"), "case", CASE)

KINDS: Final[Mapping[type[models.Model], Kind]] = {
    Victim: Kind(
        _("persons, as codes"),
        RECORDS_OF_VICTIMS,
        "code",
        (
            Column(_("Code"), "code", PERSON),
            Column(_("Sex"), "sex"),
            Column(_("Age group"), "age_at_identification", say=band_words),
            Column(_("Citizenship"), "citizenship"),
        ),
        (
            Column(_("Identified on"), "identified_on"),
            Column(_("Form of exploitation"), "main_type", say=form_of),
            Column(_("Country of exploitation"), "main_country", say=country_name),
            Column(_("Paid on"), "paid_on"),
            Column(_("Amount, AZN"), "amount_azn"),
        ),
    ),
    Dependant: Kind(
        _("children, as codes"),
        EVERY_RECORD,
        "code",
        (
            Column(_("Code"), "code"),
            Column(_("Parent"), "victim", PERSON),
            Column(_("Sex"), "sex"),
        ),
    ),
    Offence: Kind(
        _("crimes"),
        RECORDS_OF_CASES,
        "number",
        (
            Column(_("Number"), "number"),
            Column(_("Article"), "article"),
            Column(_("Registered on"), "registered_on"),
            CASE_COLUMN,
        ),
    ),
    CriminalGroup: Kind(
        _("criminal groups"),
        RECORDS_OF_CASES,
        "code",
        (
            Column(_("Code"), "code"),
            Column(_("Neutralised on"), "neutralised_on"),
            CASE_COLUMN,
        ),
    ),
    Accused: Kind(
        _("accused persons"),
        RECORDS_OF_CASES,
        "code",
        (
            Column(_("Code"), "code"),
            Column(_("Sex"), "sex"),
            Column(_("Citizenship"), "citizenship"),
            Column(_("Sent to court on"), "sent_to_court_on"),
            CASE_COLUMN,
        ),
    ),
    CriminalCase: Kind(
        _("criminal cases"),
        RECORDS_OF_CASES,
        "number",
        (
            Column(_("Number"), "number", CASE),
            Column(_("Article"), "article"),
            Column(_("Opened on"), "opened_on"),
            Column(_("Investigation completed on"), "investigation_completed_on"),
        ),
    ),
    Call: Kind(
        _("appeals"),
        EVERY_RECORD,
        "received_on",
        (
            Column(_("Received on"), "received_on"),
            Column(_("Topic"), "topic"),
            Column(_("Outcome"), "outcome"),
        ),
    ),
    Activity: Kind(
        _("activities"),
        EVERY_RECORD,
        "held_on",
        (
            Column(_("Held on"), "held_on"),
            Column(_("Kind"), "kind"),
            Column(_("Organiser"), "organiser"),
            Column(_("City or region"), "region"),
            Column(_("Officers were"), "role"),
            Column(_("Copies handed out"), "copies"),
        ),
    ),
    Region: Kind(
        _("cities and regions"),
        EVERY_RECORD,
        "name",
        (Column(_("City or region"), "name"),),
    ),
    Grant: Kind(
        _("grants"),
        EVERY_RECORD,
        "granted_on",
        (
            Column(_("Project"), "project"),
            Column(_("Organisation"), "organisation"),
            Column(_("Granted on"), "granted_on"),
            Column(_("For"), "purpose"),
            Column(_("Amount, AZN"), "amount_azn"),
        ),
    ),
    AgencyReturn: Kind(
        _("returns"),
        EVERY_RECORD,
        "figure",
        (
            Column(_("Value"), "value"),
            Column(_("Precision"), "precision"),
            Column(_("Agency"), "agency"),
            Column(_("Source document"), "document"),
            Column(_("Entered by"), "entered_by"),
            Column(_("Approved by"), "approved_by"),
        ),
    ),
}


def kind_of(records: Records) -> Kind:
    """Return the kind of the records of a list."""
    return KINDS[records.model]


@cache
def kind_behind(code: str) -> Kind:
    """Return the kind of record that a figure counts."""
    return kind_of(FIGURES[code].records(localdate().year))
