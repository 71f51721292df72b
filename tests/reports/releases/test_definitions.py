"""What a figure counts is said in one sentence, and its version follows its SQL."""

from dataclasses import replace

import pytest
from django.db.models import Q
from django.utils.translation import override

from reports.catalogue import FIGURES
from reports.catalogue.counts import COUNTS
from reports.catalogue.victims import FORCED_LABOUR, IDENTIFIED
from reports.figures import ReturnedFigure
from reports.releases.definitions import definition_of, version_of


def test_every_counted_figure_says_what_it_counts():
    counted = {c for c, f in FIGURES.items() if not isinstance(f, ReturnedFigure)}

    assert set(COUNTS) == counted


@pytest.mark.parametrize("language", ["az", "ru"])
def test_the_sentences_are_of_the_language(language):
    said = {code: str(definition_of(figure).counts) for code, figure in FIGURES.items()}

    with override(language):
        here = {
            code: str(definition_of(figure).counts) for code, figure in FIGURES.items()
        }

    assert {code for code in said if said[code] == here[code]} == set()


def test_figures_that_count_otherwise_have_other_versions():
    counted = [f for f in FIGURES.values() if not isinstance(f, ReturnedFigure)]

    assert len({version_of(figure) for figure in counted}) == len(counted)


@pytest.mark.parametrize(
    "change",
    [
        {"only": Q(sex="F")},
        {"by": {"sex": IDENTIFIED.by["sex"]}},
        {"population": FORCED_LABOUR.population, "only": FORCED_LABOUR.only},
        {"amount": "age_at_identification"},
    ],
)
def test_a_changed_definition_has_another_version(change):
    assert version_of(replace(IDENTIFIED, **change)) != version_of(IDENTIFIED)


def test_another_title_is_no_other_definition():
    assert version_of(replace(IDENTIFIED, title="x")) == version_of(IDENTIFIED)
