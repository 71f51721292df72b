"""Small numbers: an attacker with all that is shown works out no hidden one."""

import random
from itertools import product

import pytest

from reports.analytics.disclosure import REST, Hiding, put_together

THRESHOLD = 5
NARROWEST = 3  # numbers apart: what may be known of a small cell


def lines(table):
    """Return the places of every row and column, with the total that is shown."""
    height, width = len(table), len(table[0])
    rows = [[(row, at) for at in range(width)] for row in range(height)]
    columns = [[(at, column) for at in range(height)] for column in range(width)]
    return [
        (places, sum(table[row][column] for row, column in places))
        for places in (*rows, *columns)
    ]


def at_first(table, hidden, *, blank):
    """Return the least and the most of each cell, as the page tells of it."""
    most = sum(map(sum, table))
    known = {}
    for row, column in product(range(len(table)), range(len(table[0]))):
        value = table[row][column]
        if (row, column) not in hidden:
            known[row, column] = (value, value)
        elif blank:
            known[row, column] = (0, most)
        else:
            small = value < THRESHOLD
            known[row, column] = (0, THRESHOLD - 1) if small else (THRESHOLD, most)
    return known


def worked_out(table, hidden, *, blank=False):
    """Return the least and the most of each cell, after every sum was followed up."""
    known, before = at_first(table, hidden, blank=blank), None
    while known != before:
        before = dict(known)
        for places, total in lines(table):
            least = sum(known[at][0] for at in places)
            most = sum(known[at][1] for at in places)
            for at in places:
                low, high = known[at]
                own = (max(low, total - most + high), min(high, total - least + low))
                least, most = least - low + own[0], most - high + own[1]
                known[at] = own
    return known


def possible(table, hidden, *, blank=False):
    """Return every value that each hidden cell can have, all of them tried."""
    known = worked_out(table, hidden, blank=blank)
    order = sorted(hidden)
    ranges = [range(known[at][0], known[at][1] + 1) for at in order]
    fitting = (dict(zip(order, values, strict=True)) for values in product(*ranges))
    found = [filled for filled in fitting if fits(table, filled)]
    return {at: {filled[at] for filled in found} for at in order}


def fits(table, filled):
    """Tell whether these values leave every total as it is."""
    return all(
        sum(filled.get((row, column), table[row][column]) for row, column in places)
        == total
        for places, total in lines(table)
    )


def merged(table):
    """Return the table with its small rows put together."""
    names = put_together({str(n): sum(row) for n, row in enumerate(table)}, THRESHOLD)
    rows = {}
    for number, row in enumerate(table):
        own = rows.setdefault(names[str(number)], [0] * len(row))
        rows[names[str(number)]] = [a + b for a, b in zip(own, row, strict=True)]
    return list(rows.values())


def turned(table):
    return [list(column) for column in zip(*table, strict=True)]


def tables(number, largest, seed):
    """Yield tables as pages have them: no small total, cells mostly small."""
    dice = random.Random(seed)
    while number:
        height, width = dice.randint(2, largest), dice.randint(2, largest)
        top = dice.choice([3, 8, 20, 60])
        raw = [
            [int(dice.random() ** 3 * top) for _ in range(width)] for _ in range(height)
        ]
        table = turned(merged(turned(merged(raw))))
        if sum(map(sum, table)) >= THRESHOLD:
            number -= 1
            yield table


def given_away(table, hidden, *, blank=False):
    """Return the small cells that following the sums narrows too much."""
    known = worked_out(table, hidden, blank=blank)
    return [
        at
        for at in hidden
        if table[at[0]][at[1]] < THRESHOLD and known[at][1] - known[at][0] < NARROWEST
    ]


def test_no_sum_gives_a_small_cell_of_a_thousand_tables_away():
    found = []
    for table in tables(1000, 9, seed=1):
        hiding = Hiding.of(table, THRESHOLD)
        found += given_away(table, hiding.hidden, blank=hiding.blank)

    assert found == []


def test_small_cells_hidden_alone_would_be_found():
    naive = [given_away(table, small_cells(table)) for table in tables(200, 6, seed=2)]

    assert sum(map(bool, naive)) > 50


def small_cells(table):
    places = product(range(len(table)), range(len(table[0])))
    return {at for at in places if table[at[0]][at[1]] < THRESHOLD}


def test_trying_every_table_that_fits_leaves_a_small_cell_open():
    for table in tables(150, 3, seed=3):
        if max(map(max, table)) > 9 or len(table) * len(table[0]) > 6:
            continue
        hiding = Hiding.of(table, THRESHOLD)
        values = possible(table, hiding.hidden, blank=hiding.blank)
        small = [at for at in hiding.hidden if hiding.is_small(at)]

        assert all(max(values[at]) - min(values[at]) >= NARROWEST for at in small)


def test_no_small_cell_is_shown():
    for table in tables(300, 8, seed=4):
        hiding = Hiding.of(table, THRESHOLD)

        assert small_cells(table) <= hiding.hidden


def test_a_table_without_small_cells_is_shown_whole():
    assert Hiding.of([[5, 9], [12, 30]], THRESHOLD).hidden == set()


def test_all_cells_are_hidden_alike_where_some_would_not_do():
    hiding = Hiding.of([[4, 6], [6, 0]], THRESHOLD)

    assert (hiding.hidden, hiding.blank) == ({(0, 0), (0, 1), (1, 0), (1, 1)}, True)


@pytest.mark.parametrize(
    ("counts", "together"),
    [
        ({"TUR": 54, "QAT": 16}, []),
        ({"TUR": 54, "QAT": 3, "ARE": 2}, ["ARE", "QAT"]),
        ({"TUR": 54, "QAT": 16, "ARE": 2}, ["ARE", "QAT"]),
        ({"TUR": 54, "ARE": 2}, ["ARE", "TUR"]),
        ({}, []),
    ],
)
def test_small_totals_are_put_together_until_they_are_small_no_more(counts, together):
    names = put_together(counts, THRESHOLD)

    assert sorted(cell for cell, name in names.items() if name == REST) == together
