"""The address of every page, with the codes and keys of the world filled in."""

import re
from typing import Any

from django.urls import get_resolver, reverse

from accounts.gate import pages
from tests.access.world import World

PARTS = re.compile(r"<(?:\w+:)?(\w+)>")
FIXED = {
    "year": 2019,
    "figure": "victims.identified",
    "breakdown": "sex",
    "cell": "F",
    "check": "allowances.amount",
    "release": 1,
    "before": "1",
    "after": "live",
    "form": "csv",
    "language": "az",
    "suffix": "txt",
    "section": "victims",
    "list": "people",
    "username": "auditor-1",
    "app_label": "reference",
    "kind": "reflection",
    "standard": "glotip",
    "level": "internal",
    "what": "mapping",
    "pk": 1,
}
KEY_OF = {  # pages whose name does not say which record they open
    "beds:hold": "bed",
    "legacy:approve": "earlier_year",
    "legacy:void": "earlier_year",
    "standards:figure-change": "others_figure",
    "standards:figure-void": "others_figure",
    "beds:place": "bed",
    "beds:out": "bed",
    "beds:back": "bed-out",
    "beds:release": "bed-hold",
    "beds:prolong": "bed-hold",
    "beds:plan": "bed-stay",
    "beds:move": "bed-stay",
    "beds:away": "bed-stay",
    "beds:leave": "bed-stay",
    "beds:answer": "bed-request",
    "beds:bed_add": "room",
    "beds:rules": "bed-shelter",
    "bedrequests:void": "bed-request",
    "assistance:leave": "stay",
    "assistance:outcome": "referral",
    "assistance:sending_revoke": "sending",
    "inbox:accept": "sending",
    "inbox:decline": "sending",
    "inbox:done": "sending",
    "victims:note_delete": "note",
    "victims:note_editions": "note",
    "victims:paper_open": "paper",
    "assistance:allowance_pay": "allowance",
    "assistance:allowance_reverse": "allowance",
    "due:done": "reflection",
    "due:postpone": "reflection",
    "due:reassign": "reflection",
    "due:undo": "mark",
    "assistance:allowance_detail": "allowance",
    "assistance:allowance_change": "prepared",
    "assistance:allowance_approve": "prepared",
    "assistance:allowance_return": "prepared",
    "assistance:allowance_void": "prepared",
    "assistance:allowance_correct": "allowance",
    "assistance:allowance_decision": "allowance",
    "assistance:correction_approve": "correction",
    "assistance:correction_decline": "correction",
}
WARNING = "return.labour.sites_inspected"
FIGURE_OF_RETURNS = "labour.sites_inspected"


def every_page() -> dict[str, str]:
    """Return the pattern of each page of the application, by the page's name."""
    return {name: route for name, route, _ in pages(get_resolver().url_patterns)}


def parts(route: str) -> list[str]:
    """Return the names of the parts of an address that differ from record to record."""
    return PARTS.findall(route)


def address(name: str, world: World) -> str:
    """Return the page's address in the world."""
    route = every_page()[name]
    known = {part: value_of(part, name, world) for part in parts(route)}
    if name.startswith("admin:admin/"):  # the stock site's pages without a name
        return "/" + PARTS.sub("1", route)
    return reverse(name, kwargs=known)


def value_of(part: str, name: str, world: World) -> Any:
    """Return what stands in one part of the address of a page."""
    if part in ("code", "number", "key", "other"):
        return getattr(world, part)
    if part == "figure" and name.startswith("returns:"):
        return FIGURE_OF_RETURNS
    if part == "check" and name == "reports:explain":
        return WARNING
    if part in FIXED and part != "pk":
        return FIXED[part]
    return world.keys.get(key_name(name), FIXED.get(part))


def key_name(name: str) -> str:
    """Return under which name the world keeps the record that a page opens."""
    space, _, rest = name.partition(":")
    if space == "admin":
        return f"admin-{rest.split('_')[1]}"
    kind = re.split(r"[-_](?=add$|change$|void$|close$)", rest)[0]
    return KEY_OF.get(name, f"case-{kind}" if space == "cases" else kind)
