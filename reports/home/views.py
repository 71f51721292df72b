"""The first page: what each role may do, and a few counts that lead to their lists.

Stands at the top because it counts over all apps.
"""

from collections.abc import Callable, Iterator
from typing import Any, Final, NamedTuple
from urllib.parse import urlencode

from django.http import HttpRequest, QueryDict
from django.urls import reverse
from django.utils.functional import Promise
from django.utils.timezone import localdate
from django.utils.translation import gettext_lazy as _
from django.views.generic import TemplateView

from accounts.access import PageAccess
from accounts.models import User
from cases.filters import CaseFilters
from cases.models import CriminalCase
from prevention.models import AgencyReturn, Call
from reports.home import beds, due, police, system
from reports.home.blocks import Block, Number, number
from reports.home.office import readiness
from reports.home.waiting import waiting
from victims.models import Victim


class Door(NamedTuple):
    """A page that a role opens from here: its name, what one does there, who may."""

    page: str
    title: Promise
    lead: Promise
    permission: str


DOORS: Final = (
    Door(
        "victims:new",
        _("Register a person"),
        _("Search first; then the first hour."),
        "victims.add_victim",
    ),
    Door(
        "victims:list",
        _("People"),
        _("The people in your reach, with search and filters."),
        "victims.view_victim",
    ),
    Door(
        "cases:list",
        _("Cases"),
        _("Criminal cases with offences, accused, verdicts and victims as codes."),
        "cases.view_criminalcase",
    ),
    Door(
        "cases:add",
        _("New case"),
        _("Open a criminal case; it is assigned to you."),
        "cases.add_criminalcase",
    ),
    Door(
        "reports:latest",
        _("Figures"),
        _("The annual figures; each opens the records it counts."),
        "reports.view_figures",
    ),
    Door(
        "analytics:cases",
        _("Analytics"),
        _("Cases and their victims counted by two facts, by route and by month."),
        "reports.view_analytics",
    ),
    Door(
        "returns:newest",
        _("Returns"),
        _("What other agencies counted: enter a value, approve another person's."),
        "prevention.view_agencyreturn",
    ),
    Door(
        "returns:baselines",
        _("Totals before the register"),
        _("Where the cumulative figures start from."),
        "prevention.view_baseline",
    ),
    Door(
        "legacy:list",
        _("Earlier years"),
        _("What printed reports tell of 2005 to the register, with sources."),
        "reports.view_legacyyear",
    ),
    Door(
        "standards:latest",
        _("Standards"),
        _("A year in the tables of UNODC, HTCDS and the SDG, and what others publish."),
        "reports.view_mapping",
    ),
    Door(
        "prevention:call-add",
        _("New appeal"),
        _("Enter the appeals to the hotline 152 of a day, one after another."),
        "prevention.add_call",
    ),
    Door(
        "prevention:activities",
        _("Activities"),
        _("Seminars, trainings, campaigns and what was handed out."),
        "prevention.view_activity",
    ),
    Door(
        "prevention:grants",
        _("Grants"),
        _("Money granted to projects of associations."),
        "prevention.view_grant",
    ),
    Door(
        "exchange:import",
        _("Import and export"),
        _("Bring a register in from files, a trial first; or take it out."),
        "exchange.import_register",
    ),
    Door(
        "journal",
        _("Journal"),
        _("Who opened, changed or exported what, and every refusal."),
        "accounts.view_journalentry",
    ),
    Door(
        "users:list",
        _("Accounts"),
        _("Accounts and their roles."),
        "accounts.view_user",
    ),
    Door(
        "admin:index",
        _("Reference data"),
        _("Organisations, regions, shelters, legal acts, rates and terms."),
        "reference.change_organisation",
    ),
)


def people(user: User) -> Iterator[Number]:
    """Yield who is in a shelter now."""
    if user.has_perm("assistance.view_placement"):
        stays = {"placements__voided_at": None, "placements__left_on": None}
        here = Victim.objects.visible_to(user).current()
        found = here.filter(**stays, placements__isnull=False)
        yield number(_("in a shelter now"), found, "victims:list", placement="now")


def cases(user: User) -> Iterator[Number]:
    """Yield the cases opened this year, and those with nobody sent to court."""
    if user.has_perm("cases.view_criminalcase"):
        reached = CriminalCase.objects.visible_to(user).current()
        for text, asked in (
            (_("cases opened this year"), {"year": str(localdate().year)}),
            (_("cases with nobody sent to court"), {"court": "no"}),
        ):
            asking = QueryDict(urlencode(asked))
            found = CaseFilters(asking, reached).qs
            yield number(text, found, "cases:list", **asked)


def office(user: User) -> Iterator[Number]:
    """Yield the returns that wait for a second person, and the appeals of today."""
    if user.has_perm("prevention.approve_agencyreturn"):
        waiting = AgencyReturn.objects.current().filter(approved_at=None)
        waiting = waiting.exclude(entered_by=user)
        newest = waiting.order_by("-year").first()
        if newest is not None:
            page = reverse("returns:year", args=[newest.year])
            count = waiting.filter(year=newest.year).count()
            yield Number(_("returns to approve"), count, page)
    if user.has_perm("prevention.view_call"):
        day = localdate()
        calls = Call.objects.current().filter(received_on=day)
        yield number(
            _("appeals today"), calls, "prevention:calls", day=f"{day:%d.%m.%Y}"
        )


COUNTED: Final[tuple[Callable[[User], Iterator[Number]], ...]] = (
    waiting,
    people,
    cases,
    office,
)


BLOCKS: Final[tuple[Callable[[HttpRequest, User], Iterator[Block]], ...]] = (
    due.due,
    police.changed,
    readiness,
    system.terms,
    system.watched,
    beds.beds,
    due.waiting,
    police.watched,
    system.accounts,
)


class Home(PageAccess, TemplateView):
    """The first page of every signed-in user."""

    permission_required = ()
    template_name = "reports/home.html"

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        """Return what waits for the user, his counts, and what he may open."""
        user = self.user
        blocks = [block for made in BLOCKS for block in made(self.request, user)]
        doors = [door for door in DOORS if user.has_perm(door.permission)]
        return super().get_context_data(**kwargs) | {
            "main": [block for block in blocks if block.main],
            "side": [block for block in blocks if not block.main],
            "doors": doors,
            "numbers": [found for counted in COUNTED for found in counted(user)],
            "today": localdate(),
        }
