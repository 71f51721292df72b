"""The check that keeps personal fields out of figures finds a hole."""

import pytest
from django.db.models import Exists, F, OuterRef
from django.db.models.functions import Upper

from reports.breakdowns import Breakdown
from reports.catalogue import FIGURES
from reports.choices import Unit
from reports.figures import AnnualFigure
from reports.personal import nothing_personal_in_figures, personal_in
from victims.models import Dependant, Identity, Victim


def test_nothing_personal_is_read_by_a_figure():
    assert len(FIGURES) > 10
    assert nothing_personal_in_figures() == []


PLAIN = F("pk")


def planted(population, split=PLAIN):
    by = {"planted": Breakdown("planted", split, str)}
    return AnnualFigure(
        "planted.figure", "planted", Unit.PERSON, population=population, by=by
    )


HOLES = [
    planted(lambda _period: Dependant.objects.all(), Upper("birth_date")),
    planted(lambda _period: Dependant.objects.filter(birth_date=None)),
    planted(
        lambda _period: Victim.objects.filter(
            Exists(Identity.objects.filter(victim=OuterRef("pk"), phone__isnull=False))
        )
    ),
]


@pytest.mark.parametrize("figure", HOLES, ids=["breakdown", "condition", "subquery"])
def test_a_figure_that_reads_a_personal_field_is_found(figure):
    errors = personal_in([figure])

    assert {error.id for error in errors} == {"reports.E001"}


def test_a_figure_of_codes_and_days_is_not():
    figure = planted(lambda _period: Victim.objects.current(), F("sex"))

    assert personal_in([figure]) == []
