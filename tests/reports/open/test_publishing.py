"""Publishing a frozen year tells everybody what is safe, and keeps it as it was."""

from dataclasses import replace

import pytest
from django.db import DatabaseError, connection, transaction

from reports.editions import release_edition
from reports.models import OpenYear, Release
from reports.open.earlier import Known
from reports.open.publishing import publish_openly, too_close
from reports.open.series import figures_of
from tests.reports.releases.conftest import first, frozen_db, frozen_template, second

__all__ = ["first", "frozen_db", "frozen_template", "second"]

pytestmark = pytest.mark.usefixtures("frozen_db")


@pytest.fixture
def published(second) -> OpenYear:
    """Return the public tables of 2019."""
    _publication, held_back = publish_openly(Release.objects.get(), second)
    assert held_back == []
    return OpenYear.objects.get()


def cells(open_year: OpenYear, code: str, split: str) -> dict[str, int | None]:
    """Return the rows of a breakdown as everybody reads them."""
    figures = {one["figure"]: one for one in figures_of(open_year.content)}
    splits = {one["breakdown"]: one for one in figures[code]["breakdowns"]}
    return {one["cell"]: one["value"] for one in splits[split]["cells"]}


def test_small_countries_stand_together_in_one_row(published):
    told = cells(published, "victims.identified", "country_of_exploitation")

    assert told == {"TUR": 54, "QAT": 16, "IRN": 8, "RUS": 5, "rest": 8}


def test_the_one_child_is_hidden_and_cannot_be_subtracted(published):
    told = cells(published, "victims.identified", "person_type")

    assert told == {"women": 85, "men": None, "children": None}


def test_no_name_of_a_small_country_is_told(published):
    assert "TJK" not in published.payload
    assert "UZB" not in published.payload


def test_the_tables_carry_the_hash_of_the_frozen_year(published):
    assert published.content["release_sha256"] == Release.objects.get().sha256


@pytest.mark.parametrize(
    "statement",
    [
        "UPDATE reports_openyear SET threshold = 6",
        "DELETE FROM reports_openyear",
        "TRUNCATE reports_openyear",
    ],
)
def test_the_database_keeps_what_was_told(published, statement):
    with (
        pytest.raises(DatabaseError),
        transaction.atomic(),
        connection.cursor() as cursor,
    ):
        cursor.execute(statement)


def test_the_database_refuses_tables_with_another_hash(published):
    row = OpenYear(
        publication=published.publication,
        year=2019,
        threshold=5,
        payload="{}",
        sha256="0" * 64,
    )

    with pytest.raises(DatabaseError, match="hash"), transaction.atomic():
        row.save()


def test_a_number_that_differs_by_a_few_people_is_held_back():
    before = {"victims.identified": Known(91, "person")}

    assert too_close(before, {"victims.identified": Known(92, "person")}, 5)
    assert not too_close(before, {"victims.identified": Known(96, "person")}, 5)
    assert not too_close(before, {"victims.identified": Known(91, "person")}, 5)
    assert not too_close(before, {"victims.identified": Known(None, "person")}, 5)


def test_a_crime_more_or_less_is_told():
    before = {"offences.trafficking": Known(186, "offence")}

    assert not too_close(before, {"offences.trafficking": Known(187, "offence")}, 5)


def test_tables_from_which_somebody_could_be_worked_out_stay_in_the_house(
    second, monkeypatch
):
    """The planted hole: small numbers are hidden, and nothing beside them."""
    monkeypatch.setattr(
        "reports.disclosure.telling.hide",
        lambda system, _width: system.hiding(system.hidden | set(system.small)),
    )

    _publication, held_back = publish_openly(Release.objects.get(), second)

    assert "victims.identified/person_type/children" in held_back
    assert not OpenYear.objects.exists()


def test_an_edition_has_what_its_release_has(published):
    edition = release_edition(published.publication.release)

    assert replace(edition).figures.value("victims.identified") == 91
