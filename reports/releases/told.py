"""A comparison as JSON and as text, with codes and never a personal value."""

import json
from collections.abc import Iterator
from typing import Any

from django.utils.timezone import localtime

from reports.choices import Why
from reports.export.document import plain
from reports.releases.comparing import (
    Comparison,
    FigureChange,
    Part,
    RecordChange,
    Side,
)
from reports.releases.reasons import Reason, explain
from reports.words import shown_change, shown_number


def as_json(comparison: Comparison) -> str:
    """Return every figure old and new, and the records that differ with reasons."""
    document = {
        "year": comparison.year,
        "from": _side(comparison.before),
        "to": _side(comparison.after),
        "figures": {figure.code: _figure(figure) for figure in comparison.figures},
        "records": [_record(record) for record in explain(comparison)],
    }
    return json.dumps(document, ensure_ascii=False, indent=1)


def _side(side: Side) -> dict[str, Any]:
    release = side.release
    return {
        "release": release.number if release else side.name,
        "status": side.edition.stage.value,
        "as_of": localtime(side.at).isoformat(timespec="seconds"),
        "sha256": release.sha256 if release else None,
        "reason": release.reason if release else "",
    }


def _figure(figure: FigureChange) -> dict[str, Any]:
    return {
        "from": plain(figure.before),
        "to": plain(figure.after),
        "change": plain(figure.change),
        "definition_changed": figure.redefined,
        "breakdowns": {
            name: {cell: list(pair) for cell, pair in cells.items()}
            for name, cells in figure.cells.items()
        },
    }


def _record(record: RecordChange) -> dict[str, Any]:
    return {
        "kind": record.kind,
        "code": record.code,
        "what": record.deed.value,
        "figures": {part.figure: _part(part) for part in record.parts},
        "reasons": [_reason(reason) for reason in record.reasons],
    }


def _part(part: Part) -> dict[str, Any]:
    told: dict[str, Any] = {"what": part.deed.value}
    if part.cells:
        told["cells"] = {name: list(pair) for name, pair in part.cells.items()}
    if part.amount:
        told["amount"] = [plain(amount) for amount in part.amount]
    return told


def _reason(reason: Reason) -> dict[str, Any]:
    return {
        "why": reason.why.value,
        "record": reason.record,
        "text": reason.text,
        "by": reason.by,
        "at": reason.at and localtime(reason.at).isoformat(timespec="seconds"),
        "fields": [
            {"field": one.label, "from": one.before, "to": one.after}
            for one in reason.differences
            if not one.secret
        ],
    }


def as_text(comparison: Comparison) -> str:
    """Return the figures that differ, and the records with their reasons."""
    return "\n".join(_lines(comparison))


def _lines(comparison: Comparison) -> Iterator[str]:
    before, after = comparison.before.name, comparison.after.name
    yield f"{comparison.year}: {before} → {after}"
    for figure in comparison.figures:
        if figure.differs:
            yield _figure_line(figure)
            for name, cells in figure.cells.items():
                for cell, (old, new) in cells.items():
                    yield f"      {name} {cell}: {old} → {new}"
    yield ""
    records = explain(comparison)
    yield f"Records that differ: {len(records)}"
    for record in records:
        yield f"  {record.code} ({record.kind}): {record.deed.label}"
        yield f"      {', '.join(part.figure for part in record.parts)}"
        yield from (f"      {reason_line(reason)}" for reason in record.reasons)


def _figure_line(figure: FigureChange) -> str:
    unit = figure.line.figure.unit
    old, new = (shown_number(v, unit) for v in (figure.before, figure.after))
    redefined = "; definition changed" if figure.redefined else ""
    return f"  {figure.code}: {old} → {new} {shown_change(figure.change)}{redefined}"


def reason_line(reason: Reason, *, free_text: bool = True) -> str:
    """Return a reason in one line; why a record was voided is free text."""
    hidden = reason.why == Why.VOIDED and not free_text
    text = "" if hidden else reason.text
    parts = [str(reason.why.label), reason.record, text]
    parts += [
        f"{one.label}: {one.before or '–'} → {one.after or '–'}"
        for one in reason.differences
        if not one.secret
    ]
    if reason.at:
        parts += [f"{localtime(reason.at):%d.%m.%Y %H:%M}", reason.by]
    return ", ".join(part for part in parts if part)
