"""What the public was told before, cell by cell."""

from collections.abc import Iterator, Mapping
from typing import Any, NamedTuple

from reports.disclosure.tied_year import key


class Known(NamedTuple):
    """A cell that stands in a published table; `value` is null where it is hidden."""

    value: int | None
    unit: str


type Shown = Mapping[str, Known]


def shown_in(document: Mapping[str, Any]) -> dict[str, Known]:
    """Return the cells of a public document by their keys; percentages are left out."""
    return dict(_cells(document))


def _cells(document: Mapping[str, Any]) -> Iterator[tuple[str, Known]]:
    for chapter in document["chapters"]:
        for figure in chapter["figures"]:
            code, unit = figure["figure"], figure["unit"]
            if isinstance(figure["value"], int) or figure["hidden"]:
                yield key(code), Known(figure["value"], unit)
            for split in figure["breakdowns"]:
                for cell in split["cells"]:
                    at = key(code, split["breakdown"], cell["cell"])
                    yield at, Known(cell["value"], unit)
