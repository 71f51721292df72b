"""What is frozen of a year: every number with its title, definition and cells."""

from collections.abc import Mapping, Sequence
from typing import Any, Final, NamedTuple

from reports.catalogue import CHAPTERS
from reports.checks import Check, checks_of
from reports.choices import Severity
from reports.earlier import acts_until, by_year, earlier_values
from reports.figures import AnnualFigure, Cumulative, Figure, Percentage
from reports.legacy.series import by_figure
from reports.lines import Line, YearFigures
from reports.releases.definitions import definition_of
from reports.releases.texts import in_every_language, texts
from reports.starts import Start

FORM: Final = "dayaq-year-1"
NOTHING: Final = ""


class Listed(NamedTuple):
    """How many records a figure counts, and the hash over them."""

    records: int
    sha256: str


def told(
    figures: YearFigures,
    checks: Sequence[Check],
    listed: Mapping[str, Listed],
    starts: Mapping[str, Start],
) -> dict[str, Any]:
    """Return everything that the year tells, without who froze it and when."""
    return {
        "form": FORM,
        "year": figures.year,
        "chapters": [
            {
                "code": chapter.code,
                "title": texts(chapter.title),
                "figures": [figure.code for figure in chapter.figures],
            }
            for chapter in CHAPTERS
        ],
        "figures": {
            code: _figure(line, listed.get(code))
            for code, line in figures.lines.items()
        },
        "series": {
            code: {str(year): added for year, added in series.items()}
            for code, series in figures.series.items()
        },
        "starts": {code: _start(start) for code, start in starts.items()},
        "year_before": _edition(figures),
        "earlier_years": _earlier(),
        "by_year": _by_year(figures),
        "acts": [list(act) for act in acts_until(figures.year)],
        "checks": _checks(figures, checks),
    }


def _figure(line: Line, listed: Listed | None) -> dict[str, Any]:
    figure, definition = line.figure, definition_of(line.figure)
    returned = line.returned
    return {
        "title": texts(figure.title),
        "counts": texts(definition.counts),
        "definition": definition.version,
        "kind": kind(figure),
        "unit": figure.unit.value,
        "value": line.value,
        "previous": line.previous,
        "returned": returned and returned._asdict(),
        "records": listed.records if listed else 0,
        "records_sha256": listed.sha256 if listed else NOTHING,
        "breakdowns": {name: _split(line, name) for name in figure.breakdowns},
        "order": list(figure.breakdowns),
    }


def kind(figure: Figure) -> str:
    """Return how the figure comes about: counted, added up, returned."""
    match figure:
        case AnnualFigure():
            return "sum" if figure.amount else "count"
        case Cumulative():
            return "total"
        case Percentage():
            return "percentage"
    return "returned"


def _split(line: Line, name: str) -> dict[str, Any]:
    split = line.figure.breakdowns[name]
    before = line.previous_cells.get(name, {})
    rows = [(row.cell, row.value) for row in line.rows(name)]
    shown = dict.fromkeys([*(cell for cell, _value in rows), *sorted(before)])
    labels = in_every_language(lambda: {cell: split.label(cell) for cell in shown})
    return {
        "title": texts(split.title),
        "cells": [[cell, value] for cell, value in rows],
        "previous": [[cell, before[cell]] for cell in sorted(before)],
        "labels": {
            cell: {language: told[cell] for language, told in labels.items()}
            for cell in shown
        },
        "spelt_out": split.spelt_out,
        "vague": list(split.vague),
        "numeric": split.numeric,
    }


def _start(start: Start) -> dict[str, Any]:
    release = start.release
    return {
        "through_year": start.through_year,
        "value": start.value,
        "release": release and [release.year, release.number, release.sha256],
    }


def _earlier() -> list[list[Any]]:
    return [
        [figure, year, one.value, one.source, one.approved_by_id is not None]
        for figure, years in sorted(by_figure().items())
        for year, one in sorted(years.items())
    ]


def _by_year(figures: YearFigures) -> dict[str, dict[str, int]]:
    known = by_year(figures, earlier_values(figures))
    return {
        code: {str(year): value for year, value in sorted(years.items())}
        for code, years in known.items()
    }


def _edition(figures: YearFigures) -> list[Any] | None:
    before = figures.before
    return [before.year, before.number, before.sha256] if before else None


def _checks(figures: YearFigures, checks: Sequence[Check]) -> list[dict[str, Any]]:
    made = in_every_language(lambda: {c.code: c for c in checks_of(figures)})
    return [
        {
            "code": check.code,
            "severity": Severity(check.severity).value,
            "figures": list(check.figures),
            "passed": check.passed,
            "title": {n: str(said[check.code].title) for n, said in made.items()},
            "message": {n: str(said[check.code].message) for n, said in made.items()},
            "records": check.records,
            "opens": list(check.opens),
        }
        for check in checks
    ]
