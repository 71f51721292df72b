"""What stands in the navigation: one row a page, shown to whoever may open it."""

from typing import Final, NamedTuple

from django.contrib.auth.models import AbstractBaseUser, AnonymousUser
from django.http import HttpRequest
from django.urls import reverse
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

type Visitor = AbstractBaseUser | AnonymousUser


class Entry(NamedTuple):
    """A page of the navigation: its name there, its URL name, the permission for it.

    One with pages `inside` stands for them all; these stand below it once it is opened.
    """

    label: str | Promise
    page: str
    permission: str
    unless: str = ""  # a permission whose holders reach the page from another one
    inside: tuple["Entry", ...] = ()
    also: str = ""  # a namespace that has no entry of its own

    @property
    def space(self) -> str:
        """Return the namespace of the page; none for a page outside every app."""
        return self.page.rpartition(":")[0]


class Place(NamedTuple):
    """An entry as one user sees it on one page."""

    label: str | Promise
    url: str
    current: bool


FIGURES: Final = Entry(_("Figures"), "reports:latest", "reports.view_figures")
ACCOUNTS: Final = Entry(_("Accounts"), "users:list", "accounts.view_user")
OF_THE_YEAR: Final = (
    FIGURES,
    Entry(_("Report"), "report:latest", "reports.view_report"),
    Entry(_("Check a text"), "texts:check", "reports.check_text"),
    Entry(_("Standards"), "standards:latest", "reports.view_mapping"),
    Entry(_("Returns"), "returns:newest", "prevention.view_agencyreturn"),
    Entry(
        _("Totals before the register"),
        "returns:baselines",
        "prevention.view_baseline",
    ),
    Entry(_("Earlier years"), "legacy:list", "reports.view_legacyyear"),
)
MANAGED: Final = (
    ACCOUNTS,
    Entry(_("Import and export"), "exchange:import", "exchange.import_register"),
    Entry(
        _("Small numbers"), "analytics:small-numbers", "reports.change_disclosurerule"
    ),
)

# In the order of the page. A role sees at most six: more belong inside one of them.
ENTRIES: Final[tuple[Entry, ...]] = (
    Entry(_("Work list"), "due:list", "assistance.view_deadline"),
    Entry(_("People"), "victims:list", "victims.view_victim"),
    Entry(_("Beds"), "beds:board", "assistance.view_bed"),
    Entry(_("Referrals"), "inbox:list", "assistance.receive_sending"),
    Entry(_("Cases"), "cases:list", "cases.view_criminalcase", also="watch"),
    Entry(_("Requests for beds"), "bedrequests:list", "assistance.add_bedrequest"),
    FIGURES._replace(inside=OF_THE_YEAR),
    Entry(
        _("Report"),
        "report:latest",
        "reports.view_report",
        unless="reports.view_figures",
    ),
    Entry(
        _("Analytics"),
        "analytics:cases",
        "reports.view_analytics",
        unless="prevention.view_agencyreturn",
    ),
    Entry(_("Approvals"), "approvals:waiting", "assistance.approve_allowance"),
    Entry(_("Prevention"), "prevention:calls", "prevention.view_call"),
    Entry(
        _("Administration"), "users:list", "exchange.import_register", inside=MANAGED
    ),
    ACCOUNTS._replace(unless="exchange.import_register"),
    Entry(_("Reference data"), "admin:index", "reference.change_organisation"),
    Entry(_("Journal"), "journal", "accounts.view_journalentry"),
)

# Where the search field of the top bar posts to: the first that the user may open.
QUICK_SEARCH: Final[tuple[Entry, ...]] = (
    Entry(_("Cases"), "cases:find", "cases.view_criminalcase"),
    Entry(_("People"), "victims:list", "victims.view_victim"),
)


def places(request: HttpRequest, entries: tuple[Entry, ...] = ENTRIES) -> list[Place]:
    """Return the entries that the user may open; the one he is in is current."""
    offered = [entry for entry in entries if may_open(request, entry)]
    here = current_of(request, offered)
    return [Place(entry.label, reverse(entry.page), entry is here) for entry in offered]


def inside(request: HttpRequest) -> list[Place]:
    """Return the pages inside the entry that the user is in, if there are several."""
    offered = [entry for entry in ENTRIES if may_open(request, entry)]
    here = current_of(request, offered)
    found = places(request, here.inside) if here else []
    return found if len(found) > 1 else []


def current_of(request: HttpRequest, entries: list[Entry]) -> Entry | None:
    """Return the entry whose address fits best, else the first of its namespace."""
    match = request.resolver_match
    space = match.namespace if match else ""
    fitting = {
        len(url): entry
        for entry in entries
        for part in (entry, *entry.inside)
        if request.path.startswith(url := reverse(part.page))
    }
    if fitting:
        return fitting[max(fitting)]
    return next((entry for entry in entries if space and is_of(entry, space)), None)


def is_of(entry: Entry, space: str) -> bool:
    """Tell whether the entry or a page inside it is of the namespace."""
    parts = (entry, *entry.inside)
    return space == entry.also or any(space == part.space for part in parts)


def may_open(request: HttpRequest, entry: Entry) -> bool:
    """Tell whether the user has the entry's permission."""
    user = request.user
    elsewhere = bool(entry.unless) and user.has_perm(entry.unless)
    return user.is_authenticated and user.has_perm(entry.permission) and not elsewhere
