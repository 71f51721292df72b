"""The figures of a year as JSON."""

import json
from decimal import Decimal
from typing import Any

from django.utils.timezone import localtime

from reports.checks import Check
from reports.counting import Number
from reports.editions import Edition
from reports.year import Line


def as_json(edition: Edition) -> str:
    """Return the document; cells of zero are left out, whole numbers are integers."""
    lines = edition.figures.lines.items()
    document = {
        "year": edition.year,
        "as_of": localtime(edition.as_of).isoformat(timespec="seconds"),
        "status": edition.stage.value,
        **_release(edition),
        "figures": {code: _figure(line) for code, line in lines},
        "checks": [_check(check) for check in edition.checks],
    }
    return json.dumps(document, ensure_ascii=False, indent=1)


def _release(edition: Edition) -> dict[str, Any]:
    """Return which release it is; a draft is none."""
    if edition.is_draft:
        return {}
    return {
        "release": edition.number,
        "sha256": edition.sha256,
        "explanations": dict(edition.explanations),
    }


def plain(value: Number | None) -> int | float | None:
    """Return a number as JSON has it: 91, 54.3, null."""
    return float(value) if isinstance(value, Decimal) else value


def _figure(line: Line) -> dict[str, Any]:
    figure: dict[str, Any] = {
        "value": plain(line.value),
        "previous": plain(line.previous),
        "change": plain(line.change),
        "unit": line.figure.unit.value,
    }
    if line.precision:
        figure["precision"] = line.precision
    if line.figure.breakdowns:
        figure["breakdowns"] = {
            name: dict(sorted(line.cells.get(name, {}).items()))
            for name in line.figure.breakdowns
        }
    return figure


def _check(check: Check) -> dict[str, Any]:
    return {
        "code": check.code,
        "severity": check.severity.value,
        "passed": check.passed,
        "message": check.sentence,
        "records": 0 if check.passed else check.records,
        "figures": list(check.figures),
    }
