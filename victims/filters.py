"""The filters of the list of people; they stand in the address."""

from datetime import MAXYEAR, MINYEAR
from typing import Any

import django_filters
from django.db.models import QuerySet
from django.utils.translation import gettext_lazy as _

from reference.choices import Sex
from reference.countries import country_choices
from thb.forms import FilterForm
from victims.choices import Status
from victims.models import Victim
from victims.standing import OF_AGE

NONE = "none"
ANY = _("Any")


class PeopleFilter(django_filters.FilterSet):
    """Status, stay, year of identification, sex, age, citizenship."""

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
        empty_label=ANY, label=_("Citizenship"), choices=country_choices
    )

    class Meta:
        model = Victim
        form = FilterForm
        fields = ("status", "placement", "identified", "sex", "age", "citizenship")

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        request: Any = self.request
        if not request.user.has_perm("assistance.view_placement"):
            del self.filters["placement"]

    def with_status(
        self, people: QuerySet[Any], _name: str, value: str
    ) -> QuerySet[Any]:
        """Return the people whose latest decision says so."""
        return people.filter(status_now=None if value == NONE else value)

    def with_placement(
        self, people: QuerySet[Any], _name: str, value: str
    ) -> QuerySet[Any]:
        """Return the people who stay in a shelter, left one, or were in none."""
        if value == "now":
            return people.filter(stays_since__isnull=False)
        stays = Victim.objects.filter(placements__voided_at=None, placements__pk__gt=0)
        if value == "never":
            return people.exclude(pk__in=stays.values("pk"))
        return people.filter(stays_since=None, pk__in=stays.values("pk"))

    def identified_in(
        self, people: QuerySet[Any], _name: str, value: Any
    ) -> QuerySet[Any]:
        """Return the people first identified in the year."""
        return people.filter(identified_day__year=int(value))

    def of_age(self, people: QuerySet[Any], _name: str, value: str) -> QuerySet[Any]:
        """Return the people of that age when they were identified."""
        if value == NONE:
            return people.filter(age_at_identification=None)
        side = "gte" if value == "adult" else "lt"
        return people.filter(**{f"age_at_identification__{side}": OF_AGE})
