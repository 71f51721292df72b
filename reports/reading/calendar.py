"""Years and dates among the digits of a text: they count nothing."""

from collections.abc import Iterator, Sequence
from typing import Final

from reports.reading import speech
from reports.reading.mentions import Mention, read
from reports.reading.roles import Beside, is_date, is_year
from reports.reading.tokens import Token, tokens

AND: Final = frozenset({"and", "ve", "и"})


def counted_in(text: str) -> Iterator[Token]:
    """Yield the numbers in digits that are neither a year nor part of a date."""
    words = list(tokens(text))
    for place, word in enumerate(words):
        if word.is_number and not _is_of_calendar(words, place):
            yield word


def _is_of_calendar(words: Sequence[Token], place: int) -> bool:
    word = words[place]
    value, _step = read(word.text)
    beside = Beside(words, Mention(value, place, place, word.start, word.end))
    return is_date(beside) or (is_year(beside) and _is_sure(beside))


def _is_sure(beside: Beside) -> bool:
    """Tell a year from a count: by the words beside it, or that no word follows."""
    after, then = beside.after, beside.at(beside.following + 1)
    if beside.ending:
        return beside.ending in speech.ORDINAL_ENDINGS
    if beside.before.fold in speech.BEFORE_YEAR or after.fold in speech.YEAR_NOUNS:
        return True
    return not after.is_word or (after.fold in AND and then.is_number)
