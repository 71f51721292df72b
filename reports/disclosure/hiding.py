"""Which cells are not shown: the small ones, and as few others as it takes.

For every small cell there must be two tables that the public cannot tell from the true
one, in which that cell is `width` apart. Each further cell that is hidden only blurs
the others, so that a small cell that is safe stays safe.
"""

from typing import Final

from reports.disclosure.attack import guess
from reports.disclosure.cells import MANY, System
from reports.disclosure.tables import Program, another_table

APART: Final = MANY * 2


def hide(system: System, width: int) -> System:
    """Return the system with the small cells and their cover hidden."""
    hidden: set[str] = set()
    for part in system.parts():
        hidden |= hide_part(part, width)
    return system.hiding(hidden)


def hide_part(part: System, width: int) -> frozenset[str]:
    """Return what is hidden of a part whose cells hang together."""
    if not part.small:
        return part.hidden
    small = frozenset(part.small)
    hidden = part.hidden | small
    for key in sorted(small, key=lambda one: part.cells[one].value):
        if guess(part.hiding(hidden), key).width < width:
            hidden |= cover(part.hiding(hidden), key, width)
    return without_needless(part.hiding(hidden), part.hidden | small, width)


def cover(system: System, key: str, width: int) -> frozenset[str]:
    """Return the cells that cost least to hide, so that `key` is blurred enough.

    `ArithmeticError` where what was published before gives the cell away already.
    """
    program = Program()
    free = [k for k, cell in system.cells.items() if not cell.settled]
    free += [k for k in system.hidden if system.cells[k].settled]
    costs = {k: program.variable(0, 1, system.cells[k].weight) for k in free}
    for k in system.hidden & set(free):
        program.low[costs[k]] = 1
    tables = [another_table(program, system, free) for _ in range(2)]
    for places in tables:
        for k, at in places.items():
            value = system.cells[k].value
            program.row({at: 1, costs[k]: -APART}, low=-APART * 2, high=value)
            program.row({at: 1, costs[k]: APART}, low=value)
    lower, upper = tables
    program.row({upper[key]: 1, lower[key]: -1}, low=width)
    found = program.solve()
    if found is None:
        raise ArithmeticError(f"{key} is given away by what was published before.")
    return frozenset(k for k, at in costs.items() if found[at])


def without_needless(
    system: System, needed: frozenset[str], width: int
) -> frozenset[str]:
    """Return the hidden cells less those that can be shown after all."""
    hidden = system.hidden
    extra = sorted(hidden - needed, key=lambda one: -system.cells[one].weight)
    for key in extra:
        tried = system.hiding(hidden - {key})
        if all(guess(tried, one).width >= width for one in system.small):
            hidden = tried.hidden
    return hidden
