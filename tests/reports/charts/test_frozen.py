"""The charts of a frozen year are those of its release, whatever is recorded since."""

import json

import pytest
from django.utils import timezone

from reports.charts.basis import Basis
from reports.charts.listing import charts_of
from reports.editions import draft_of, edition_of, release_edition
from reports.models import Release
from tests.factories import LegacyYearFactory, LegalActFactory, UserFactory
from tests.reports.releases.changing import change_records
from tests.reports.releases.conftest import frozen, frozen_db, frozen_template

__all__ = ["frozen_db", "frozen_template"]

pytestmark = pytest.mark.usefixtures("frozen_db")


def printed(year, value):
    LegacyYearFactory(
        year=year, value=value, approved_by=UserFactory(), approved_at=timezone.now()
    )


def test_a_frozen_year_draws_what_it_froze(drawn):
    before = drawn()

    change_records()
    printed(2012, 70)
    LegalActFactory(kind="law", confirmed=True, adopted_on="2018-05-06")

    assert drawn() == before
    assert {row.label for row in before["forms"].table.rows} == {
        "sexual exploitation",
        "forced labour",
        "forced begging",
    }


def test_a_revision_draws_the_years_that_it_knew(drawn):
    printed(2012, 70)
    frozen(2019, "Earlier years")
    printed(2011, 69)
    LegalActFactory(kind="law", confirmed=True, adopted_on="2018-05-06")

    assert "years" not in drawn(number=1)
    assert drawn(number=2)["years"].note == ""
    assert drawn(number=2)["years"].summary.startswith("2012: 70, 2013: –")


def test_the_year_after_knows_the_years_that_were_frozen():
    known = Basis(draft_of(2020)).years["offences.trafficking"]

    assert known == {2018: 144, 2019: 186, 2020: 0}


def test_a_release_from_before_the_charts_draws_its_own_two_years(drawn):
    release = Release.objects.get()
    release.content = json.loads(release.payload)
    del release.content["by_year"], release.content["acts"]

    basis = Basis(release_edition(release))

    assert [*basis.years["accused.convicted"]] == [2018, 2019]
    assert basis.acts == []


def test_a_figure_that_a_release_does_not_tell_has_no_chart():
    edition = edition_of(2019)
    del edition.figures.lines["wanted.total"]

    codes = [chart.code for chart in charts_of("prosecution", Basis(edition))]

    assert codes == ["articles", "convicted"]
