"""A frozen year as the same objects that a living one is told by."""

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from django.db.models import Value

from cases.models import Offence
from reports.breakdowns import Breakdown
from reports.catalogue import FIGURES, Chapter
from reports.checks import Check
from reports.choices import Severity, Unit
from reports.figures import AnnualFigure, Figure, Records
from reports.lines import Line, Returned, YearFigures
from reports.periods import Period
from reports.releases.canonical import number
from reports.releases.definitions import Definition
from reports.releases.texts import Texts, said


def figures_in(content: Mapping[str, Any]) -> YearFigures:
    """Return the lines of a frozen year, in the order in which it told them."""
    codes = [code for chapter in content["chapters"] for code in chapter["figures"]]
    lines = {code: _line(code, content["figures"][code]) for code in codes}
    series = {
        code: {int(year): added for year, added in years.items()}
        for code, years in content["series"].items()
    }
    return YearFigures(content["year"], lines, series)


def chapters_in(content: Mapping[str, Any], figures: YearFigures) -> list[Chapter]:
    """Return the chapters of a frozen year, with the figures that it told."""
    return [
        Chapter(
            told["code"],
            said(told["title"]),
            tuple(figures.lines[code].figure for code in told["figures"]),
        )
        for told in content["chapters"]
    ]


def checks_in(content: Mapping[str, Any]) -> list[Check]:
    """Return the checks as they were when the year was frozen."""
    return [
        Check(
            code=told["code"],
            severity=Severity(told["severity"]),
            figures=tuple(told["figures"]),
            passed=told["passed"],
            title=said(told["title"]),
            message=said(told["message"]) if any(told["message"].values()) else "",
            records=told["records"],
            opens=tuple(told["opens"]),
        )
        for told in content["checks"]
    ]


def definitions_in(content: Mapping[str, Any]) -> dict[str, Definition]:
    """Return the definition of each figure, as it was."""
    return {
        code: Definition(said(told["counts"]), told["definition"])
        for code, told in content["figures"].items()
    }


def _line(code: str, told: Mapping[str, Any]) -> Line:
    splits = told["breakdowns"]
    returned = told["returned"]
    return Line(
        _figure(code, told),
        number(told["value"]),
        number(told["previous"]),
        records=told["records"],
        cells={n: dict(s["cells"]) for n, s in splits.items() if s["cells"]},
        previous_cells={n: dict(s["previous"]) for n, s in splits.items()},
        returned=Returned(**returned) if returned else None,
    )


def _figure(code: str, told: Mapping[str, Any]) -> Figure:
    """Return the figure of the catalogue with its words of then; else one like it."""
    known = FIGURES.get(code)
    by = {name: _split(told["breakdowns"][name]) for name in told["order"]}
    title, unit = said(told["title"]), Unit(told["unit"])
    if known is None or bool(known.breakdowns) != bool(by):
        known = AnnualFigure(code, title, unit, population=_nothing)
    if isinstance(known, AnnualFigure):
        return replace(known, title=title, unit=unit, by=by)
    return replace(known, title=title, unit=unit)


def _nothing(_period: Period) -> Records:
    return Offence.objects.none()


def _split(told: Mapping[str, Any]) -> Breakdown:
    labels: Mapping[str, Texts] = told["labels"]
    cells = (cell for cell, _number in told["cells"] + told["previous"])
    return Breakdown(
        said(told["title"]),
        Value(""),
        lambda cell: str(said(labels[cell])) if cell in labels else cell,
        order=tuple(dict.fromkeys(cells)),
        vague=tuple(told["vague"]),
        numeric=told["numeric"],
        spelt_out=told["spelt_out"],
    )
