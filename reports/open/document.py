"""The public tables of a year as a document, with its words in every language."""

from collections.abc import Iterator
from itertools import groupby
from typing import Any, Final

from django.utils.translation import gettext_lazy as _

from reports.disclosure.telling import PublicTables, Told
from reports.disclosure.tied_year import REST
from reports.editions import Edition
from reports.figures import Figure, ReturnedFigure
from reports.releases.texts import texts
from reports.year import Line

REST_LABEL: Final = _("other and not recorded")


def document_of(edition: Edition, tables: PublicTables) -> dict[str, Any]:
    """Return what everybody is told of a release."""
    told = {code: list(rows) for code, rows in groupby(tables.rows(), _figure_of)}
    return {
        "year": edition.year,
        "release": edition.number,
        "release_sha256": edition.sha256,
        "as_of": edition.as_of,
        "smallest_shown": tables.threshold,
        "chapters": [
            {
                "chapter": chapter.code,
                "title": texts(chapter.title),
                "figures": [
                    _figure(edition, edition.figures.lines[figure.code], told)
                    for figure in chapter.figures
                ],
            }
            for chapter in edition.chapters
        ],
    }


def _figure_of(row: Told) -> str:
    return row.figure


def _figure(
    edition: Edition, line: Line, told: dict[str, list[Told]]
) -> dict[str, Any]:
    figure = line.figure
    own, *cells = told[figure.code]
    definition = edition.definitions.get(figure.code)
    return {
        "figure": figure.code,
        "title": texts(figure.title),
        "counts": texts(definition.counts) if definition else {},
        "unit": figure.unit.value,
        "unit_title": texts(figure.unit.label),
        "source": "returned" if isinstance(figure, ReturnedFigure) else "counted",
        "value": own.value,
        "hidden": own.hidden,
        "precision": "" if own.hidden else line.precision,
        "breakdowns": list(_breakdowns(figure, cells)),
    }


def _breakdowns(figure: Figure, cells: list[Told]) -> Iterator[dict[str, Any]]:
    for name, rows in groupby(cells, lambda row: row.breakdown):
        yield {
            "breakdown": name,
            "title": texts(figure.breakdowns[name].title),
            "cells": [_cell(figure, row) for row in rows],
        }


def _cell(figure: Figure, row: Told) -> dict[str, Any]:
    split = figure.breakdowns[row.breakdown]
    label = REST_LABEL if row.cell == REST else _Label(split.label, row.cell)
    return {
        "cell": row.cell,
        "label": texts(label),
        "value": row.value,
        "hidden": row.hidden,
    }


class _Label:
    """The name of a cell, said in the language of the moment."""

    def __init__(self, label: Any, cell: str) -> None:
        self.label, self.cell = label, cell

    def __str__(self) -> str:
        return str(self.label(self.cell))
