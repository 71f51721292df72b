"""What the list of deadlines can be narrowed to, in its address."""

from typing import Any, Final

from django.db.models import QuerySet
from django.utils.timezone import localdate
from django.utils.translation import gettext_lazy as _
from django_filters import ChoiceFilter, FilterSet

from assistance.deadlines.kinds import DeadlineKind
from assistance.models import Deadline
from assistance.models.deadline import DeadlineQuerySet
from thb.forms import FilterForm

LATE: Final = "late"
TODAY: Final = "today"
WEEK: Final = "week"
LATER: Final = "later"
WHEN: Final = (
    (LATE, _("late")),
    (TODAY, _("due today")),
    (WEEK, _("in the next 7 days")),
    (LATER, _("later, with a warning")),
)
MINE: Final = "mine"
NOBODY: Final = "nobody"


class DueFilters(FilterSet):
    """When it is due, what it is, and who has it."""

    when = ChoiceFilter(
        label=_("Due"), choices=WHEN, method="due_when", empty_label=_("Any")
    )
    kind = ChoiceFilter(
        label=_("Task"), choices=DeadlineKind.choices, empty_label=_("Any")
    )
    worker = ChoiceFilter(
        label=_("Worker"),
        choices=((MINE, _("mine")), (NOBODY, _("nobody yet"))),
        method="of_worker",
        empty_label=_("Any"),
    )

    class Meta:
        model = Deadline
        form = FilterForm
        fields = ()

    def due_when(
        self, due: DeadlineQuerySet, _name: str, when: str
    ) -> QuerySet[Deadline]:
        """Return what is late, due today, due within a week, or warned of."""
        return due.in_span(when, localdate())

    def of_worker(
        self, due: DeadlineQuerySet, _name: str, whose: str
    ) -> QuerySet[Deadline]:
        """Return what the user has, or what nobody has."""
        if whose == NOBODY:
            return due.filter(worker=None)
        request: Any = self.request
        return due.of_worker(request.user)
