"""Years and dates among the digits of a text: they count nothing."""

from collections.abc import Iterator, Sequence
from typing import Final

from reports.reading import speech
from reports.reading.mentions import Mention, read
from reports.reading.roles import DASHES, Beside, is_date, is_year
from reports.reading.speech import begins
from reports.reading.tokens import Token, tokens

IN: Final = speech.BEFORE_YEAR
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
    if beside.ending:
        return beside.ending in speech.ORDINAL_ENDINGS
    return _follows_a_time(beside) or _leads_to_a_time(beside)


def _follows_a_time(beside: Beside) -> bool:
    """Like in 2019, June 2019, 2005–2019."""
    before = beside.before
    is_range = before.text in DASHES and beside.at(-2).is_number
    return is_range or begins(before.fold, speech.MONTHS) or before.fold in IN


def _leads_to_a_time(beside: Beside) -> bool:
    """Like 2019 il, 2018 və 2019-cu illər, 2019 at the end."""
    after, then = beside.after, beside.at(beside.following + 1)
    if after.fold in speech.YEAR_NOUNS or (after.fold in AND and then.is_number):
        return True
    return not after.is_word
