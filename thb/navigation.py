"""What stands in the navigation: one row a page, shown to whoever may open it."""

from collections.abc import Iterator
from typing import Final, NamedTuple

from django.contrib.auth.models import AbstractBaseUser, AnonymousUser
from django.http import HttpRequest
from django.urls import reverse
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

type Visitor = AbstractBaseUser | AnonymousUser


class Entry(NamedTuple):
    """A page of the navigation: its name there, its URL name, the permission for it."""

    label: str | Promise
    page: str
    permission: str
    unless: str = ""  # a permission whose holders reach the page from another one


class Place(NamedTuple):
    """An entry as one user sees it on one page."""

    label: str | Promise
    url: str
    current: bool


# In the order of the page. A role sees at most six: more belong on a page of their own.
ENTRIES: Final[tuple[Entry, ...]] = (
    Entry(_("Work list"), "due:list", "assistance.view_deadline"),
    Entry(_("People"), "victims:list", "victims.view_victim"),
    Entry(_("Beds"), "beds:board", "assistance.view_bed"),
    Entry(_("Referrals"), "inbox:list", "assistance.receive_sending"),
    Entry(_("Cases"), "cases:list", "cases.view_criminalcase"),
    Entry(_("Ask for a bed"), "bedrequests:list", "assistance.add_bedrequest"),
    Entry(_("Figures"), "reports:latest", "reports.view_figures"),
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
    Entry(_("Returns"), "returns:newest", "prevention.view_agencyreturn"),
    Entry(_("Approvals"), "approvals:waiting", "assistance.approve_allowance"),
    Entry(_("Prevention"), "prevention:calls", "prevention.view_call"),
    Entry(_("Import and export"), "exchange:import", "exchange.import_register"),
    Entry(_("Journal"), "journal", "accounts.view_journalentry"),
    Entry(_("Accounts"), "users:list", "accounts.view_user"),
)

# Where the search field of the top bar posts to: the first that the user may open.
QUICK_SEARCH: Final[tuple[Entry, ...]] = (
    Entry(_("People"), "victims:list", "victims.view_victim"),
)


def places(request: HttpRequest, entries: tuple[Entry, ...] = ENTRIES) -> list[Place]:
    """Return the entries that the user may open; the one he is in is current."""
    return list(_places(request, entries))


def _places(request: HttpRequest, entries: tuple[Entry, ...]) -> Iterator[Place]:
    match = request.resolver_match
    here = match.namespace if match else ""
    for entry in entries:
        if may_open(request, entry):
            url = reverse(entry.page)
            space = entry.page.rpartition(":")[0]
            current = request.path.startswith(url) or (bool(space) and space == here)
            yield Place(entry.label, url, current)


def may_open(request: HttpRequest, entry: Entry) -> bool:
    """Tell whether the user has the entry's permission."""
    user = request.user
    elsewhere = bool(entry.unless) and user.has_perm(entry.unless)
    return user.is_authenticated and user.has_perm(entry.permission) and not elsewhere
