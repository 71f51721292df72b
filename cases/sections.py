"""The sections of a case's page, each with an address of its own."""

from collections.abc import Callable
from typing import Any, Final, NamedTuple

from django.db.models import Count, Max, Prefetch, Q, QuerySet
from django.utils.functional import Promise
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from accounts.models import User
from cases.models import (
    Accused,
    AccusedContact,
    CaseAssignment,
    CaseVictim,
    CriminalCase,
    CriminalGroup,
    Offence,
    Verdict,
    WantedNotice,
)
from thb.days import long_day
from victims.models import Exploitation, StatusDecision, Victim

type Records = Callable[[CriminalCase, User], QuerySet[Any]]


class Section(NamedTuple):
    """A section: the last part of its address, its label, and what stands in it."""

    name: str
    label: Promise
    kind: str  # of record, as the names of the pages that write it begin
    permission: str
    add_label: Promise
    empty: Promise
    records: Records
    on_overview: bool = True

    @property
    def page(self) -> str:
        """Return the name of the section's page."""
        return f"cases:{self.name}"

    @property
    def table(self) -> str:
        """Return the template that draws the records."""
        return f"cases/tables/{self.name}.html"

    @property
    def add(self) -> str:
        """Return the name of the page that adds a record."""
        return f"cases:{self.kind}-add"

    @property
    def change(self) -> str:
        """Return the name of the page that changes a record."""
        return f"cases:{self.kind}-change"

    @property
    def void(self) -> str:
        """Return the name of the page that voids a record."""
        return f"cases:{self.kind}-void"

    def allows(self, verb: str, user: User) -> bool:
        """Return whether the user may add or change records of the section."""
        return user.has_perm(self.permission.replace("view", verb))


def prefetched(path: str, records: QuerySet[Any], name: str) -> Prefetch[Any, Any, Any]:
    """Return records to fetch with all rows at once, kept under a name."""
    return Prefetch(path, records, name)


def offences(case: CriminalCase, _user: User) -> QuerySet[Offence]:
    """Return the offences of the case."""
    return case.offences.all()


def accused(case: CriminalCase, _user: User) -> QuerySet[Accused]:
    """Return the accused with their verdicts and notices that count."""
    current = Verdict.objects.current()
    still = WantedNotice.objects.current().filter(closed_on=None)
    return case.accused.select_related("group").prefetch_related(
        prefetched("verdicts", current, "current_verdicts"),
        prefetched("wanted_notices", still, "open_notices"),
    )


def groups(case: CriminalCase, _user: User) -> QuerySet[CriminalGroup]:
    """Return the groups with the number of their members who count."""
    members = Count("members", Q(members__voided_at=None))
    return case.groups.annotate(member_count=members)


def contacts(case: CriminalCase, _user: User) -> QuerySet[AccusedContact]:
    """Return the contacts of the accused of the case."""
    known = AccusedContact.objects.filter(accused__case=case)
    return known.select_related("accused").order_by("accused", "pk")


def wanted(case: CriminalCase, _user: User) -> QuerySet[WantedNotice]:
    """Return the notices on the accused of the case."""
    notices = WantedNotice.objects.filter(accused__case=case)
    return notices.select_related("accused")


def verdicts(case: CriminalCase, _user: User) -> QuerySet[Verdict]:
    """Return the verdicts on the accused of the case."""
    return Verdict.objects.filter(accused__case=case).select_related("accused")


def victims(case: CriminalCase, user: User) -> QuerySet[CaseVictim]:
    """Return the victims of the case within reach, with what analysts may know."""
    reached = Victim.objects.visible_to(user).current()
    forms = Exploitation.objects.current().filter(main=True)
    decisions = StatusDecision.objects.identifying().order_by("decided_on")
    links = case.victim_links.filter(victim__in=reached.values("pk"))
    return links.select_related("victim").prefetch_related(
        prefetched("victim__exploitations", forms, "main_exploitations"),
        prefetched("victim__decisions", decisions, "identifications"),
    )


def assignments(case: CriminalCase, _user: User) -> QuerySet[CaseAssignment]:
    """Return who has, had or will have the case in hand."""
    return case.assignments.select_related("user")


SECTIONS: Final = (
    Section(
        "offences",
        _("Offences"),
        "offence",
        "cases.view_offence",
        _("Add an offence"),
        _("No offence is recorded in this case."),
        offences,
    ),
    Section(
        "accused",
        _("Accused"),
        "accused",
        "cases.view_accused",
        _("Add an accused person"),
        _("Nobody is recorded as accused in this case."),
        accused,
    ),
    Section(
        "contacts",
        _("Contacts"),
        "contact",
        "cases.view_accusedcontact",
        _("Add a contact"),
        _("No phone or name on a network is recorded of the accused."),
        contacts,
        on_overview=False,
    ),
    Section(
        "wanted",
        _("Wanted"),
        "wanted",
        "cases.view_wantednotice",
        _("Declare as wanted"),
        _("Nobody of this case is or was wanted."),
        wanted,
    ),
    Section(
        "verdicts",
        _("Verdicts"),
        "verdict",
        "cases.view_verdict",
        _("Record a verdict"),
        _("No verdict yet."),
        verdicts,
    ),
    Section(
        "victims",
        _("Victims"),
        "victim",
        "cases.view_casevictim",
        _("Link a person by code"),
        _("No victim is linked to this case."),
        victims,
    ),
    Section(
        "groups",
        _("Groups"),
        "group",
        "cases.view_criminalgroup",
        _("Add a criminal group"),
        _("No criminal group is recorded in this case."),
        groups,
    ),
    Section(
        "investigators",
        _("Investigators"),
        "assignment",
        "cases.view_caseassignment",
        _("Assign an investigator"),
        _("No investigator has this case in hand."),
        assignments,
    ),
)


def empty_words(section: Section, case: CriminalCase) -> Promise | str:
    """Return what is said of a section without records; of verdicts, what waits."""
    if section.name != "verdicts":
        return section.empty
    sent = case.accused.filter(voided_at=None).aggregate(day=Max("sent_to_court_on"))
    day = sent["day"]
    if day is None:
        return section.empty
    return gettext("No verdict yet; sent to court on %s.") % long_day(day)


def sections_of(user: User) -> list[Section]:
    """Return the sections that the user may open."""
    return [section for section in SECTIONS if user.has_perm(section.permission)]
