"""Two editions of a year side by side: each figure, and the records that differ."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import datetime
from functools import cached_property
from itertools import groupby
from typing import Any, Final, NamedTuple

from django.db import connection
from django.utils import timezone

from reports.choices import Deed
from reports.counting import Number, exact
from reports.editions import Edition, draft_of, release_edition
from reports.lines import Line
from reports.models import Release
from reports.releases.canonical import canonical, read
from reports.releases.members import Query, members
from reports.starts import starts_of

LIVE: Final = "live"
FROZEN_ROWS: Final = """
    SELECT figure, kind, object_id, code, cells, amount
    FROM reports_releasedrecord WHERE release_id = %s
"""
DIFFERING: Final = """
    WITH before AS MATERIALIZED ({before}), after AS MATERIALIZED ({after})
    SELECT kind, object_id, coalesce(after.code, before.code) AS code, figure,
        before.cells::text, after.cells::text, before.amount, after.amount
    FROM before FULL JOIN after USING (figure, kind, object_id)
    WHERE (before.cells IS DISTINCT FROM after.cells
            OR before.amount IS DISTINCT FROM after.amount)
        AND coalesce(coalesce(before.cells, after.cells) ->> 'year', '9999')::int
            > coalesce(%s::jsonb ->> figure, '0')::int
    ORDER BY kind, code, object_id, figure
"""
"""A total's records of years that one of the two took over frozen are left out."""


@dataclass(frozen=True)
class Side:
    """One of the two: a release of the year, or what it counts now."""

    year: int
    release: Release | None
    at: datetime

    @classmethod
    def named(cls, year: int, name: str) -> "Side":
        """Return the release of this number, or the live year; Release.DoesNotExist."""
        if name == LIVE:
            return cls(year, None, timezone.now())
        number = int(name) if name.isdecimal() else 0
        return cls.of(Release.objects.of(year).get(number=number))

    @classmethod
    def of(cls, release: Release) -> "Side":
        """Return the side of a release."""
        return cls(release.year, release, release.frozen_at)

    @property
    def name(self) -> str:
        """Return the name by which an address or a command asks for it."""
        return str(self.release.number) if self.release else LIVE

    @cached_property
    def edition(self) -> Edition:
        """Return what the side tells."""
        if self.release:
            return release_edition(self.release)
        return draft_of(self.year)

    @cached_property
    def starts(self) -> dict[str, int]:
        """Return through which year each total was taken over."""
        if self.release:
            told: Mapping[str, Any] = self.release.content["starts"]
            return {code: start["through_year"] for code, start in told.items()}
        return {code: s.through_year for code, s in starts_of(self.year).items()}

    def rows(self) -> Query:
        """Return the query for its records."""
        if self.release:
            return Query(FROZEN_ROWS, [self.release.pk])
        return members(self.year, starts_of(self.year))


class Part(NamedTuple):
    """What happened to a record in one figure, and the cells that differ."""

    figure: str
    deed: Deed
    cells: dict[str, tuple[str | None, str | None]]
    amount: tuple[Number | None, Number | None] | None


@dataclass
class RecordChange:
    """A record that the two do not count alike; `reasons` say why."""

    kind: str
    object_id: int
    code: str
    parts: list[Part]
    reasons: list[Any] = field(default_factory=list)

    @property
    def deed(self) -> Deed:
        """Return what happened to it: added or removed in one figure is that."""
        deeds = {part.deed for part in self.parts}
        return min(deeds, key=list(Deed).index)


class FigureChange(NamedTuple):
    """A figure in both, with the cells that differ, by breakdown."""

    code: str
    line: Line
    before: Number | None
    after: Number | None
    cells: dict[str, dict[str, tuple[int, int]]]
    redefined: bool

    @property
    def change(self) -> Number | None:
        """Return the later value less the earlier; null where one is not known."""
        if self.before is None or self.after is None:
            return None
        return exact(self.after - self.before)

    @property
    def differs(self) -> bool:
        """Tell whether anything about the figure is not the same."""
        return self.before != self.after or bool(self.cells) or self.redefined


@dataclass(frozen=True)
class Comparison:
    """Two sides of one year, the earlier first."""

    before: Side
    after: Side

    @property
    def year(self) -> int:
        """Return the year."""
        return self.before.year

    @cached_property
    def figures(self) -> list[FigureChange]:
        """Return every figure that one of the two tells, in the order of the report."""
        old, new = self.before.edition, self.after.edition
        codes = dict.fromkeys([*new.figures.lines, *old.figures.lines])
        return [_figure(code, old, new) for code in codes]

    @cached_property
    def records(self) -> list[RecordChange]:
        """Return the records that differ, by kind and code; not yet why."""
        return list(differing(self.before, self.after))

    @cached_property
    def redefined(self) -> frozenset[str]:
        """Return the figures whose definition changed between the two."""
        return frozenset(figure.code for figure in self.figures if figure.redefined)


def _figure(code: str, old: Edition, new: Edition) -> FigureChange:
    was, now = old.figures.lines.get(code), new.figures.lines.get(code)
    versions = {
        edition.definitions[code].version
        for edition in (old, new)
        if code in edition.definitions
    }
    return FigureChange(
        code,
        now or was,  # type: ignore[arg-type]
        was.value if was else None,
        now.value if now else None,
        dict(_cells(was, now)),
        redefined=len(versions) > 1,
    )


def _cells(
    was: Line | None, now: Line | None
) -> Iterator[tuple[str, dict[str, tuple[int, int]]]]:
    before, after = (line.cells if line else {} for line in (was, now))
    for name in dict.fromkeys([*after, *before]):
        old, new = before.get(name, {}), after.get(name, {})
        cells = {
            cell: (old.get(cell, 0), new.get(cell, 0))
            for cell in dict.fromkeys([*new, *old])
            if old.get(cell, 0) != new.get(cell, 0)
        }
        if cells:
            yield name, cells


def differing(before: Side, after: Side) -> Iterator[RecordChange]:
    """Yield the records that are not counted alike, by kind and code."""
    old, new = before.rows(), after.rows()
    through = {
        code: max(before.starts.get(code, 0), after.starts.get(code, 0))
        for code in {*before.starts, *after.starts}
    }
    with connection.cursor() as cursor:
        cursor.execute(
            DIFFERING.format(before=old.sql, after=new.sql),
            [*old.parameters, *new.parameters, canonical(through)],
        )
        rows = cursor.fetchall()
    for (kind, key, code), own in groupby(rows, key=lambda row: row[:3]):
        parts = [part for row in own if (part := _part(*row[3:]))]
        if parts:
            yield RecordChange(kind, key, code, parts)


def changed_since(release: Release) -> int:
    """Return how many records are not counted as this release counted them."""
    live = Side(release.year, None, timezone.now())
    return sum(1 for _record in differing(Side.of(release), live))


def _part(
    figure: str,
    was: str | None,
    now: str | None,
    old: Number | None,
    new: Number | None,
) -> Part | None:
    if was is None or now is None:
        deed = Deed.ADDED if was is None else Deed.REMOVED
        return Part(figure, deed, {}, None)
    before, after = read(was), read(now)
    cells = {
        name: (before[name], after[name])
        for name in before
        if name in after and before[name] != after[name]
    }
    amount = (old and exact(old), new and exact(new)) if old != new else None
    return Part(figure, Deed.CHANGED, cells, amount) if cells or amount else None
