"""Single numbers of a frozen year, as the year after it needs them."""

from typing import NamedTuple

from reports.models import Release
from reports.numbers import Cells, Number
from reports.releases.canonical import number


class FrozenLine(NamedTuple):
    """A figure of another year: its value and its cells by breakdown."""

    value: Number | None
    cells: dict[str, Cells]


def line_of(release: Release, code: str) -> FrozenLine:
    """Return a figure of the release; nothing known of one that it did not have."""
    told = release.content["figures"].get(code)
    if told is None:
        return FrozenLine(None, {})
    cells = {name: dict(split["cells"]) for name, split in told["breakdowns"].items()}
    return FrozenLine(number(told["value"]), cells)
