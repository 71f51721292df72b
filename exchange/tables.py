"""What a file of a register is to the import, whatever its format."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from django.utils.functional import Promise

type Row = tuple[int, list[str]]
type Complaint = Callable[[int, str | Promise], None]


@dataclass(frozen=True, slots=True)
class Table:
    """One file or sheet: its name, how it is told of, and a reader of its rows.

    The reader yields the line of each row (the header is line 1) and its cells; what
    is wrong in a line goes to the complaint that it is given.
    """

    name: str
    label: str
    rows: Callable[[Complaint], Iterator[Row]]
