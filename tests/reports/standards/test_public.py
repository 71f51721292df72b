"""What everybody is told of a standard's tables gives nobody away."""

from dataclasses import replace

import pytest
from django.utils.timezone import localtime

from reports.disclosure.attack import recovered
from reports.disclosure.telling import PublicTables
from reports.editions import Edition
from reports.standards import crossing
from reports.standards.choices import Level, Standard
from reports.standards.glotip import Questionnaire
from reports.standards.levels import Reader
from reports.standards.making import tables_of
from reports.standards.public import Beside
from reports.standards.words import Words
from tests.reports.disclosure.simulated import simulated
from tests.reports.standards.conftest import rows_of

THRESHOLD = 5
SEEDS = range(24)


def public(edition, code, standard=Standard.GLOTIP):
    reader = Reader(Level.PUBLIC, edition)
    tables = tables_of(standard, edition).tables
    return rows_of(reader.read(next(one for one in tables if one.code == code)))


def test_the_one_boy_is_hidden_and_cannot_be_subtracted(edition):
    told = public(edition, "sex-and-age")

    assert told["Male", "0 to 17 years"] is None
    assert told["Male", "18 years or over"] is None
    assert told["Female", "18 years or over"] == 85


def test_countries_of_few_people_are_not_named(edition):
    assert list(public(edition, "citizenship")) == [("Total",)]
    assert public(edition, "country-of-exploitation")["other and not recorded",] == 8


@pytest.mark.parametrize("standard", [Standard.GLOTIP, Standard.SDG])
def test_no_few_people_are_told_in_any_table(edition, standard):
    reader = Reader(Level.PUBLIC, edition)

    for table in tables_of(standard, edition).tables:
        if table.people:
            told = rows_of(reader.read(table)).values()
            assert [n for n in told if n and n < THRESHOLD] == [], table.code


def test_a_rate_of_a_hidden_number_is_hidden(edition):
    reader = Reader(Level.PUBLIC, edition)
    for table in tables_of(Standard.SDG, edition).tables:
        rows = tuple(replace(row, population=1000) for row in table.rows)
        for row in reader.read(replace(table, rows=rows)).rows:
            assert (row.rate is None) == row.hidden


def test_parliament_reads_exact_numbers_with_a_mark_on_few_people(edition):
    reader = Reader(Level.PARLIAMENT, edition)
    tables = tables_of(Standard.GLOTIP, edition).tables
    shown = reader.read(next(one for one in tables if one.code == "sex-and-age"))

    marked = [row for row in shown.rows if row.small]
    assert [(row.labels[1], row.value) for row in marked] == [("0 to 17 years", 1)]


def crossed_of(figures):
    """Return the pairs of a simulated year, where only an unknown sex has no age."""
    cells = figures.lines["victims.identified"].cells
    sexes, types = cells.get("sex", {}), cells.get("person_type", {})
    adults = {"F": types.get("women", 0), "M": types.get("men", 0)}
    pairs = {(sex, "adults"): number for sex, number in adults.items()}
    for sex, number in adults.items():
        pairs[sex, "children"] = sexes.get(sex, 0) - number
    pairs["unknown", "unknown"] = types.get("unknown", 0)
    pairs["unknown", "children"] = sexes.get("unknown", 0) - types.get("unknown", 0)
    return pairs


@pytest.fixture
def beside(db, monkeypatch):
    """Return a maker of the crossed table beside the public tables of a year."""

    def make(seed):
        figures = simulated(seed)
        pairs = crossing.Counter(crossed_of(figures))
        monkeypatch.setattr(crossing, "sex_and_age", lambda _edition: pairs)
        edition = Edition(figures=figures, checks=[], as_of=localtime())
        table = Questionnaire(edition, Words.of(Standard.GLOTIP)).sex_and_age()
        return Beside(table, PublicTables(figures, THRESHOLD))

    return make


def small_and_open(shown):
    """Return what the attacker finds of the rows that tell of somebody."""
    return [
        found
        for found in recovered(shown, THRESHOLD - 2)
        if shown.cells[found.key].value
    ]


def test_the_attacker_recovers_nothing_that_the_public_tables_do_not_tell(beside):
    shown = hidden = 0
    for seed in SEEDS:
        one = beside(seed)
        own = {key for key, row in one.own.items() if key not in one.hidden}
        told = one.system(one.hidden)
        alone = one.system(frozenset(one.own))
        given_away = {found.key for found in small_and_open(alone)}
        assert {found.key for found in small_and_open(told)} <= given_away, seed
        assert not any(0 < int(one.own[key].value) < THRESHOLD for key in own), seed
        shown, hidden = shown + len(own), hidden + len(one.hidden)

    assert shown
    assert hidden


def test_without_the_cover_the_attacker_recovers_people(beside):
    found = []
    for seed in SEEDS:
        one = beside(seed)
        small = {k for k, row in one.own.items() if 0 < int(row.value) < THRESHOLD}
        found += small_and_open(one.system(frozenset(small)))

    assert found
