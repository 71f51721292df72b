"""What stands in the columns of a list, on its page and in what is taken out of it."""

from collections.abc import Callable
from typing import Any, Final, NamedTuple

from django.utils.functional import Promise

NOTHING: Final = "–"


class Cell(NamedTuple):
    """What a column says of one record.

    `part` is where it stands in a card of a phone; `kind` the square of a state, or
    None where it is none.
    """

    label: str | Promise
    text: str
    part: str = ""
    kind: str | None = None


def blank(_record: Any) -> str:
    """Say nothing: the list fills such a column by itself."""
    return ""


class Column(NamedTuple):
    """A column: its name, the field that sorts by it, what it says, who may see it.

    One that is `usual` is shown until the user chooses; a `personal` one is never taken
    out of the register.
    """

    label: str | Promise
    sorts: str = ""
    text: Callable[[Any], object] = blank
    part: str = "labelled"
    kind: Callable[[Any], str | None] | None = None
    permission: str = ""
    usual: bool = True
    personal: bool = False

    def cell(self, record: Any) -> Cell:
        """Return what the column says of the record; a dash for nothing."""
        said = self.text(record)
        words = NOTHING if said is None or said == "" else str(said)
        return Cell(
            self.label, words, self.part, self.kind(record) if self.kind else None
        )
