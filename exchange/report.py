"""What an import found and did."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Final

from django.utils.translation import gettext as _

from exchange.choices import Fault, Oddity
from exchange.kinds import Words
from thb.refusals import words

MOST_TOLD: Final = 50_000  # a report is kept in memory
HIDDEN: Final = "•••"
LONGEST_VALUE: Final = 100


@dataclass(frozen=True, slots=True)
class Finding:
    """One error or warning: of which kind, where, what stands there, what should.

    `kind` is a Fault, an Oddity, or the name of the constraint that would refuse it.
    A value of the identity is never kept here, so that no screen or log repeats it, and
    of a long one only the beginning.
    """

    kind: str
    file: str
    line: int | None = None
    column: str = ""
    value: str = ""
    expected: Words = ""

    def __post_init__(self) -> None:
        """Keep the beginning of a long value."""
        object.__setattr__(self, "value", shortened(self.value))

    @property
    def place(self) -> str:
        """Return file, line and column in words."""
        parts = [self.file]
        if self.line is not None:
            parts.append(_("line %(line)s") % {"line": self.line})
        return ", ".join([*parts, self.column] if self.column else parts)


def shortened(value: str) -> str:
    """Return a value as it is, or the beginning of a long one."""
    return value if len(value) <= LONGEST_VALUE else f"{value[:LONGEST_VALUE]}…"


def title_of(kind: str) -> str:
    """Return a kind in words: ours, or the message of the constraint."""
    for kinds in (Fault, Oddity):
        if kind in kinds.values:
            return str(kinds(kind).label)
    return str(words().get(kind, kind))


@dataclass(slots=True)
class Count:
    """What became of the rows of one file."""

    file: str
    created: int = 0
    changed: int = 0
    unchanged: int = 0
    skipped: int = 0


@dataclass
class Report:
    """The result of an import, or of its rehearsal."""

    dry_run: bool
    counts: list[Count] = field(default_factory=list)
    errors: list[Finding] = field(default_factory=list)
    warnings: list[Finding] = field(default_factory=list)
    regions: list[str] = field(default_factory=list)
    codes: list[str] = field(default_factory=list)  # of persons new or changed
    untold: int = 0

    def add_errors(self, found: Iterable[Finding]) -> None:
        """Keep errors; beyond a limit they are only counted."""
        for finding in found:
            if len(self.errors) < MOST_TOLD:
                self.errors.append(finding)
            else:
                self.untold += 1

    @property
    def changes_nothing(self) -> bool:
        """Tell whether the register had it all already."""
        return not any(count.created or count.changed for count in self.counts)

    @property
    def rows(self) -> int:
        """Return the number of rows read."""
        return sum(c.created + c.changed + c.unchanged + c.skipped for c in self.counts)


def by_kind(findings: Iterable[Finding]) -> dict[str, list[Finding]]:
    """Return findings under the words of their kind, each kind in order of place."""
    groups: defaultdict[str, list[Finding]] = defaultdict(list)
    for finding in findings:
        groups[title_of(finding.kind)].append(finding)
    return {
        title: sorted(found, key=lambda f: (f.file, f.line or 0, f.column))
        for title, found in groups.items()
    }
