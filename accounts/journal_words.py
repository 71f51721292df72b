"""An entry of the journal in the reader's words: its page, and the fields it names."""

from collections.abc import Iterable
from functools import cache
from typing import Any, Final

from django.apps import apps
from django.urls import get_resolver
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from accounts.gate import pages
from thb.letters import capfirst
from thb.navigation import ENTRIES

type Words = str | Promise

OWN_APPS: Final = frozenset(
    ("cases", "victims", "assistance", "prevention", "reports", "accounts", "reference")
)
APPS: Final = {
    "beds": "assistance",
    "due": "assistance",
    "inbox": "assistance",
    "approvals": "assistance",
    "bedrequests": "assistance",
    "returns": "prevention",
    "users": "accounts",
    "watch": "cases",
}
"""The apps of namespaces that are called otherwise."""
AREAS: Final[dict[str, Words]] = {
    **{
        part.page.partition(":")[0]: part.label
        for entry in reversed(ENTRIES)  # of two pages of a part the first names it
        for part in (*reversed(entry.inside), entry)
    },
    "users": _("Accounts"),
    "home": _("Start"),
    "ready": _("Figures"),
    "watch": _("Cases"),
    "assistance": _("People"),
    "lists": _("Lists"),
    "help": _("Help"),
    "admin": _("Reference data"),
    "terminal": _("Command line"),
    "lock": _("Hide screen"),
    "account_login": _("Sign in"),
    "account_logout": _("Sign out"),
    "account_change_password": _("My account"),
    "account_reauthenticate": _("Sign in"),
    "account_keys": _("My account"),
    "mfa": _("Second factor"),
}
PARTS: Final[dict[str, Words]] = {
    "overview": _("Overview"),
    "history": _("History"),
    "found": _("Search"),
    "find": _("Search"),
    "compare": _("Compare cases"),
    "offences": _("Offences"),
    "accused": _("Accused"),
    "wanted": _("Wanted"),
    "verdicts": _("Verdicts"),
    "victims": _("Victims"),
    "groups": _("Groups"),
    "contacts": _("Contacts"),
    "investigators": _("Investigators"),
    "export": _("Export"),
    "download": _("Export"),
    "identity": _("Identity"),
    "documents": _("Documents"),
    "notes": _("Notes"),
    "duplicates": _("Possible duplicates"),
    "services": _("Services"),
    "referrals": _("Referrals"),
    "placements": _("Placement"),
    "identification": _("Identification"),
}
FIELDS: Final[dict[str, Words]] = {
    "text": _("text searched for"),
    "names": _("names"),
    "undone": _("undone"),
    "second_factor": _("second factor"),
}


def page_words(name: str) -> str:
    """Return a page by its area and its own heading; one not known stays as kept."""
    space, _colon, part = name.partition(":")
    area = AREAS.get("mfa" if space.startswith("mfa_") else space)
    if area is None:
        return name
    own = _headings().get(name) or PARTS.get(part, "")
    return f"{area} · {own}" if own else str(area)


def field_words(page: str, names: Iterable[str]) -> str:
    """Return the fields as their forms call them; what is no field stays as kept."""
    space = page.partition(":")[0]
    known = {**_labels(""), **_labels(APPS.get(space, space)), **FIELDS}
    return ", ".join(capfirst(known[n]) if n in known else n for n in names)


@cache
def _headings() -> dict[str, Words]:
    """Return the headings of the pages that have one of their own, by page."""
    return {
        name: heading
        for name, _address, view in pages(get_resolver().url_patterns)
        if isinstance(heading := _heading(view), str | Promise) and heading
    }


def _heading(view: Any) -> object:
    given = getattr(view, "view_initkwargs", {}).get("heading")
    return given or getattr(getattr(view, "view_class", None), "heading", "")


@cache
def _labels(app: str) -> dict[str, Words]:
    """Return what fields of an app's models are called; of all apps for no name."""
    return {
        field.name: field.verbose_name
        for model in apps.get_models()
        if model._meta.app_label in OWN_APPS and app in {"", model._meta.app_label}
        for field in model._meta.concrete_fields
        if not field.primary_key
    }
