"""How far off a deadline is, in the words and with the edge of its row."""

from datetime import date
from typing import Any, Final

from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from assistance.models import Deadline
from thb.days import when_words
from victims.file import given_name

GROUPS: Final[dict[str, Promise]] = {
    "late": gettext_lazy("Late"),
    "today": gettext_lazy("Today"),
    "week": gettext_lazy("Next 7 days"),
    "later": gettext_lazy("Later, with a warning"),
}
DAYS_OF_A_WEEK: Final = 7


def group_of(left: int) -> str:
    """Return the group of a deadline with so many days left."""
    if left < 0:
        return "late"
    if left == 0:
        return "today"
    return "week" if left <= DAYS_OF_A_WEEK else "later"


def warning_words(number: int, of: int) -> str:
    """Return which of its warnings a deadline has reached; nothing before the first."""
    if not number:
        return ""
    if number == of:
        return _("Due soon")
    return _("Warning %(number)s of %(all)s") % {"number": number, "all": of}


def row(deadline: Deadline, today: date, *, named: bool) -> dict[str, Any]:
    """Return what assistance/due_rows.html shows of one deadline."""
    left = deadline.days_left(today)
    group = group_of(left)
    identity = getattr(deadline.victim, "identity", None) if named else None
    reached = deadline.warning_number(today)
    return {
        "deadline": deadline,
        "code": deadline.victim.code,
        "name": given_name(identity) if named else "",
        "group": group,
        "title": GROUPS[group],
        "when": when_words(left, deadline.due_on),
        "warning": warning_words(reached, len(deadline.warnings)) if left > 0 else "",
        "markable": deadline.rule.markable,
    }


def rows(due: Any, today: date, *, named: bool) -> list[dict[str, Any]]:
    """Return the rows of these deadlines; a given name only where it is asked for."""
    return [row(deadline, today, named=named) for deadline in due]
