"""Days as people type and read them: the day comes first in every language."""

import re
from calendar import monthrange
from datetime import date
from typing import Final

from django.core.exceptions import ValidationError
from django.utils.formats import date_format
from django.utils.translation import gettext, ngettext, pgettext_lazy
from django.utils.translation import gettext_lazy as _

# Our catalogue goes before Django's, whose Azerbaijani months are capitalised: these
# lines put the words into it, for `{{ day|date }}` as well.
MONTHS: Final = (
    pgettext_lazy("alt. month", "January"),
    pgettext_lazy("alt. month", "February"),
    pgettext_lazy("alt. month", "March"),
    pgettext_lazy("alt. month", "April"),
    pgettext_lazy("alt. month", "May"),
    pgettext_lazy("alt. month", "June"),
    pgettext_lazy("alt. month", "July"),
    pgettext_lazy("alt. month", "August"),
    pgettext_lazy("alt. month", "September"),
    pgettext_lazy("alt. month", "October"),
    pgettext_lazy("alt. month", "November"),
    pgettext_lazy("alt. month", "December"),
)
WEEKDAYS: Final = (
    pgettext_lazy("after a date", "Monday"),
    pgettext_lazy("after a date", "Tuesday"),
    pgettext_lazy("after a date", "Wednesday"),
    pgettext_lazy("after a date", "Thursday"),
    pgettext_lazy("after a date", "Friday"),
    pgettext_lazy("after a date", "Saturday"),
    pgettext_lazy("after a date", "Sunday"),
)

LONG_OVERDUE: Final = 60  # days

# 4.6.2019, 04/06/2019, 4 6 2019; 04062019; 2019-06-04. A month never comes first.
SHAPES: Final = tuple(
    re.compile(shape, re.ASCII)
    for shape in (
        r"(?P<day>\d{1,2})[./\s-]+(?P<month>\d{1,2})[./\s-]+(?P<year>\d{2}|[12]\d{3})",
        r"(?P<day>\d{2})(?P<month>\d{2})(?P<year>\d{2}|[12]\d{3})",
        r"(?P<year>[12]\d{3})-(?P<month>\d{1,2})-(?P<day>\d{1,2})",
    )
)
LAST_MONTH: Final = 12
SHORT_YEAR: Final = 100

REFUSALS: Final = {
    "unreadable": _("“%(label)s” must be a day, a month and a year: 4 6 2019."),
    "short_year": _("“%(label)s” must have all four digits of the year: 4 6 2019."),
    "day_first": _("“%(label)s” must have the day first: 4 6 2019 is 4 June 2019."),
    "no_such_day": _("“%(label)s” must be a day of the calendar: %(day)s is none."),
}


def long_day(day: date) -> str:
    """Return the day as a text has it: 4 June 2019, 4 iyun 2019, 4 июня 2019."""
    return f"{day.day} {MONTHS[day.month - 1]} {day.year}"


def spoken_day(day: date) -> str:
    """Return the day with its weekday, to be checked by eye: 4 June 2019, Tuesday."""
    return f"{long_day(day)}, {WEEKDAYS[day.weekday()]}"


def when_words(left: int, due_on: date) -> str:
    """Return "3 days late", "today", or the weekday and the day; `left` are the days.

    Of what is long overdue the day itself says more than a count.
    """
    if left < -LONG_OVERDUE:
        return gettext("since %(day)s") % {"day": f"{due_on:%d.%m.%Y}"}
    if left < 0:
        return ngettext("%d day late", "%d days late", -left) % -left
    if left == 0:
        return gettext("today")
    return f"{date_format(due_on, 'D')} {due_on:%d.%m.%Y}"


def read_day(text: str) -> date:
    """Return the day that was typed; what cannot be one raises a code of `REFUSALS`."""
    typed = text.strip().rstrip(".")
    shape = next((match for form in SHAPES if (match := form.fullmatch(typed))), None)
    if shape is None:
        raise ValidationError("", "unreadable")
    day, month, year = (int(shape[part]) for part in ("day", "month", "year"))
    if code := why_not(day, month, year):
        raise ValidationError("", code, {"day": f"{day:02}.{month:02}.{year}"})
    return date(year, month, day)


def why_not(day: int, month: int, year: int) -> str:
    """Return the code of `REFUSALS` for what is not a day, or nothing if it is one."""
    if year < SHORT_YEAR:
        return "short_year"
    if month > LAST_MONTH:
        return "day_first" if day <= LAST_MONTH else "no_such_day"
    exists = month > 0 and 0 < day <= monthrange(year, month)[1]
    return "" if exists else "no_such_day"
