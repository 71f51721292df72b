"""A report of an import for a page: so many findings a kind, and how many more."""

from dataclasses import dataclass
from typing import Final

from exchange.report import Count, Finding, Report, by_kind

SHOWN: Final = 200


@dataclass(frozen=True, slots=True)
class Group:
    """Findings of one kind; `anchor` is the id of their heading."""

    anchor: str
    title: str
    total: int
    found: list[Finding]

    @property
    def hidden(self) -> int:
        """Return how many are not shown."""
        return self.total - len(self.found)


@dataclass(frozen=True, slots=True)
class ShownReport:
    """What the page tells."""

    dry_run: bool
    changes_nothing: bool
    total_errors: int
    errors: list[Group]
    warnings: list[Group]
    counts: list[Count]
    regions: list[str]


def shown(report: Report) -> ShownReport:
    """Return a report as the page tells it."""
    return ShownReport(
        report.dry_run,
        report.changes_nothing,
        len(report.errors) + report.untold,
        groups("error", report.errors),
        groups("warning", report.warnings),
        report.counts,
        report.regions,
    )


def groups(name: str, findings: list[Finding]) -> list[Group]:
    """Return findings by kind, the first of each."""
    return [
        Group(f"{name}-{number}", title, len(found), found[:SHOWN])
        for number, (title, found) in enumerate(by_kind(findings).items())
    ]
