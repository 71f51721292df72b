"""What standards ask for beyond the figures, counted over the figures' own records.

The records are those that the figure counts: of a frozen year those of its release. No
population is defined here that the catalogue has, so that margins are the figure's.
"""

from collections import Counter
from collections.abc import Mapping
from typing import Any, Final

from django.db.models import Count

from assistance.choices import ReferralOutcome, ReferralType
from reports.breakdowns import sexes
from reports.catalogue.assistance import referred
from reports.catalogue.prosecution import CONVICTED, accused
from reports.catalogue.victims import IDENTIFIED
from reports.editions import Edition
from reports.figures import AnnualFigure, Records
from reports.models import ReleasedRecord
from reports.periods import Period
from reports.standards.lists import AGE_OF, PERSON_TYPE, SEX

type Pairs = Mapping[tuple[str, str], int]
ENDED_WELL: Final = (ReferralOutcome.COMPLETED, ReferralOutcome.RETURNED)


def sex_and_age(edition: Edition) -> Counter[tuple[str, str]]:
    """Return the identified victims by sex and age group."""
    ages: Counter[tuple[str, str]] = Counter()
    for (sex, person_type), number in sex_and_person_type(edition).items():
        ages[sex, AGE_OF[person_type]] += number
    return ages


def sex_and_person_type(edition: Edition) -> Pairs:
    """Return the identified victims by the cells of two breakdowns of the figure."""
    if edition.release is None:
        rows: Any = (
            IDENTIFIED.records(edition.year)
            .annotate(one=SEX.cell, other=PERSON_TYPE.cell)
            .order_by()
            .values_list("one", "other")
        )
    else:
        rows = (
            ReleasedRecord.objects.filter(
                release=edition.release, figure=IDENTIFIED.code
            )
            .order_by()
            .values_list("cells__sex", "cells__person_type")
        )
    counted = rows.annotate(number=Count("pk"))
    return {(one, other): number for one, other, number in counted}


def records_of(edition: Edition, figure: AnnualFigure) -> Records:
    """Return the records that the edition counts, as they are now."""
    if edition.release is None:
        return figure.records(edition.year)
    model: Any = figure.records(edition.year).model
    counted = ReleasedRecord.objects.filter(
        release=edition.release, figure=figure.code
    ).values("object_id")
    records: Records = model.objects.filter(pk__in=counted)
    return records


def by_sex(records: Records) -> dict[str, int]:
    """Return how many records there are of each sex as recorded."""
    counted = (
        records.annotate(one=sexes().cell)
        .order_by()
        .values_list("one")
        .annotate(number=Count("pk"))
    )
    return dict(counted)


def convicted_by_sex(edition: Edition) -> dict[str, int]:
    """Return the convicted by sex as recorded now; they add up to the figure."""
    return by_sex(records_of(edition, CONVICTED))


def in_contact(year: int) -> Records:
    """Return the accused of criminal cases opened in the year."""
    return accused().filter(case__opened_on__range=Period.of_year(year))


def repatriated(year: int) -> Records:
    """Return the victims whose repatriation ended well in the year."""
    made = referred(
        "completed_on", type=ReferralType.REPATRIATION, outcome__in=ENDED_WELL
    )
    return made(Period.of_year(year))


def articles(records: Records) -> str:
    """Return the articles of the cases of accused persons; a dash where none is."""
    found = set(records.order_by().values_list("case__article", flat=True))
    return ", ".join(sorted(filter(None, found))) or "–"
