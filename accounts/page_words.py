"""What the journal calls a page: its own heading, in the language of the reader."""

import re
from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import Any, Final

from django.template.loader import get_template
from django.urls import get_resolver
from django.utils.functional import Promise
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from accounts.gate import View, pages

HEADING: Final = re.compile(
    r"\{% block (?:heading|title) %\}\s*\{% translate \"([^\"]+)\" %\}\s*\{% endblock"
)
# Pages whose heading is not one sentence of their own; a name that ends in * stands for
# all that begin so.
CALLED: Final[Mapping[str, Promise]] = {
    "terminal:*": _("A command of the server"),
    "admin:*": _("Reference data"),
    "mfa_*": _("Second factor"),
    "account_login": _("Sign in"),
    "account_*": _("My account"),
    "lock": _("Hide screen"),
    "stay": _("Stay signed in"),
    "kept": _("What was typed before the screen was hidden"),
    "set_language": _("Language"),
    "help:*": _("Help"),
    "ready": _("How ready the year is"),
    "users:*": _("Users"),
    "lists:*": _("Views and columns of a list"),
    "victims:draft_alike": _("May already be known"),
    "victims:draft_apart": _("May already be known"),
    "victims:draft_check": _("Check the answers"),
    "victims:draft_*": _("First hour"),
    "victims:duplicate_apart": _("May already be known"),
    "victims:merge*": _("Merging of two records"),
    "victims:identity": _("Identity"),
    "victims:identification": _("Identification"),
    "victims:note*": _("Notes"),
    "victims:documents": _("Documents"),
    "victims:paper_*": _("Documents"),
    "assistance:overview": _("Overview of a file"),
    "assistance:placement": _("Placement"),
    "assistance:services": _("Services"),
    "assistance:referrals": _("Referrals"),
    "assistance:allowance*": _("Allowance"),
    "assistance:children": _("Children"),
    "assistance:history": _("History of a file"),
    "beds:*": _("Beds"),
    "inbox:*": _("Referrals"),
    "cases:overview": _("Overview of a case"),
    "cases:history": _("History of a case"),
    "cases:offences": _("Offences"),
    "cases:accused": _("Accused"),
    "cases:contacts": _("Contacts of the accused"),
    "cases:wanted": _("Wanted"),
    "cases:verdicts": _("Verdicts"),
    "cases:victims": _("Victims"),
    "cases:groups": _("Groups"),
    "cases:investigators": _("Investigators"),
    "returns:*": _("Returns"),
    "reports:download": _("Figures taken out as a file"),
    "reports:check": _("Records behind a check"),
    "reports:figure": _("Records behind a figure"),
    "reports:cell": _("Records behind a figure"),
    "reports:*": _("Figures"),
    "report:download": _("Report taken out as a file"),
    "report:release-download": _("Report taken out as a file"),
    "report:*": _("Report"),
    "standards:file": _("Table taken out as a file"),
    "standards:*": _("Standards"),
    "open:*": _("Public page"),
    "analytics:download": _("Table taken out as a file"),
    "analytics:records": _("Records behind a table"),
    "analytics:*": _("Case analytics"),
    "exchange:*": _("Import of the register"),
}


@cache
def views() -> dict[str, View]:
    """Return the view of each page by the page's name."""
    return {name: view for name, _route, view in pages(get_resolver().url_patterns)}


def page_words(name: str) -> str:
    """Return what the page is called; one that is no longer there keeps its name."""
    called = own_heading(name) or given(name)
    return gettext(called) if isinstance(called, str) else str(called or name)


@cache
def own_heading(name: str) -> Any:
    """Return the heading that the page's view or template gives it, if it is fixed."""
    view = views().get(name)
    cls: Any = getattr(view, "view_class", None)
    own: dict[str, Any] = getattr(view, "view_initkwargs", {})
    heading = own.get("heading", getattr(cls, "heading", ""))
    if isinstance(heading, str | Promise) and heading:
        return heading
    return heading_in(own.get("template_name", getattr(cls, "template_name", None)))


def heading_in(template: str | None) -> str:
    """Return the one sentence that a template has as its heading, untranslated."""
    if not template:
        return ""
    source: Any = get_template(template.partition("#")[0])
    found = HEADING.search(Path(source.origin.name).read_text())
    return found[1] if found else ""


def given(name: str) -> Promise | None:
    """Return what `CALLED` says of a page: its own words, else those of its kind."""
    kinds = (called for called in CALLED if called.endswith("*"))
    kind = next((one for one in kinds if name.startswith(one[:-1])), "")
    return CALLED.get(name) or CALLED.get(kind)
