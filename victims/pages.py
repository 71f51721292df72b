"""The addresses of a panel's records: add one, change it, void it."""

from django.urls import URLPattern, path
from django.utils.functional import Promise
from django.utils.text import format_lazy
from django.utils.translation import gettext_lazy as _

import thb.converters  # noqa: F401 - codes in addresses
from victims.panels import Panel
from victims.views.asking import AskedChange
from victims.views.file import FileAdd, FileChange, FileVoid


def pages(panel: Panel) -> list[URLPattern]:
    """Return the pages of a panel, below the code of the person."""
    name = panel.pages.partition(":")[2]
    shared = {"panel": panel, "model": panel.model}
    changing = AskedChange if panel.asks_why else FileChange
    made = {
        "add": FileAdd.as_view(
            **shared,
            permission_required=panel.permission("add"),
            form_class=panel.form_class,
            heading=panel.add,
            save=panel.add,
        ),
        "change": changing.as_view(
            **shared,
            permission_required=panel.permission("change"),
            form_class=panel.change_form or panel.form_class,
            heading=titled(_("Change"), panel),
        ),
        "void": FileVoid.as_view(
            **shared,
            permission_required=panel.permission("change"),
            heading=titled(_("Void"), panel),
        ),
    }
    ends = {"add": "add/", "change": "<int:pk>/", "void": "<int:pk>/void/"}
    return [
        path(f"<code:code>/{name}/{ends[verb]}", made[verb], name=f"{name}_{verb}")
        for verb in panel.verbs
    ]


def titled(verb: Promise, panel: Panel) -> Promise:
    """Return the heading of a page: what it does, to which kind of record."""
    return format_lazy("{}: {}", verb, panel.model._meta.verbose_name)
