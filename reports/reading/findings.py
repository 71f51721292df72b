"""What the reading of a text finds: a number that agrees, or something to put right."""

from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from reports.reading.choices import Found


@dataclass(frozen=True, slots=True)
class Finding:
    """One stretch of the text and what is found of it, with the reasons.

    `said` are the words by which a number was bound; `why` names the rule, `about` are
    the values that its sentence is filled with.
    """

    kind: Found
    start: int
    end: int
    quote: str = ""
    figure: str = ""
    found: Decimal | None = None
    expected: Decimal | None = None
    year: int | None = None
    breakdown: str = ""
    cell: str = ""
    said: tuple[str, ...] = ()
    why: str = ""
    about: tuple[str, ...] = ()

    @property
    def is_wrong(self) -> bool:
        """Return whether it is something to put right."""
        return self.kind in Found.wrong()

    def as_json(self) -> dict[str, Any]:
        """Return the finding as the command prints it."""
        return {
            "kind": str(self.kind),
            "quote": self.quote,
            "start": self.start,
            "end": self.end,
            "figure": self.figure or None,
            "found": _number(self.found),
            "expected": _number(self.expected),
            "year": self.year,
            "breakdown": self.breakdown or None,
            "cell": self.cell or None,
            "words": list(self.said),
        }


def _number(value: Decimal | None) -> int | float | None:
    if value is None:
        return None
    return int(value) if value == int(value) else float(value)
