"""The numbers of a sentence, and what each is: a count, money, a percentage, a year."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal
from enum import Enum
from typing import Final

from reports.reading.numerals import SCALES, spelt
from reports.reading.tokens import SPACES, Token

MOST_DIGITS: Final = 15
GROUP: Final = 3
MARKS: Final = f"{SPACES}'’,."
SHORTENED_SCALES: Final = frozenset(["тыс", "млн", "млрд"])
SMALL_CHANGE: Final = 2


class Role(Enum):
    """What a number is in its sentence; only the first three can be figures."""

    COUNT = "count"
    MONEY = "money"
    PERCENT = "percent"
    YEAR = "year"
    OTHER = "other"

    @property
    def is_told(self) -> bool:
        """Return whether it can be a figure of the report."""
        return self in {Role.COUNT, Role.MONEY, Role.PERCENT}


@dataclass(slots=True)
class Mention:
    """A number of a sentence, by the places of its tokens and of its characters.

    `step` is how exactly it was written: 1.8 thousand is exact to a hundred. `said` is
    "about", "more_than", "less_than" or nothing. `changes` tells that it is by how much
    a figure grew or fell; `later` is the number that it grew or fell to. `is_label`
    tells that it stands in the head of a row or column, and names what is counted.
    """

    value: Decimal
    first: int
    last: int
    start: int
    end: int
    in_words: bool = False
    step: Decimal = Decimal(1)
    role: Role = Role.COUNT
    said: str = ""
    changes: bool = False
    later: "Mention | None" = None
    is_label: bool = False


def numbers(words: Sequence[Token], language: str) -> Iterator[Mention]:
    """Yield every number of the sentence, in digits or in words."""
    at = 0
    while at < len(words):
        found = _number_at(words, at, language)
        if found is None:
            at += 1
            continue
        yield found
        at = found.last + 1


def _number_at(words: Sequence[Token], at: int, language: str) -> Mention | None:
    token = words[at]
    if token.is_number:
        return _in_digits(words, at, language)
    if not token.is_word:
        return None
    found = spelt(words, at, language)
    if found is None:
        return None
    last = at + found.length - 1
    return Mention(found.value, at, last, token.start, words[last].end, in_words=True)


def _in_digits(words: Sequence[Token], at: int, language: str) -> Mention:
    token = words[at]
    value, step = read(token.text)
    last = at
    scale = SCALES[language].get(words[at + 1].fold) if at + 1 < len(words) else None
    if scale is not None:
        value, step, last = value * scale, step * scale, at + 1
        shortened = words[last].fold in SHORTENED_SCALES
        point = last + 1 < len(words) and words[last + 1].text == "."
        last += shortened and point and last + 2 < len(words)
    return Mention(value, at, last, token.start, words[last].end, step=step)


def read(text: str) -> tuple[Decimal, Decimal]:
    """Return the number written in digits, and the worth of its last digit."""
    if sum(letter.isdigit() for letter in text) > MOST_DIGITS:
        return Decimal(-1), Decimal(1)
    whole, decimals = _parts(text)
    digits = "".join(letter for letter in whole if letter.isdigit())
    value = Decimal(f"{digits}.{decimals}" if decimals else digits)
    return value, Decimal(1).scaleb(-len(decimals))


def _parts(text: str) -> tuple[str, str]:
    """Return the digits before and after the decimal sign; a group of 3 is no decimal.

    0,514 has decimals all the same: no thousand begins with a zero.
    """
    place = max(text.rfind("."), text.rfind(","))
    if place < 0:
        return text, ""
    after = text[place + 1 :]
    if len(after) == GROUP and not text.startswith("0"):
        return text, ""
    return text[:place], after
