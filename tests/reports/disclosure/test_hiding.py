"""What is published keeps every small number open to doubt."""

import pytest

from reports.disclosure.attack import guesses, recovered
from reports.disclosure.cells import Cell, Relation, System, Tie
from reports.disclosure.hiding import hide
from reports.disclosure.tied_year import TiedYear
from tests.reports.disclosure.simulated import simulated

THRESHOLD = 5
WIDTH = 3
YEARS = 1000


def table(**values: int) -> System:
    """Return a row of cells with its total."""
    total = sum(values.values())
    cells = [Cell(k, v, v < THRESHOLD, weight=1 + v) for k, v in values.items()]
    weights = dict.fromkeys(values, 1) | {"total": -1}
    return System.of([*cells, Cell("total", total, weight=1000)], [Relation(weights)])


def test_a_small_cell_alone_is_worked_out_from_its_total() -> None:
    system = table(women=85, men=5, children=1)

    found = recovered(system.hiding(["children"]), WIDTH)

    assert [(guess.least, guess.most) for guess in found] == [(1, 1)]


def test_a_second_cell_is_hidden_beside_a_small_one() -> None:
    hidden = hide(table(women=85, men=5, children=1), WIDTH)

    assert hidden.hidden == {"men", "children"}
    assert recovered(hidden, WIDTH) == []


def test_nothing_is_hidden_where_nothing_is_small() -> None:
    assert hide(table(women=85, men=6), WIDTH).hidden == frozenset()


def test_a_cell_that_is_not_hidden_counts_as_recovered() -> None:
    assert recovered(table(women=85, men=1), 1)[0].most == 1


def test_two_small_cells_do_not_cover_each_other_where_their_sum_is_told() -> None:
    hidden = hide(table(women=85, men=1, children=1), WIDTH)

    assert hidden.hidden == {"women", "men", "children"}


def test_a_sum_of_money_does_not_give_away_how_often_each_amount_was_paid() -> None:
    cells = [
        Cell("400", 2, small=True),
        Cell("700", 56),
        Cell("paid", 58, weight=20),
        Cell("azn", 400 * 2 + 700 * 56, weight=10),
    ]
    relations = [
        Relation({"400": 1, "700": 1, "paid": -1}),
        Relation({"400": 400, "700": 700, "azn": -1}),
    ]

    hidden = hide(System.of(cells, relations), WIDTH)

    assert hidden.hidden == {"400", "700", "azn"}


def test_a_part_does_not_give_away_a_small_whole() -> None:
    cells = [Cell("whole", 4, small=True), Cell("part", 3, weight=2)]
    system = System.of(cells, [Relation({"whole": 1, "part": -1}, Tie.AT_LEAST)])

    assert hide(system, WIDTH).hidden == {"whole"}


def test_a_cell_that_was_published_before_stays_published() -> None:
    cells = [
        Cell("men", 1, small=True),
        Cell("women", 85),
        Cell("total", 86, settled=True),
    ]
    system = System.of(cells, [Relation({"men": 1, "women": 1, "total": -1})])

    assert hide(system, WIDTH).hidden == {"men", "women"}


def test_what_was_published_before_can_give_a_cell_away() -> None:
    cells = [
        Cell("men", 1, small=True),
        Cell("women", 85, settled=True),
        Cell("total", 86, settled=True),
    ]
    system = System.of(cells, [Relation({"men": 1, "women": 1, "total": -1})])

    with pytest.raises(ArithmeticError, match="published before"):
        hide(system, WIDTH)


def test_values_that_break_a_relation_are_refused() -> None:
    with pytest.raises(ValueError, match="do not keep"):
        System.of([Cell("a", 1), Cell("b", 2)], [Relation({"a": 1, "b": -1})])


def test_the_bounds_of_the_attacker_are_those_of_every_table_tried_one_by_one() -> None:
    system = table(a=1, b=3, c=6, d=9).hiding(["a", "b", "c"])

    found = {guess.key: (guess.least, guess.most) for guess in guesses(system)}

    tables = [(a, b, 10 - a - b) for a in range(11) for b in range(11 - a)]
    firsts, seconds, _thirds = zip(*tables, strict=True)
    assert found == {
        "a": (min(firsts), max(firsts)),
        "b": (min(seconds), max(seconds)),
    }


def test_the_attacker_recovers_nothing_in_a_thousand_years() -> None:
    for seed in range(YEARS):
        hidden = hide(TiedYear(simulated(seed), THRESHOLD).system(), WIDTH)
        assert recovered(hidden, WIDTH) == [], seed


def test_without_the_cover_the_attacker_recovers_cells() -> None:
    given_away = 0
    for seed in range(100):
        system = TiedYear(simulated(seed), THRESHOLD).system()
        alone = system.hiding(system.hidden | set(system.small))
        given_away += any(guess.width == 0 for guess in recovered(alone, WIDTH))

    assert given_away > 50
