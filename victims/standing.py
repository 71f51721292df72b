"""How a person stands today: status, stay, last help; for lists and for the bar."""

from datetime import date

from django.db.models import (
    DateField,
    F,
    FilteredRelation,
    Max,
    Min,
    OuterRef,
    Q,
    QuerySet,
    Subquery,
)
from django.utils.functional import Promise
from django.utils.text import format_lazy
from django.utils.translation import gettext_lazy as _

from reference.records import CURRENT
from victims.choices import Status
from victims.models import FirstHour, StatusDecision, Victim
from victims.models.victim import whole_years

OF_AGE = 18

# The square of each status; one without a decision has an empty one.
STATUS_KIND = {
    Status.PRESUMED: "half",
    Status.IDENTIFIED: "ok",
    Status.NOT_CONFIRMED: "no",
    Status.WITHDRAWN: "no",
}


def with_standing(people: QuerySet[Victim]) -> QuerySet[Victim]:
    """Return the people with `status_now`, `identified_day` and their open stay.

    The stay gives `stays_since` and `shelter_now`; somebody has at most one open.
    """
    decisions = StatusDecision.objects.filter(CURRENT, victim=OuterRef("pk"))
    latest = decisions.order_by("-decided_on", "-pk").values("status")[:1]
    first = decisions.filter(status=Status.IDENTIFIED).order_by().values("victim")
    return people.annotate(
        status_now=Subquery(latest),
        identified_day=Subquery(first.values(day=Min("decided_on"))),
        open_stay=FilteredRelation(
            "placements",
            condition=Q(placements__voided_at=None, placements__left_on=None),
        ),
        stays_since=F("open_stay__admitted_on"),
        shelter_now=F("open_stay__shelter__name"),
        shelter_code_now=F("open_stay__shelter__code"),
    )


def with_estimated_age(people: QuerySet[Victim]) -> QuerySet[Victim]:
    """Return the people with `estimated_age`, as it was judged in the first hour."""
    hours = FirstHour.objects.filter(CURRENT, victim=OuterRef("pk"))
    return people.annotate(estimated_age=Subquery(hours.values("estimated_age")[:1]))


def with_last_contact(people: QuerySet[Victim]) -> QuerySet[Victim]:
    """Return the people with `last_contact_on`: the day of the last help."""
    own = Victim.objects.filter(pk=OuterRef("pk"), services__voided_at=None).order_by()
    last = own.values("pk").values(day=Max("services__provided_on"))
    return people.annotate(last_contact_on=Subquery(last, output_field=DateField()))


def status_words(status: str | None) -> Promise | str:
    """Return the status in words; somebody without a decision has none."""
    return Status(status).label if status else _("no decision yet")


def age_words(victim: Victim, born: date | None, today: date) -> Promise | str:
    """Return whether the person is of age: by birth, else by the age identified at."""
    years = whole_years(born, today) if born else victim.age_at_identification
    if years is None:
        return estimate_words(getattr(victim, "estimated_age", None))
    return _("18 or over") if years >= OF_AGE else _("under 18")


def estimate_words(years: int | None) -> Promise | str:
    """Return what is known by the estimate alone, marked as one."""
    if years is None:
        return _("age not known")
    told = {"years": years}
    if years >= OF_AGE:
        return format_lazy(_("18 or over, estimated at {years}"), **told)
    return format_lazy(_("under 18, estimated at {years}"), **told)
