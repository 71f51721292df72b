"""Chapter: awareness of the public, grants, training of officers."""

from django.db.models import Exists, OuterRef, Q
from django.utils.translation import gettext_lazy as _

from prevention.choices import ActivityKind, ActivityRole, GrantPurpose
from prevention.models import Activity, Grant
from reference.models import Region
from reports.choices import Unit
from reports.figures import AnnualFigure, Records, ReturnedFigure
from reports.periods import Period

EVENT = Q(
    kind__in=[ActivityKind.CONFERENCE, ActivityKind.SEMINAR, ActivityKind.TRAINING]
)
FOR_SHELTERS = Q(purpose=GrantPurpose.SHELTER)
FOR_CENTRES = Q(purpose=GrantPurpose.REHABILITATION_CENTRE)


def held_in(period: Period) -> Records:
    """Return the activities of the period."""
    return Activity.objects.current().filter(held_on__range=period)


def regions_with_a_seminar_in(period: Period) -> Records:
    """Return the cities and regions where a seminar was held."""
    seminars = held_in(period).filter(kind=ActivityKind.SEMINAR, region=OuterRef("pk"))
    return Region.objects.filter(Exists(seminars))


def granted_in(period: Period) -> Records:
    """Return the grants of the period."""
    return Grant.objects.current().filter(granted_on__range=period)


SEMINAR_REGIONS = AnnualFigure(
    "activities.seminar_regions",
    _("Cities and regions with a seminar"),
    Unit.PLACE,
    population=regions_with_a_seminar_in,
)
COPIES = AnnualFigure(
    "activities.copies",
    _("Copies of awareness material handed out"),
    Unit.COPY,
    population=held_in,
    only=Q(copies__gt=0),
    amount="copies",
)
EVENTS_ATTENDED = AnnualFigure(
    "activities.events_attended",
    _("Conferences, seminars and trainings attended by officers"),
    Unit.EVENT,
    population=held_in,
    only=EVENT & Q(role=ActivityRole.PARTICIPANT),
)
EVENTS_INSTRUCTED = AnnualFigure(
    "activities.events_instructed",
    _("Events at which officers were instructors"),
    Unit.EVENT,
    population=held_in,
    only=EVENT & Q(role=ActivityRole.INSTRUCTOR),
)
PROJECTS = AnnualFigure(
    "grants.projects",
    _("Projects of associations that got a grant"),
    Unit.PROJECT,
    population=granted_in,
)
GRANTED = AnnualFigure(
    "grants.amount_azn",
    _("Granted to them, AZN"),
    Unit.AZN,
    population=granted_in,
    amount="amount_azn",
)
GRANTED_TO_SHELTERS_AND_CENTRES = AnnualFigure(
    "grants.shelters_and_centres_azn",
    _("of it, for shelters and rehabilitation centres, AZN"),
    Unit.AZN,
    population=granted_in,
    only=FOR_SHELTERS | FOR_CENTRES,
    amount="amount_azn",
)
SHELTERS = AnnualFigure(
    "grants.shelters",
    _("Grants for shelters"),
    Unit.PROJECT,
    population=granted_in,
    only=FOR_SHELTERS,
)
CENTRES = AnnualFigure(
    "grants.centres",
    _("Grants for rehabilitation centres"),
    Unit.PROJECT,
    population=granted_in,
    only=FOR_CENTRES,
)
FOREIGNERS_TRAINED = ReturnedFigure(
    "training.foreigners",
    _("Foreigners and stateless persons at seminars"),
    Unit.PERSON,
    agency="state_migration_service",
)
AWARDED = ReturnedFigure(
    "awards.associations",
    _("Public associations given an award"),
    Unit.ASSOCIATION,
    agency="mia",
)

FIGURES = (
    SEMINAR_REGIONS,
    COPIES,
    FOREIGNERS_TRAINED,
    AWARDED,
    PROJECTS,
    GRANTED,
    GRANTED_TO_SHELTERS_AND_CENTRES,
    SHELTERS,
    CENTRES,
    EVENTS_ATTENDED,
    EVENTS_INSTRUCTED,
)
