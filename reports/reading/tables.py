"""Tables in a text: rows of cells parted by tabs, bars or wide blanks, read by column.

A column is read as a list: what its row and its head say, then its number. The year of
a number is that of its column, or of its row.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from reports.reading.letters import folded
from reports.reading.mentions import Role
from reports.reading.passages import IN_COLUMNS, Passage
from reports.reading.sentence import Sentence, sentence_of_tokens
from reports.reading.speech import MANATS, begins
from reports.reading.tokens import Kind, Token, tokens

YEAR: Final = re.compile(r"(?<!\d)(?:19|20)\d\d(?!\d)")
NUMBER: Final = re.compile(r"[+±–—−-]?\s*~?\s*\d")
REMARK: Final = re.compile(r"\([^()]*\)")
REMEMBERED: Final = 8
LONGEST_YEAR: Final = 22
"""A cell with a year and more letters says more than the year."""
LONGEST_CELL: Final = 25
CHANGES: Final = (
    *("change", "differ", "growth", "increase", "ferq", "deyisi", "artim", "azalma"),
    *("изменен", "разниц", "рост", "прирост", "отклонен", "динамик", "+/", "±"),
)


@dataclass(frozen=True, slots=True)
class Cell:
    """A cell of a table, by its place in the text."""

    text: str
    start: int
    end: int

    @property
    def year(self) -> int | None:
        """Return the year that the cell names, where it says little more."""
        found = YEAR.findall(self.text)
        alone = len(found) == 1 and len(self.text) <= LONGEST_YEAR
        return (
            int(found[0])
            if alone and not YEAR.sub("", self.text, 1).isdigit()
            else None
        )

    @property
    def has_number(self) -> bool:
        """Return whether the cell is short and has a number that is no year."""
        told = any(map(str.isdigit, self.text)) and self.year is None
        return told and (
            len(self.text) <= LONGEST_CELL or bool(NUMBER.match(self.text))
        )

    @property
    def is_change(self) -> bool:
        """Return whether it heads a column of differences.

        "2019 (change)" heads a column of numbers, each with its change behind it.
        """
        said = folded(REMARK.sub("", self.text))
        return any(word in said for word in CHANGES)


type Row = list[Cell]


def rows_of(block: Sequence[Passage]) -> list[Row]:
    """Return the rows of a block of lines; none where it is no table."""
    rows = [list(_cells(line)) for line in block]
    wide = sum(len(row) > 1 for row in rows)
    return rows if wide > 1 or (wide and "|" in block[0].text) else []


def _cells(line: Passage) -> Iterator[Cell]:
    start = 0
    ends = [(m.start(), m.end()) for m in IN_COLUMNS.finditer(line.text)]
    for end, following in [*ends, (len(line.text), len(line.text))]:
        said = line.text[start:end]
        if said.strip() or 0 < start < end:
            low = line.start + start + len(said) - len(said.lstrip())
            yield Cell(said.strip(), low, low + len(said.strip()))
        start = following


@dataclass(slots=True)
class _Reader:
    """Reads the columns of one table, each a list of sentences."""

    text: str
    language: str
    year: int
    before: list[Sentence]
    whole: Passage

    def column(
        self, head: Cell | None, cells: Sequence[tuple[Cell, Cell]]
    ) -> list[Sentence]:
        """Return the sentences of a column, given as label and number of each row."""
        every: list[Sentence] = []
        for label, cell in cells:
            before = [*reversed(every[-REMEMBERED:]), *self.before][:REMEMBERED]
            every.append(self.sentence(head, label, cell, before))
        return every

    def sentence(
        self, head: Cell | None, label: Cell, cell: Cell, before: list[Sentence]
    ) -> Sentence:
        """Return what a row says in a column; only the cell has a number of its own."""
        named = [] if head is None or head.year else self._tokens(head)
        own = [*named, *_mark(label), *self._tokens(label), *_mark(cell)]
        own += self._tokens(cell)
        money = _is_of_money(named) or _is_of_money(self._tokens(label))
        year = label.year or (head.year if head else None) or self.year
        found = sentence_of_tokens(own, self.whole, self.language, year, before)
        found.times.years.clear()
        for mention in found.mentions:
            if mention.start < cell.start or mention.start >= cell.end:
                mention.is_label = True
            elif money and mention.role is Role.COUNT:
                mention.role = Role.MONEY
            mention.changes |= bool(head and head.is_change)
        return found

    def _tokens(self, cell: Cell) -> list[Token]:
        return list(tokens(self.text, cell.start, cell.end))


def _is_of_money(words: list[Token]) -> bool:
    """Tell whether a head ends with the currency: "Sum, AZN"; not "400 AZN"."""
    said = [token for token in words if token.is_word or token.is_number]
    named = bool(said) and begins(said[-1].fold, MANATS)
    return named and not any(token.is_number for token in said)


def _mark(cell: Cell) -> list[Token]:
    """Return the sign that parts a cell from the one before it."""
    return [Token(Kind.SIGN, ":", cell.start, cell.start, ":")]


def columns(
    text: str, rows: Sequence[Row], language: str, year: int, before: list[Sentence]
) -> Iterator[list[Sentence]]:
    """Yield the columns of numbers of a table, each as the sentences of its rows."""
    start, end = rows[0][0].start, rows[-1][-1].end
    reader = _Reader(text, language, year, before, Passage(text[start:end], start, end))
    for heads, body in _parts(rows):
        width = max((len(row) for row in body), default=0)
        over_labels = 1 if _starts_over_numbers(heads, width) else 0
        for at in range(1, width):
            cells = [
                (_label(row, at), row[at])
                for row in body
                if at < len(row)
                and row[at].has_number
                and _label(row, at) is not row[at]
            ]
            over = at - over_labels
            head = heads[over] if over < len(heads) else None
            yield reader.column(head, cells)


def _starts_over_numbers(heads: Row, width: int) -> bool:
    """Tell whether the labels have no head: the first names the year of a number."""
    return bool(heads) and heads[0].year is not None and len(heads) < width


def _parts(rows: Sequence[Row]) -> Iterator[tuple[Row, list[Row]]]:
    """Yield the heads of a table with its rows; heads may stand in its middle."""
    heads: Row = []
    body: list[Row] = []
    for row in rows:
        if _is_head(row):
            yield heads, body
            heads, body = row, []
        else:
            body.append(row)
    yield heads, body


def _is_head(row: Row) -> bool:
    """Tell whether a row has no numbers but years, and more than one cell of words."""
    said = [cell for cell in row if any(map(str.isalnum, cell.text))]
    return len(said) > 1 and not any(cell.has_number for cell in row[1:])


def _label(row: Row, at: int) -> Cell:
    """Return the cell that says what a row counts: the first in letters, or a year."""
    named = (c for c in row[:at] if c.year or any(map(str.isalpha, c.text)))
    return next(named, row[at])
