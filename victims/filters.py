"""The filters of the list of people; they stand in the address."""

from collections.abc import Sequence
from datetime import MAXYEAR, MINYEAR, date
from typing import Any, Final

import django_filters
from django.db.models import Exists, F, OuterRef, Q, QuerySet, Value
from django.db.models.functions import Coalesce, Concat, JSONObject, NullIf
from django.utils.timezone import localdate
from django.utils.translation import gettext_lazy as _

from accounts.models import User
from reference.choices import Sex
from reference.countries import countries_by_name
from reference.models import Shelter
from reference.records import CURRENT
from thb.forms import FilterForm
from victims.choices import CaseStatus, ExploitationType, Status
from victims.due import SEES_DEADLINES, deadlines
from victims.models import Assignment, Exploitation, StatusDecision, Victim
from victims.models.lack import DECISION, FACTS, STAY, lacks
from victims.standing import OF_AGE

NONE = "none"
ANY = _("Any")
YES: Final = "yes"
YES_OR_NO: Final = ((YES, _("yes")), ("no", _("no")))
NEEDS: Final = {
    "placement": "assistance.view_placement",
    "shelter": "assistance.view_placement",
    "worker": "victims.view_assignment",
    "in_hand": SEES_DEADLINES,
    "due": SEES_DEADLINES,
    "help": "assistance.view_service",
    "exploitation": "victims.view_exploitation",
    "destination": "victims.view_exploitation",
    "paid": "assistance.view_allowance",
    "children": "victims.view_dependant",
    "case": "cases.view_casevictim",
}
"""The permission without which a filter is not there: it would tell what it counts."""

HAVING: Final[dict[str, tuple[str, dict[str, Any]]]] = {
    "paid": ("allowances", {"status": "paid"}),
    "children": ("dependants", {}),
    "case": ("case_links", {}),
}
"""The records by which a filter tells people apart, and which of them.

Who has none of them lacks what the filter is called by: see `people_lack()`.
"""


def options_for(user: User) -> list[QuerySet[Any, Any]]:
    """Return the shelters, then the workers, that the offices filter people by."""
    needed = ("assistance.view_placement", "victims.view_assignment")
    if not user.has_perms(("victims.view_every_victim", *needed)):
        return []
    name = Coalesce(NullIf("name", Value("")), F("code"))
    shelters = Shelter.objects.order_by("name", "code")
    full = NullIf(Concat("first_name", Value(" "), "last_name"), Value(" "))
    assigned = Assignment.objects.filter(CURRENT).values("user")
    workers = User.objects.filter(pk__in=assigned).order_by("last_name", "username")
    return [
        shelters.values(json=JSONObject(code="code", name=name)),
        workers.values(
            json=JSONObject(code="username", name=Coalesce(full, F("username")))
        ),
    ]


def latest_decisions(status: str) -> QuerySet[StatusDecision]:
    """Return the decisions of this status that no other of the person follows."""
    every = StatusDecision.objects.filter(CURRENT).order_by()
    after = Q(decided_on__gt=OuterRef("decided_on")) | Q(
        decided_on=OuterRef("decided_on"), pk__gt=OuterRef("pk")
    )
    later = every.filter(after, victim=OuterRef("victim"))
    return every.filter(~Exists(later), status=status, victim=OuterRef("pk"))


def first_identified_in(year: int) -> QuerySet[StatusDecision]:
    """Return the decisions of the year that were the first to identify a person."""
    every = StatusDecision.objects.identifying().order_by()
    earlier = every.filter(victim=OuterRef("victim"), decided_on__lt=date(year, 1, 1))
    return every.filter(~Exists(earlier), decided_on__year=year, victim=OuterRef("pk"))


