"""A text as words, numbers in digits, and signs, each with its place in the text."""

import re
from collections.abc import Iterator
from enum import Enum
from typing import Final, NamedTuple

from reports.reading.letters import folded

SPACES: Final = " \N{NO-BREAK SPACE}\N{NARROW NO-BREAK SPACE}\N{THIN SPACE}"
# Every alternative starts apart and repeats a fixed width: nothing to go back over.
TOKEN: Final = re.compile(
    rf"""
    (?P<number>
        (?<!\d) \d{{1,3}} (?: (?:[{SPACES}]\d{{3}})+ | (?:[,.'’]\d{{3}})+ ) (?!\d)
            (?:[.,]\d{{1,2}}(?!\d|[.,]\d))?
      | \d+ (?:[.,]\d{{1,2}}(?![\d]|[.,]\d))?
    )
  | (?P<word> [^\W\d_]+ (?:['’ʼ][^\W\d_]+)* )
  | (?P<sign> [^\s\w] | _ )
    """,
    re.VERBOSE,
)


class Kind(Enum):
    """What a token is."""

    NUMBER = "number"
    WORD = "word"
    SIGN = "sign"


class Token(NamedTuple):
    """A word, number or sign, from `start` to before `end` of the text."""

    kind: Kind
    text: str
    start: int
    end: int
    fold: str

    @property
    def is_word(self) -> bool:
        """Return whether it is a word."""
        return self.kind is Kind.WORD

    @property
    def is_number(self) -> bool:
        """Return whether it is a number in digits."""
        return self.kind is Kind.NUMBER


def tokens(text: str, start: int = 0, end: int | None = None) -> Iterator[Token]:
    """Yield the tokens of the text between two places."""
    for found in TOKEN.finditer(text, start, len(text) if end is None else end):
        kind = Kind(found.lastgroup)
        said = found.group()
        fold = folded(said) if kind is Kind.WORD else said
        yield Token(kind, said, found.start(), found.end(), fold)
