"""A part is not larger than its whole."""

from collections.abc import Iterator
from decimal import Decimal
from typing import Final, NamedTuple

from django.utils.translation import gettext as _

from reports.checks.check import Check
from reports.choices import Severity
from reports.counting import Number
from reports.year import YearFigures
from thb.numbers import grouped


class Part(NamedTuple):
    """Figures that together are a part of another, or of one cell of it."""

    parts: tuple[str, ...]
    whole: str
    cell: tuple[str, str] | None = None

    @property
    def code(self) -> str:
        """Return the code of its check."""
        return f"part.{'+'.join(self.parts)}"

    def size(self, figures: YearFigures) -> Number | None:
        """Return the parts together; null where one is not known."""
        values = [figures.value(code) for code in self.parts]
        known = [Decimal(value) for value in values if value is not None]
        return sum(known, Decimal()) if len(known) == len(values) else None

    def limit(self, figures: YearFigures) -> Number | None:
        """Return the whole; null where it is not known."""
        line = figures.lines[self.whole]
        if self.cell is None:
            return line.value
        breakdown, cell = self.cell
        return line.cells.get(breakdown, {}).get(cell, 0)


PARTS: Final = (
    Part(("victims.forced_labour",), "victims.identified"),
    Part(
        ("raids.confirmed_victims",),
        "victims.identified",
        ("person_type", "children"),
    ),
    Part(("raids.confirmed_victims",), "raids.children"),
    Part(("assistance.medical",), "assistance.sheltered"),
    Part(("assistance.psychological",), "assistance.sheltered"),
    Part(("assistance.legal",), "assistance.sheltered"),
    Part(("wanted.detained",), "wanted.total"),
    Part(("calls.trafficking_related",), "calls.received"),
    Part(("grants.shelters", "grants.centres"), "grants.projects"),
    Part(("grants.shelters_and_centres_azn",), "grants.amount_azn"),
    Part(("labour.contracts_growth_private",), "labour.contracts_growth"),
    Part(("migration.foreigners_deported",), "migration.foreigners_sanctioned"),
    Part(("web.confirmed_facts",), "web.illegal_acts"),
)


def checks(figures: YearFigures) -> Iterator[Check]:
    """Make the checks of all parts; what is not known passes."""
    for part in PARTS:
        yield is_no_larger(part, figures)
    yield fines_have_employers(figures)


def is_no_larger(part: Part, figures: YearFigures) -> Check:
    """Return the check that the part is at most its whole."""
    size, limit = part.size(figures), part.limit(figures)
    known = size is not None and limit is not None
    lines = [figures.lines[code] for code in part.parts]
    numbers = {
        "part": ", ".join(str(line.figure.title) for line in lines),
        "size": grouped(size or 0),
        "whole": figures.lines[part.whole].figure.title,
        "limit": grouped(limit or 0),
    }
    suffix = f".{part.cell[1]}" if part.cell else ""
    return Check(
        code=f"{part.code}.of.{part.whole}{suffix}",
        severity=Severity.BLOCKS,
        figures=(*part.parts, part.whole),
        passed=not known or size <= limit,  # type: ignore[operator]
        title=_("A part is larger than its whole: %(size)s of %(limit)s") % numbers,
        message="{part}: {size}. {whole}: {limit}.".format(**numbers),
        records=sum(line.records for line in lines),
        opens=part.parts[:1],
    )


def fines_have_employers(figures: YearFigures) -> Check:
    """Return the check that money was fined only where an employer was."""
    fines, fined = (
        figures.value(code) for code in ("labour.fines_azn", "labour.employers_fined")
    )
    return Check(
        code="part.labour.fines_azn.of.labour.employers_fined",
        severity=Severity.BLOCKS,
        figures=("labour.fines_azn", "labour.employers_fined"),
        passed=not fines or fined != 0,
        title=_("Fines are returned, but no employer who was fined"),
        records=figures.lines["labour.fines_azn"].records,
        opens=("labour.fines_azn",),
    )
