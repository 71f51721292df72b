"""One check: whether it passed, what it says, and the records behind a failure."""

from dataclasses import dataclass, field

from django.utils.functional import Promise

from reports.choices import Severity
from reports.figures import Records


@dataclass(frozen=True, slots=True, kw_only=True)
class Check:
    """A rule about one or more figures of a year.

    `records` is how many records stand behind a failure; `opens` names the figure, or
    the figure, breakdown and cell, whose list has them; a rule of its own has `listed`.
    """

    code: str
    severity: Severity
    figures: tuple[str, ...]
    passed: bool
    title: str | Promise
    message: str | Promise = ""
    records: int = 0
    opens: tuple[str, ...] = ()
    listed: Records | None = field(default=None, compare=False)

    @property
    def kind(self) -> str:
        """Return the rule's name: the first word of the code."""
        return self.code.partition(".")[0]

    @property
    def blocks(self) -> bool:
        """Return whether the year cannot be frozen with it."""
        return not self.passed and self.severity == Severity.BLOCKS

    @property
    def sentence(self) -> str:
        """Return what a failed check says, in one line; nothing where it passed."""
        said = (str(part) for part in (self.title, self.message) if part)
        return "" if self.passed else ". ".join(said)
