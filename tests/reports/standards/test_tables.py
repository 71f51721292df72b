"""The tables of the standards are the figures' own numbers in the words of others."""

import pytest

from reports.editions import draft_of
from reports.models import Mapping
from reports.standards.choices import Level, Standard
from reports.standards.counts import sex_and_person_type
from reports.standards.levels import Reader
from reports.standards.making import tables_of
from reports.standards.occurring import unmapped
from reports.standards.words import UnmappedError
from tests.factories import ExploitationFactory, VictimFactory
from tests.reports.standards.conftest import rows_of

TOTAL = ("Total",)


@pytest.fixture
def told(edition):
    """Return the tables of the questionnaire as read inside, by their codes."""
    reader = Reader(Level.INTERNAL, edition)
    tables = tables_of(Standard.GLOTIP, edition).tables
    return {table.code: rows_of(reader.read(table)) for table in tables}


def test_offences_stand_by_article(edition):
    table = tables_of(Standard.GLOTIP, edition).tables[0]

    assert [(row.source.articles, row.value) for row in table.rows] == [
        ("144-1", 186),
        ("144-2", 4),
        ("144-3", 36),
    ]


def test_sex_crosses_age_and_the_margins_are_the_figures_breakdowns(edition):
    cells = edition.figures.lines["victims.identified"].cells
    pairs = sex_and_person_type(edition)

    for place, name in enumerate(("sex", "person_type")):
        margin = {}
        for pair, number in pairs.items():
            margin[pair[place]] = margin.get(pair[place], 0) + number
        assert margin == cells[name]


def test_the_one_child_of_2019_is_a_boy(told):
    crossed = told["sex-and-age"]

    assert crossed["Female", "18 years or over"] == 85
    assert crossed["Male", "18 years or over"] == 5
    assert crossed["Male", "0 to 17 years"] == 1
    assert crossed["Total", "Total"] == 91


def test_forms_are_rolled_up_as_mapped(told):
    assert told["forms"] == {
        ("Sexual exploitation",): 85,
        ("Forced labour",): 6,
        ("Other forms of exploitation",): 0,
        TOTAL: 91,
    }


@pytest.mark.parametrize(
    ("table", "females", "males"), [("prosecuted", 22, 5), ("convicted", 34, 8)]
)
def test_the_accused_stand_by_sex_and_add_up(told, table, females, males):
    rows = told[table]

    assert (rows["Female",], rows["Male",]) == (females, males)
    assert sum(rows.values()) == 2 * rows[TOTAL]


def test_every_table_adds_up_to_its_total(told):
    for code in set(told) - {"offences", "repatriated"}:
        *rows, total = told[code].values()
        assert sum(rows) == total, code


def test_every_number_has_a_source(edition):
    for table in tables_of(Standard.GLOTIP, edition).tables:
        for row in table.rows:
            assert row.source.text, table.code


@pytest.fixture
def a_form_nobody_mapped(db):
    """Make a victim whose form was not recorded, and one of a form without word."""
    nobody = VictimFactory(code="Z-1", identified_on="2017-05-06")
    someone = VictimFactory(code="Z-2", identified_on="2017-05-06")
    ExploitationFactory(victim=someone, type="servitude", main=True)
    mapped = Mapping.objects.get(
        standard="glotip", list="exploitation_type", code="servitude"
    )
    mapped.void("to be decided")
    return nobody, someone


def test_values_without_a_word_are_listed_and_nothing_is_exported(
    a_form_nobody_mapped,
):
    draft = draft_of(2017)

    found = unmapped(Standard.GLOTIP, draft)
    assert ("exploitation_type", "servitude", 1) in found
    assert ("exploitation_type", "unknown", 1) in found
    with pytest.raises(UnmappedError):
        tables_of(Standard.GLOTIP, draft)


def test_what_is_not_reported_on_purpose_keeps_the_total(a_form_nobody_mapped):
    for code in ("servitude", "unknown"):
        Mapping.objects.create(
            standard="glotip", list="exploitation_type", code=code, not_reported=True
        )

    tables = tables_of(Standard.GLOTIP, draft_of(2017)).tables

    forms = next(table for table in tables if table.code == "forms")
    told = {str(row.labels[0]): row.value for row in forms.rows}
    assert told["Not reported"] == 2
    assert sum(row.value for row in forms.rows[:-1]) == told["Total"]
