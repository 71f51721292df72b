"""A breakdown adds up to its figure, and says how much is not recorded."""

from collections.abc import Iterator
from typing import Final, NamedTuple

from django.utils.translation import gettext as _

from reports.breakdowns import UNKNOWN, Breakdown
from reports.checks.check import Check
from reports.choices import Severity
from reports.counting import Cells
from reports.year import Line, YearFigures
from thb.letters import capfirst, smallfirst
from thb.numbers import grouped

LARGEST_SHARE: Final = 10  # one record in ten
LONGEST_SUM: Final = 8  # cells; a longer sum is not written out


class Split(NamedTuple):
    """One breakdown of one line."""

    line: Line
    name: str
    breakdown: Breakdown

    @property
    def cells(self) -> Cells:
        """Return the cells of the year."""
        return self.line.cells.get(self.name, {})

    @property
    def total(self) -> int:
        """Return the figure itself."""
        return int(self.line.value or 0)

    @property
    def named(self) -> str:
        """Return the breakdown as a heading: its figure and what it is by."""
        by = capfirst(self.breakdown.title)
        return f"{by} ({smallfirst(self.line.figure.title)})"

    @property
    def code(self) -> str:
        """Return the part of a check's code that names the breakdown."""
        return f"{self.line.figure.code}.{self.name}"


def checks(figures: YearFigures) -> Iterator[Check]:
    """Make the checks of every breakdown."""
    for line in figures.lines.values():
        for name, breakdown in line.figure.breakdowns.items():
            split = Split(line, name, breakdown)
            yield adds_up(split)
            yield is_recorded(split)
            yield from is_told(split)


def adds_up(split: Split) -> Check:
    """Return the check that the cells add up to the figure; by count, not by design."""
    added = sum(split.cells.values())
    return Check(
        code=f"sum.{split.code}",
        severity=Severity.BLOCKS,
        figures=(split.line.figure.code,),
        passed=added == split.total,
        title=_("%(split)s: the parts add up to %(sum)s, the figure is %(total)s")
        % {
            "split": split.named,
            "sum": grouped(added),
            "total": grouped(split.total),
        },
        records=abs(added - split.total),
        opens=(split.line.figure.code,),
    )


def is_recorded(split: Split) -> Check:
    """Return the check that no record is in the cell "unknown"."""
    unknown = split.cells.get(UNKNOWN, 0)
    numbers = {
        "split": split.named,
        "known": grouped(split.total - unknown),
        "unknown": grouped(unknown),
        "total": grouped(split.total),
        "sum": written_out(split.cells),
    }
    message = _("%(unknown)s of %(total)s are not recorded. %(sum)s") % numbers
    return Check(
        code=f"breakdown.{split.code}",
        severity=Severity.WARNS,
        figures=(split.line.figure.code,),
        passed=not unknown,
        title=_("%(split)s: %(known)s, not %(total)s") % numbers,
        message=message.strip(),
        records=unknown,
        opens=(split.line.figure.code, split.name, UNKNOWN),
    )


def written_out(cells: Cells) -> str:
    """Return 54 + 16 + 8 = 78 of what is recorded; nothing for a long breakdown."""
    known = sorted((n for c, n in cells.items() if c != UNKNOWN), reverse=True)
    if not 1 < len(known) <= LONGEST_SUM:
        return ""
    return f"{' + '.join(map(grouped, known))} = {grouped(sum(known))}."


def is_told(split: Split) -> Iterator[Check]:
    """Make the checks that "other" and "unknown" are at most a tenth of the records."""
    for code in split.breakdown.vague:
        share = split.cells.get(code, 0)
        numbers = {
            "split": split.named,
            "cell": split.breakdown.label(code),
            "share": grouped(share),
            "total": grouped(split.total),
        }
        yield Check(
            code=f"share.{split.code}.{code}",
            severity=Severity.WARNS,
            figures=(split.line.figure.code,),
            passed=share * LARGEST_SHARE <= split.total,
            title=_("%(split)s: “%(cell)s” is more than a tenth") % numbers,
            message=_("%(share)s of %(total)s.") % numbers,
            records=share,
            opens=(split.line.figure.code, split.name, code),
        )
