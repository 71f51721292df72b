"""What the engine counted, in the shapes that the tests compare."""

from reports.export.document import plain
from reports.year import figures_of


def as_expected(line):
    """Return a line in the shape of expected.json."""
    if not line.figure.breakdowns:
        return {"value": plain(line.value)}
    cells = {name: dict(line.cells.get(name, {})) for name in line.figure.breakdowns}
    return {"value": plain(line.value), "breakdowns": cells}


def lists_of(year):
    """Yield each list of the year: what it is, what its number says, its length."""
    for code, line in figures_of(year).lines.items():
        yield code, line.records, line.figure.records(year).count()
        for name, cells in line.cells.items():
            for cell, number in cells.items():
                records = line.figure.records(year, name, cell)
                yield f"{code} {name} {cell}", number, records.count()


def wrong_lists(year):
    """Return the lists that are not as long as their number says."""
    return [found for found in lists_of(year) if found[1] != found[2]]
