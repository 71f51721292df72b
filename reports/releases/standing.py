"""How a year stands: which release it tells, and what was changed since."""

from typing import NamedTuple, Self

from reports.editions import Edition
from reports.models import Preparation, Release
from reports.releases.comparing import changed_since
from reports.releases.facts import facts_of_release
from thb.facts import Fact


class Standing(NamedTuple):
    """What stands above the figures of a year.

    `release` is its newest release, `shown` the one on the page; `changed` says how
    many records are counted otherwise since, `before` the same of the year before.
    """

    release: Release | None
    shown: Release | None
    facts: list[Fact]
    changed: int
    before: Release | None
    changed_before: int
    prepared: Preparation | None

    @classmethod
    def of(cls, edition: Edition) -> Self:
        """Return how the year of an edition stands."""
        newest = Release.objects.latest(edition.year)
        shown = edition.release
        before = edition.figures.before
        return cls(
            release=newest,
            shown=shown,
            facts=facts_of_release(shown) if shown else [],
            changed=changed_since(newest) if newest else 0,
            before=before,
            changed_before=changed_since(before) if before else 0,
            prepared=Preparation.objects.open_of(edition.year),
        )

    @property
    def is_newest(self) -> bool:
        """Tell whether the page shows the newest release."""
        return self.shown is not None and self.shown == self.release
