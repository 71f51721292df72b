"""What the lists of prevention can be narrowed to, in their addresses."""

from typing import Any

from django.utils.translation import gettext_lazy as _
from django_filters import (
    CharFilter,
    ChoiceFilter,
    Filter,
    FilterSet,
    ModelChoiceFilter,
    NumberFilter,
)

from prevention.choices import (
    ActivityKind,
    ActivityRole,
    CallOutcome,
    CallTopic,
    GrantPurpose,
)
from reference.models import Region
from thb.fields import DayField
from thb.forms import FilterForm


class DayFilter(Filter):
    """A filter by one day, typed day first."""

    field_class = DayField


def choice(label: Any, choices: Any) -> ChoiceFilter:
    """Return a filter by one code of a list."""
    return ChoiceFilter(label=label, choices=choices.choices, empty_label=_("Any"))


def year(field: str) -> NumberFilter:
    """Return a filter by the year of a day."""
    return NumberFilter(
        label=_("Year"),
        field_name=field,
        lookup_expr="year",
        min_value=1900,
        max_value=2100,
    )


class CallFilters(FilterSet):
    """The filters above the list of appeals."""

    year = year("received_on")
    day = DayFilter(label=_("Day"), field_name="received_on")
    topic = choice(_("Topic"), CallTopic)
    outcome = choice(_("Outcome"), CallOutcome)

    class Meta:
        form = FilterForm


class ActivityFilters(FilterSet):
    """The filters above the list of activities."""

    year = year("held_on")
    kind = choice(_("Kind"), ActivityKind)
    role = choice(_("Officers were"), ActivityRole)
    region = ModelChoiceFilter(
        label=_("City or region"),
        queryset=Region.objects.current(),
        empty_label=_("Any"),
    )

    class Meta:
        form = FilterForm


class GrantFilters(FilterSet):
    """The filters above the list of grants."""

    year = year("granted_on")
    purpose = choice(_("For"), GrantPurpose)
    project = CharFilter(label=_("Project"), lookup_expr="icontains")

    class Meta:
        form = FilterForm
