"""One field of one record in words: its name and its value."""

from collections.abc import Iterable
from datetime import date, datetime
from decimal import Decimal
from typing import Any, NamedTuple

from django.core.exceptions import FieldDoesNotExist
from django.db.models import Model
from django.utils.formats import date_format
from django.utils.timezone import localtime
from django.utils.translation import gettext as _

from thb.days import long_day
from thb.letters import capfirst
from thb.numbers import amount


class Fact(NamedTuple):
    """A row of components/facts.html; `url` and `action` lead to changing it."""

    label: str
    value: str
    url: str = ""
    action: str = ""


def facts(record: Model, *names: str) -> list[Fact]:
    """Return the named fields of the record as facts, in the order asked for."""
    return [Fact(label_of(record, name), value_of(record, name)) for name in names]


def label_of(record: Model, name: str) -> str:
    """Return what the field is called on a page."""
    try:
        field: Any = record._meta.get_field(name)
    except FieldDoesNotExist:
        return capfirst(name.replace("_", " "))
    return capfirst(str(field.verbose_name))


def value_of(record: Model, name: str) -> str:
    """Return the field's value in words; what is not recorded says so."""
    display = getattr(record, f"get_{name}_display", None)
    return in_words(display() if display else getattr(record, name))


def in_words(value: object) -> str:
    """Return any value of a form or a record as a person reads it."""
    if value is None or value == "":
        return _("Not recorded")
    if isinstance(value, bool):
        return _("Yes") if value else _("No")
    if isinstance(value, datetime):
        return date_format(localtime(value), "SHORT_DATETIME_FORMAT")
    if isinstance(value, date):
        return long_day(value)
    return grouped_or_listed(value)


def grouped_or_listed(value: object) -> str:
    """Return a sum with its thousands apart, several things with commas between."""
    if isinstance(value, Decimal):
        return amount(value)
    if isinstance(value, Iterable) and not isinstance(value, str):
        return ", ".join(str(one) for one in value) or _("Not recorded")
    return str(value)
