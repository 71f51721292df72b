"""Days and numbers in templates, as people of each language write them."""

from datetime import date
from decimal import Decimal

from django import template
from django.core.exceptions import ValidationError
from django.forms import BoundField

from thb import days, numbers
from thb.fields import DayField

register = template.Library()

register.filter("number", numbers.grouped)
register.filter("amount", numbers.amount)
register.filter("percent", numbers.percent)


@register.filter
def change(difference: Decimal | int | None) -> str:
    """Return (+2), (−7) or (fixed); nothing where there is no year before."""
    return numbers.change(difference)


@register.filter
def long_day(day: date | None) -> str:
    """Return 4 June 2019; nothing for no day."""
    return days.long_day(day) if day else ""


@register.filter
def short_day(day: date | None) -> str:
    """Return 04.06.2019, as tables have it; nothing for no day."""
    return f"{day:%d.%m.%Y}" if day else ""


@register.filter
def is_day(field: BoundField) -> bool:
    """Tell whether the field is a day, whose page says it back in words."""
    return isinstance(field.field, DayField)


@register.filter
def echo(field: BoundField) -> str:
    """Return the day in the field with its weekday; nothing for what is no day."""
    try:
        day = field.field.to_python(field.value())
    except ValidationError:
        return ""
    return days.spoken_day(day) if day else ""
