"""Our figure beside what others publish of it: the difference, and why."""

from collections.abc import Iterable
from decimal import Decimal
from enum import IntEnum
from typing import NamedTuple

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from reports.catalogue import FIGURES
from reports.editions import Edition
from reports.models import LegacyYear, OthersFigure
from reports.numbers import Number, exact
from reports.words import NOT_KNOWN
from thb.numbers import change, grouped


class State(IntEnum):
    """How two numbers stand, what has to be looked at first."""

    UNEXPLAINED = 0
    NOT_OURS = 1
    EXPLAINED = 2
    EQUAL = 3


WORDS: dict[State, tuple[str, Promise]] = {
    State.UNEXPLAINED: ("danger", _("not explained")),
    State.NOT_OURS: ("half", _("not counted here")),
    State.EXPLAINED: ("info", _("explained")),
    State.EQUAL: ("ok", _("the same")),
}


class Reconciled(NamedTuple):
    """A number of others beside ours; null where the register has none."""

    other: OthersFigure
    ours: Number | None

    @property
    def title(self) -> str:
        """Return what both count."""
        return title_of(self.other)

    @property
    def difference(self) -> Number | None:
        """Return theirs less ours."""
        if self.ours is None:
            return None
        return exact(Decimal(self.other.value) - Decimal(self.ours))

    @property
    def state(self) -> State:
        """Return how they stand."""
        if self.ours is None:
            return State.NOT_OURS
        if not self.difference:
            return State.EQUAL
        return State.EXPLAINED if self.other.explanation else State.UNEXPLAINED

    @property
    def kind(self) -> str:
        """Return the square of the state."""
        return WORDS[self.state][0]

    @property
    def words(self) -> str:
        """Return the state in words."""
        return str(WORDS[self.state][1])

    @property
    def ours_text(self) -> str:
        """Return our number as it is read."""
        return NOT_KNOWN if self.ours is None else grouped(self.ours)

    @property
    def difference_text(self) -> str:
        """Return the difference as it is read; nothing where there is none."""
        return change(self.difference) if self.difference else ""


def reconciled(edition: Edition, others: Iterable[OthersFigure]) -> list[Reconciled]:
    """Return what others publish of the year, the unexplained first."""
    printed = printed_of(edition)
    found = [Reconciled(one, ours(edition, one, printed)) for one in others]
    return sorted(found, key=lambda one: (one.state, one.other.publisher, one.title))


def printed_of(edition: Edition) -> dict[str, Number] | None:
    """Return what printed sources tell of a year that the register does not have."""
    if edition.release is not None or not edition.figures.is_empty:
        return None
    found = LegacyYear.objects.current().filter(year=edition.year)
    return {one.figure: exact(one.value) for one in found}


def ours(
    edition: Edition, other: OthersFigure, printed: dict[str, Number] | None
) -> Number | None:
    """Return our number of the same thing; null where it is not known."""
    line = edition.figures.lines.get(other.figure)
    if line is None:
        return None
    if printed is not None:
        return None if other.breakdown else printed.get(other.figure)
    if not other.breakdown:
        return line.value
    return line.cells.get(other.breakdown, {}).get(other.cell, 0)


def title_of(other: OthersFigure) -> str:
    """Return the title of the figure, and of its cell."""
    figure = FIGURES.get(other.figure)
    if figure is None:
        return other.figure
    split = figure.breakdowns.get(other.breakdown)
    title = str(figure.title)
    return f"{title}; {split.title}: {split.label(other.cell)}" if split else title
