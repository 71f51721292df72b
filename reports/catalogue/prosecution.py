"""Chapter: crimes, criminal groups, wanted persons, investigation and courts."""

from django.db.models import Case, CharField, Exists, F, OuterRef, Q, Value, When
from django.utils.translation import gettext_lazy as _

from cases.choices import VerdictResult, WantedOutcome
from cases.models import (
    Accused,
    CriminalCase,
    CriminalGroup,
    Offence,
    Verdict,
    WantedNotice,
)
from reports.breakdowns import UNKNOWN, Breakdown, named, sexes
from reports.choices import Unit
from reports.figures import AnnualFigure, Percentage, Records
from reports.periods import Period

SENT_TO_COURT = {
    "same_year": _("sent to court in the same year"),
    "earlier_years": _("sent to court in earlier years"),
}


def registered_in(period: Period) -> Records:
    """Return the offences registered in the period; not those of a voided case."""
    offences = Offence.objects.current().filter(case__voided_at=None)
    return offences.filter(registered_on__range=period)


def neutralised_in(period: Period) -> Records:
    """Return the criminal groups neutralised in the period."""
    groups = CriminalGroup.objects.current().filter(case__voided_at=None)
    return groups.filter(neutralised_on__range=period)


def accused() -> Records:
    """Return the accused persons that count."""
    return Accused.objects.current().filter(case__voided_at=None)


def members_of_groups_neutralised_in(period: Period) -> Records:
    """Return the accused who are members of those groups."""
    return accused().filter(group__in=neutralised_in(period))


def wanted_in(period: Period) -> Records:
    """Return the persons wanted on some day of the period, with `detained` in it."""
    notices = WantedNotice.objects.filter(accused=OuterRef("pk"))
    detained = notices.current().filter(
        outcome=WantedOutcome.DETAINED, closed_on__range=period
    )
    records: Records = (
        accused()
        .filter(Exists(notices.open_between(*period)))
        .alias(detained=Exists(detained))
    )
    return records


def completed_in(period: Period) -> Records:
    """Return the cases whose investigation was completed in the period."""
    return CriminalCase.objects.current().filter(
        investigation_completed_on__range=period
    )


def sent_to_court_in(period: Period) -> Records:
    """Return the accused sent to court in the period."""
    return accused().filter(sent_to_court_on__range=period)


def convicted_in(period: Period) -> Records:
    """Return the accused with a guilty verdict of the period, each once.

    `court_year` tells whether they were sent to court in the period or before it.
    """
    guilty = Verdict.objects.current().filter(
        accused=OuterRef("pk"), result=VerdictResult.GUILTY, verdict_on__range=period
    )
    court_year = Case(
        When(sent_to_court_on__range=period, then=Value("same_year")),
        When(sent_to_court_on__lt=period.first, then=Value("earlier_years")),
        default=Value(UNKNOWN),
        output_field=CharField(),
    )
    records: Records = accused().filter(Exists(guilty)).alias(court_year=court_year)
    return records


TRAFFICKING = AnnualFigure(
    "offences.trafficking",
    _("Crimes of trafficking in human beings, article 144-1"),
    Unit.OFFENCE,
    population=registered_in,
    only=Q(article="144-1"),
    dated_by="registered_on",
)
FORCED_LABOUR = AnnualFigure(
    "offences.forced_labour",
    _("Crimes of forced labour, article 144-2"),
    Unit.OFFENCE,
    population=registered_in,
    only=Q(article="144-2"),
    dated_by="registered_on",
)
DOCUMENTS = AnnualFigure(
    "offences.documents",
    _("Crimes with documents for trafficking, article 144-3"),
    Unit.OFFENCE,
    population=registered_in,
    only=Q(article="144-3"),
)
GROUPS = AnnualFigure(
    "groups.neutralised",
    _("Criminal groups neutralised"),
    Unit.GROUP,
    population=neutralised_in,
)
MEMBERS = AnnualFigure(
    "groups.members",
    _("Members of these groups"),
    Unit.PERSON,
    population=members_of_groups_neutralised_in,
)
WANTED = AnnualFigure(
    "wanted.total", _("Wanted persons"), Unit.PERSON, population=wanted_in
)
DETAINED = AnnualFigure(
    "wanted.detained",
    _("of them, detained"),
    Unit.PERSON,
    population=wanted_in,
    only=Q(detained=True),
)
DETAINED_PERCENT = Percentage(
    "wanted.detained_percent",
    _("Detained, percent of the wanted"),
    Unit.PERCENT,
    part=DETAINED,
    whole=WANTED,
)
INVESTIGATED = AnnualFigure(
    "cases.investigation_completed",
    _("Criminal cases whose investigation was completed"),
    Unit.CASE,
    population=completed_in,
)
PROSECUTED = AnnualFigure(
    "accused.sent_to_court",
    _("Accused persons sent to court"),
    Unit.PERSON,
    population=sent_to_court_in,
    dated_by="sent_to_court_on",
    by={"sex": sexes()},
)
CONVICTED = AnnualFigure(
    "accused.convicted",
    _("Accused persons convicted"),
    Unit.PERSON,
    population=convicted_in,
    by={
        "sent_to_court": Breakdown(
            _("year of the court"),
            F("court_year"),
            named(SENT_TO_COURT),
            (*SENT_TO_COURT, UNKNOWN),
        )
    },
)

FIGURES = (
    TRAFFICKING,
    FORCED_LABOUR,
    DOCUMENTS,
    GROUPS,
    MEMBERS,
    WANTED,
    DETAINED,
    DETAINED_PERCENT,
    INVESTIGATED,
    PROSECUTED,
    CONVICTED,
)
