"""Chapter: the victims of the year."""

from django.db.models import Exists, F, FilteredRelation, OuterRef, Q
from django.utils.translation import gettext_lazy as _

from reports.breakdowns import codes, countries, person_types, sexes
from reports.choices import Unit
from reports.figures import AnnualFigure, Records
from reports.periods import Period
from victims.choices import ExploitationType, PersonRole, Status
from victims.models import StatusDecision, Victim

FORCED = (ExploitationType.FORCED_LABOUR, ExploitationType.FORCED_BEGGING)


def persons() -> Records:
    """Return the victims that count: not witnesses, voided or merged."""
    return Victim.objects.current().filter(role=PersonRole.VICTIM)


def with_main_form(people: Records) -> Records:
    """Return the persons with `main`, their main form of exploitation."""
    main = FilteredRelation(
        "exploitations",
        condition=Q(exploitations__main=True, exploitations__voided_at=None),
    )
    records: Records = people.alias(main=main)
    return records


def identified_in(period: Period) -> Records:
    """Return the persons whose earliest decision `identified` is of the period.

    A later withdrawal does not take it back. Two such decisions of one day cannot be
    recorded, so that there is one row a person.
    """
    earlier = StatusDecision.objects.identifying().filter(
        victim=OuterRef("pk"), decided_on__lt=OuterRef("identification__decided_on")
    )
    records: Records = (
        with_main_form(persons())
        .alias(
            identification=FilteredRelation(
                "decisions",
                condition=Q(
                    decisions__status=Status.IDENTIFIED, decisions__voided_at=None
                ),
            ),
        )
        .filter(~Exists(earlier), identification__decided_on__range=period)
        .annotate(
            identified_on=F("identification__decided_on"),
            main_type=F("main__type"),
            main_country=F("main__country"),
        )
    )
    return records


COUNTRY = countries(_("country of exploitation"), "main__country")

IDENTIFIED = AnnualFigure(
    "victims.identified",
    _("Identified as victims of trafficking in human beings"),
    Unit.PERSON,
    population=identified_in,
    dated_by="identified_on",
    by={
        "person_type": person_types("sex", "age_at_identification"),
        "sex": sexes()._replace(spelt_out=True),
        "citizenship": countries(_("citizenship"), "citizenship"),
        "country_of_exploitation": COUNTRY,
        "exploitation_type": codes(
            _("form of exploitation"), "main__type", ExploitationType
        ),
    },
)

FORCED_LABOUR = AnnualFigure(
    "victims.forced_labour",
    _("of them, subjected to forced labour or forced begging"),
    Unit.PERSON,
    population=identified_in,
    only=Q(main__type__in=FORCED),
    by={"country_of_exploitation": COUNTRY},
)

FIGURES = (IDENTIFIED, FORCED_LABOUR)
