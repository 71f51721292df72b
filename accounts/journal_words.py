"""The fields that an entry of the journal names, in the reader's words."""

from collections.abc import Iterable
from functools import cache
from typing import Final

from django.apps import apps
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from thb.letters import capfirst

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
FIELDS: Final[dict[str, Words]] = {
    "text": _("text searched for"),
    "names": _("names"),
    "undone": _("undone"),
    "second_factor": _("second factor"),
}


def field_words(page: str, names: Iterable[str]) -> str:
    """Return the fields as their forms call them; what is no field stays as kept."""
    space = page.partition(":")[0]
    known = {**_labels(""), **_labels(APPS.get(space, space)), **FIELDS}
    return ", ".join(capfirst(known[n]) if n in known else n for n in names)


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
