"""The public tables of a year tell as much as is safe, and no more."""

from collections.abc import Iterable

from reports.disclosure.telling import PublicTables, Told
from tests.reports.disclosure.simulated import simulated

THRESHOLD = 5


def told(seed: int) -> PublicTables:
    """Return the tables of a simulated year."""
    return PublicTables(simulated(seed), THRESHOLD)


def people(rows: Iterable[Told], tables: PublicTables) -> list[Told]:
    """Return the rows that count people."""
    units = {c: line.figure.unit for c, line in tables.figures.lines.items()}
    return [row for row in rows if units[row.figure] in {"person", "child"}]


def test_no_number_of_people_below_the_threshold_is_told() -> None:
    for seed in range(40):
        tables = told(seed)
        for row in people(tables.rows(), tables):
            assert row.value is None or row.value >= THRESHOLD, (seed, row)


def test_what_is_told_is_what_was_counted() -> None:
    tables = told(5)

    for row in tables.rows():
        line = tables.figures.lines[row.figure]
        if row.value is not None and not row.breakdown:
            assert row.value == line.value
        elif row.value is not None and row.cell != "rest":
            assert row.value == line.cells[row.breakdown][row.cell]


def test_a_row_of_the_rest_adds_up_what_is_not_told_alone() -> None:
    tables = told(5)
    rows = list(tables.rows())
    open_lists = {(row.figure, row.breakdown) for row in rows if row.cell == "rest"}

    assert open_lists
    for figure, breakdown in open_lists:
        cells = tables.figures.lines[figure].cells[breakdown]
        listed = {
            r.cell: r for r in rows if (r.figure, r.breakdown) == (figure, breakdown)
        }
        rest = sum(n for cell, n in cells.items() if cell not in listed)
        assert listed["rest"].value in {rest, None}


def test_nothing_can_be_worked_out_of_the_tables() -> None:
    assert told(7).recovered() == []
    assert told(7).attacked


def test_a_percentage_of_a_hidden_number_is_hidden() -> None:
    seeds = (
        seed for seed in range(200) if simulated(seed).value("wanted.detained") == 2
    )
    tables = told(next(seeds))

    rows = {row.figure: row for row in tables.rows() if not row.breakdown}
    assert rows["wanted.detained"].hidden
    assert rows["wanted.detained_percent"].hidden
