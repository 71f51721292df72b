"""System checks: what a model calls PERSONAL stays out of admin pages."""

from collections.abc import Iterator
from typing import Any

from django.contrib.admin import ModelAdmin
from django.contrib.admin.sites import all_sites
from django.core.checks import CheckMessage, Error, register
from django.db.models import Field, Model
from django.db.models.constants import LOOKUP_SEP

ADMIN_OPTIONS = ("list_display", "list_filter", "search_fields", "fields", "ordering")


def is_personal(field: Field[Any, Any]) -> bool:
    """Return whether the field's model counts it among what names a person."""
    return field.name in getattr(field.model, "PERSONAL", ())


@register()
def nothing_personal_in_admin(**_options: object) -> list[CheckMessage]:
    """Return an error for each personal field that a page of an admin site shows."""
    return [
        Error(f"{admin} of a site shows {field}, which is personal.", id="thb.E001")
        for site in all_sites
        for admin in site._registry.values()  # noqa: SLF001 - the registry has no other
        for field in fields_of_admin(admin)
        if is_personal(field)
    ]


def fields_of_admin(admin: ModelAdmin[Any]) -> Iterator[Field[Any, Any]]:
    """Yield the fields that an admin page reads; all those of a personal model."""
    if hasattr(admin.model, "PERSONAL"):
        yield from admin.model._meta.fields
    for option in ADMIN_OPTIONS:
        for name in getattr(admin, option) or ():
            yield from field_at(admin.model, str(name).lstrip("-^=@"))


def field_at(model: type[Model], path: str) -> Iterator[Field[Any, Any]]:
    """Yield the field at the end of a path of lookups; nothing where none is there."""
    for step in path.split(LOOKUP_SEP):
        known = {field.name: field for field in model._meta.get_fields()}
        field: Any = known.get(step)
        if field is None:
            return
        if field.related_model is None:
            yield field
            return
        model = field.related_model