class PeopleFilter(django_filters.FilterSet):
    """Status, stay, worker, year of identification; what more is known of a person."""

    status = django_filters.ChoiceFilter(
        empty_label=ANY,
        label=_("Status"),
        choices=[*Status.choices, (NONE, _("no decision yet"))],
        method="with_status",
    )
    placement = django_filters.ChoiceFilter(
        empty_label=ANY,
        label=_("Placement"),
        choices=[
            ("now", _("in a shelter now")),
            ("left", _("left a shelter")),
            ("never", _("never in a shelter")),
        ],
        method="with_placement",
    )
    shelter = django_filters.ChoiceFilter(
        empty_label=ANY, label=_("Shelter"), method="in_shelter"
    )
    worker = django_filters.ChoiceFilter(
        empty_label=ANY, label=_("Worker"), method="of_worker"
    )
    in_hand = django_filters.ChoiceFilter(
        empty_label=ANY,
        label=_("Worker"),
        choices=[("mine", _("mine")), (NONE, _("nobody yet"))],
        method="in_hand_of",
    )
    due = django_filters.ChoiceFilter(
        empty_label=ANY,
        label=_("Due"),
        choices=[
            ("late", _("late")),
            ("today", _("due today")),
            ("week", _("in the next 7 days")),
        ],
        method="due_in",
    )
    identified = django_filters.NumberFilter(
        label=_("Identified in the year"),
        method="identified_in",
        min_value=MINYEAR,
        max_value=MAXYEAR,
    )
    sex = django_filters.ChoiceFilter(label=_("Sex"), choices=Sex, empty_label=ANY)
    age = django_filters.ChoiceFilter(
        empty_label=ANY,
        label=_("Age at identification"),
        choices=[
            ("adult", _("18 or over")),
            ("child", _("under 18")),
            (NONE, _("not known")),
        ],
        method="of_age",
    )
    citizenship = django_filters.ChoiceFilter(
        empty_label=ANY, label=_("Citizenship"), choices=countries_by_name
    )
    exploitation = django_filters.ChoiceFilter(
        empty_label=ANY,
        label=_("Form of exploitation"),
        choices=ExploitationType,
        method="exploited",
    )
    destination = django_filters.ChoiceFilter(
        empty_label=ANY,
        label=_("Country of exploitation"),
        choices=countries_by_name,
        method="exploited",
    )
    help = django_filters.ChoiceFilter(
        empty_label=ANY,
        label=_("State of the help"),
        choices=CaseStatus,
        field_name="case_status",
    )
    paid = django_filters.ChoiceFilter(
        empty_label=ANY, label=_("Allowance paid"), choices=YES_OR_NO, method="has"
    )
    children = django_filters.ChoiceFilter(
        empty_label=ANY, label=_("Has children"), choices=YES_OR_NO, method="has"
    )
    case = django_filters.ChoiceFilter(
        empty_label=ANY, label=_("Linked to a case"), choices=YES_OR_NO, method="has"
    )
    missing = django_filters.ChoiceFilter(
        empty_label=ANY,
        label=_("Something is missing"),
        choices=YES_OR_NO,
        method="with_something_missing",
    )

    class Meta:
        model = Victim
        form = FilterForm
        fields = ()

    def __init__(
        self, *args: Any, options: Sequence[list[Any]] = (), **kwargs: Any
    ) -> None:
        super().__init__(*args, **kwargs)
        shelters, workers = options or ((), ())
        self.offer("shelter", shelters)
        self.offer("worker", workers)
        request: Any = self.request
        for name, permission in NEEDS.items():
            if name in self.filters and not request.user.has_perm(permission):
                del self.filters[name]

    def offer(self, name: str, options: Sequence[Any]) -> None:
        """Give a filter its choices; without any it is not there."""
        if not options:
            del self.filters[name]
            return
        choices = [(option["code"], option["name"]) for option in options]
        self.filters[name].extra["choices"] = choices

    def with_status(
        self, people: QuerySet[Any], _name: str, value: str
    ) -> QuerySet[Any]:
        """Return the people whose latest decision says so."""
        if value == NONE:
            return people.filter(lacks(DECISION))
        return people.filter(Exists(latest_decisions(value)))

    def with_placement(
        self, people: QuerySet[Any], _name: str, value: str
    ) -> QuerySet[Any]:
        """Return the people who stay in a shelter, left one, or were in none."""
        if value == "now":
            return people.filter(stays_since__isnull=False)
        if value == "never":
            return people.filter(lacks(STAY))
        stays: Any = Victim._meta.get_field("placements").related_model
        own = stays.objects.filter(CURRENT, victim=OuterRef("pk"))
        return people.filter(Exists(own), ~Exists(own.filter(left_on=None)))

    def identified_in(
        self, people: QuerySet[Any], _name: str, value: Any
    ) -> QuerySet[Any]:
        """Return the people first identified in the year."""
        return people.filter(Exists(first_identified_in(int(value))))

    def of_age(self, people: QuerySet[Any], _name: str, value: str) -> QuerySet[Any]:
        """Return the people of that age when they were identified."""
        if value == NONE:
            return people.filter(age_at_identification=None)
        side = "gte" if value == "adult" else "lt"
        return people.filter(**{f"age_at_identification__{side}": OF_AGE})

    def in_shelter(
        self, people: QuerySet[Any], _name: str, value: str
    ) -> QuerySet[Any]:
        """Return the people who stay in the shelter now."""
        return people.filter(shelter_code_now=value)

    def of_worker(self, people: QuerySet[Any], _name: str, value: str) -> QuerySet[Any]:
        """Return the people whose file the worker has in hand today."""
        running = Assignment.objects.running_on(localdate())
        return people.filter(
            Exists(running.filter(user__username=value, victim=OuterRef("pk")))
        )

    def in_hand_of(
        self, people: QuerySet[Any], _name: str, value: str
    ) -> QuerySet[Any]:
        """Return the people whose file the user has in hand today, or nobody."""
        request: Any = self.request
        running = Assignment.objects.running_on(localdate())
        own = running.filter(victim=OuterRef("pk"))
        if value == NONE:
            return people.filter(~Exists(own))
        return people.filter(Exists(own.filter(user=request.user)))

    def due_in(self, people: QuerySet[Any], _name: str, value: str) -> QuerySet[Any]:
        """Return the people for whom something is late, due today or in a week."""
        request: Any = self.request
        due = deadlines(request.user).in_span(value, localdate())
        return people.filter(pk__in=due.order_by().values("victim"))

    def exploited(self, people: QuerySet[Any], name: str, value: str) -> QuerySet[Any]:
        """Return the people exploited mainly in this form, or in this country."""
        column = {"exploitation": "type", "destination": "country"}[name]
        main = Exploitation.objects.filter(CURRENT, main=True, **{column: value})
        return people.filter(Exists(main.filter(victim=OuterRef("pk"))))

    def has(self, people: QuerySet[Any], name: str, value: str) -> QuerySet[Any]:
        """Return the people who have it, or have it not."""
        if value != YES:
            return people.filter(lacks(name))
        relation, more = HAVING[name]
        model: Any = Victim._meta.get_field(relation).related_model
        own = model.objects.filter(CURRENT, **more, victim=OuterRef("pk"))
        return people.filter(Exists(own))

    def with_something_missing(
        self, people: QuerySet[Any], _name: str, value: str
    ) -> QuerySet[Any]:
        """Return the people of whom the year's figures lack something, or nothing.

        That is sex or citizenship; of those identified also the age, and the country
        and form of the main exploitation.
        """
        lacking = lacks(FACTS)
        return people.filter(lacking if value == YES else ~lacking)
