"""The figures of a year as cells, and what the public could tie together of them.

Lists that are open (countries, forms, amounts) are told down to the threshold; what is
smaller stands together in one row, `rest`, so that not even the name of a country tells
of one person. Lists that are closed (sex, women and men) keep their rows.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Final

from reports.breakdowns import VAGUE_CODES
from reports.catalogue import FIGURES
from reports.catalogue.victims import FORCED, FORCED_LABOUR, IDENTIFIED
from reports.checks.parts import PARTS
from reports.choices import Unit
from reports.counting import Cells
from reports.disclosure.cells import Cell, Relation, System, Tie
from reports.figures import AnnualFigure, Cumulative, Figure
from reports.year import Line, YearFigures

REST: Final = "rest"
OF_PEOPLE: Final = frozenset({Unit.PERSON, Unit.CHILD})
TOTAL_WEIGHT: Final = 20.0
CELL_WEIGHT: Final = 1.0
PER_PERSON: Final = 0.001
ADULTS: Final = {"women": "F", "men": "M"}


def key(figure: str, breakdown: str = "", cell: str = "") -> str:
    """Return the key of a figure, or of a cell of one of its breakdowns."""
    return "/".join(part for part in (figure, breakdown, cell) if part)


ALWAYS: Final = {key(IDENTIFIED.code, "exploitation_type"): FORCED}
"""Rows of open lists that another figure adds up: nobody in them is a number too."""


@dataclass
class TiedYear:
    """The cells and relations of one year, put together figure by figure.

    `rolled` has, for each open breakdown, the cells that stand in its `rest`.
    `earlier` is what was published of this year before, null where it was hidden: what
    was hidden stays hidden, and what was shown and is the same stays shown.
    """

    figures: YearFigures
    threshold: int
    earlier: Mapping[str, int | None] = field(default_factory=dict)
    cells: dict[str, Cell] = field(default_factory=dict)
    relations: list[Relation] = field(default_factory=list)
    rolled: dict[str, list[str]] = field(default_factory=dict)

    def system(self) -> System:
        """Return the system, with what stands in a `rest` hidden."""
        for line in self.figures.lines.values():
            self.add_figure(line)
        self.relations += [
            one for one in self.ties() if set(one.weights) <= set(self.cells)
        ]
        hidden = [k for keys in self.rolled.values() for k in keys]
        hidden += [
            k for k in self.cells if k in self.earlier and self.earlier[k] is None
        ]
        return System.of(self.cells.values(), self.relations, hidden)

    def add_figure(self, line: Line) -> None:
        """Add the figure and its breakdowns; one that is not known has no cell."""
        if line.value is None or line.value != int(line.value):
            return
        self.add(key(line.figure.code), int(line.value), line, TOTAL_WEIGHT)
        for name in line.figure.breakdowns:
            cells = line.cells.get(name, {})
            if order := closed(line.figure, name):
                self.add_closed(line, name, cells, order)
            else:
                self.add_open(line, name, cells)

    def add(self, at: str, value: int, line: Line, weight: float = CELL_WEIGHT) -> None:
        """Add a cell; it is small where it tells of few people."""
        small = line.figure.unit in OF_PEOPLE and value < self.threshold
        settled = at in self.earlier and self.earlier[at] == value
        self.cells[at] = Cell(at, value, small, weight + value * PER_PERSON, settled)

    def add_closed(
        self, line: Line, name: str, cells: Cells, order: tuple[str, ...]
    ) -> None:
        """Add the rows of a closed list, also those without anyone."""
        code = line.figure.code
        told = [c for c in order if c not in VAGUE_CODES or cells.get(c)]
        for cell in told:
            self.add(key(code, name, cell), cells.get(cell, 0), line)
        self.relations.append(adds_up(key(code), [key(code, name, c) for c in told]))

    def add_open(self, line: Line, name: str, cells: Cells) -> None:
        """Add the rows of an open list that are large enough, and the rest."""
        code, people = line.figure.code, line.figure.unit in OF_PEOPLE
        cells = dict.fromkeys(ALWAYS.get(key(code, name), ()), 0) | cells
        told, rest = rolled_up(cells, self.threshold if people else 0)
        for cell, value in cells.items():
            self.add(key(code, name, cell), value, line)
        rows = [key(code, name, cell) for cell in told]
        if rest:
            at = key(code, name, REST)
            self.add(at, sum(cells[cell] for cell in rest), line)
            self.rolled[key(code, name)] = [key(code, name, cell) for cell in rest]
            self.relations.append(adds_up(at, self.rolled[key(code, name)]))
            rows.append(at)
        if rows:
            self.relations.append(adds_up(key(code), rows))

    def ties(self) -> Iterator[Relation]:
        """Yield what ties figures to each other."""
        yield from parts_of_wholes()
        yield from self.parts_by_cell()
        yield from self.totals()
        yield from self.money()
        women_and_men = ((key(IDENTIFIED.code, "sex", s), t) for t, s in ADULTS.items())
        for sex, adult in women_and_men:
            yield at_most(key(IDENTIFIED.code, "person_type", adult), sex)
        forms = [key(IDENTIFIED.code, "exploitation_type", form) for form in FORCED]
        yield adds_up(key(FORCED_LABOUR.code), forms)

    def parts_by_cell(self) -> Iterator[Relation]:
        """Yield that a part has no more in a cell than its whole."""
        for part, whole in pairs_of_one_population(self.figures):
            for name in set(part.figure.breakdowns) & set(whole.figure.breakdowns):
                for cell in part.cells.get(name, {}):
                    yield at_most(
                        key(part.figure.code, name, cell),
                        key(whole.figure.code, name, cell),
                    )

    def totals(self) -> Iterator[Relation]:
        """Yield that a total is that of the year before and what the year adds."""
        for line in self.figures.lines.values():
            figure = line.figure
            if isinstance(figure, Cumulative) and line.previous is not None:
                parts: Mapping[str, int] = {key(p.code): -1 for p in figure.parts}
                before = -int(line.previous)
                yield Relation({key(figure.code): 1, **parts}, constant=before)

    def money(self) -> Iterator[Relation]:
        """Yield that a sum paid is made of the amounts and how often each was paid."""
        for part, whole in pairs_of_one_population(self.figures):
            paid = isinstance(part.figure, AnnualFigure) and part.figure.amount
            rates = whole.cells.get("amount", {})
            if paid and rates and all(rate.isdecimal() for rate in rates):
                code = whole.figure.code
                cells = {key(code, "amount", rate): int(rate) for rate in rates}
                yield Relation({**cells, key(part.figure.code): -1})


def closed(figure: Figure, name: str) -> tuple[str, ...]:
    """Return the rows of a closed list; none for an open one.

    The catalogue says so: a frozen breakdown knows only the order it was shown in.
    """
    live = FIGURES.get(figure.code, figure).breakdowns.get(name)
    return live.order if live else ()


def rolled_up(cells: Cells, threshold: int) -> tuple[list[str], list[str]]:
    """Return the cells that are told, and those that stand together as the rest.

    The rest has at least as many people as the threshold says, or nobody: where it has
    fewer, the smallest of the others joins it.
    """
    large = sorted(cells, key=lambda cell: (cell in VAGUE_CODES, -cells[cell], cell))
    rest = [cell for cell in large if cells[cell] < threshold]
    told = [cell for cell in large if cells[cell] >= threshold]
    while told and rest and sum(cells[cell] for cell in rest) < threshold:
        rest.append(told.pop())
    return told, rest


def adds_up(whole: str, parts: list[str]) -> Relation:
    """Return that the parts make the whole."""
    return Relation({**dict.fromkeys(parts, 1), whole: -1})


def at_most(part: str, whole: str) -> Relation:
    """Return that the part is not larger than the whole."""
    return Relation({whole: 1, part: -1}, Tie.AT_LEAST)


def parts_of_wholes() -> Iterator[Relation]:
    """Yield what the checks say of parts and wholes."""
    for part in PARTS:
        whole = key(part.whole, *(part.cell or ()))
        weights = {whole: 1, **{key(code): -1 for code in part.parts}}
        yield Relation(weights, Tie.AT_LEAST)


def pairs_of_one_population(figures: YearFigures) -> Iterator[tuple[Line, Line]]:
    """Yield each figure with another that counts the same records, part and whole."""
    lines = [x for x in figures.lines.values() if isinstance(x.figure, AnnualFigure)]
    for part in lines:
        for whole in lines:
            one, other = part.figure, whole.figure
            if (
                one is not other
                and isinstance(one, AnnualFigure)
                and isinstance(other, AnnualFigure)
                and one.population is other.population
                and not other.only
                and not other.amount
            ):
                yield part, whole
