"""Numbers in brackets that go with the one before them: 78 persons (70 in 2018)."""

from typing import Final

from reports.reading.mentions import Mention, Role
from reports.reading.sentence import CLOSING, OPENING, Sentence

YEAR_WORDS: Final = frozenset(
    (
        *("in", "against", "vs", "compared", "with", "to"),
        *("ci", "cu", "cü", "ilde", "il", "nefer", "idi"),
        *("в", "году", "год", "г", "за"),
    )
)
MOST_WORDS: Final = 1


def holder_of(sentence: Sentence, found: Mention) -> Mention | None:
    """Return the number before a bracket, of which one inside tells another year.

    Like the 78 of "78 persons (70 in 2018)".
    """
    if not sentence.depths[found.first]:
        return None
    low = max(at for at in range(found.first) if sentence.tokens[at].text in OPENING)
    later = range(found.first, len(sentence.tokens))
    high = next(
        (at for at in later if sentence.tokens[at].text in CLOSING), found.first
    )
    inside = [m for m in sentence.mentions if low < m.first < high]
    told = [m for m in inside if m.role.is_told]
    years = [
        m for m in inside if m.role is Role.YEAR and m.value != sentence.times.main
    ]
    alone = told == [found] and all(m is found for m in inside)
    said = sentence.tokens[low - 1].end if low else 0
    again = next((m for m in sentence.told if m.end == said), None)
    if alone and again is not None and (again.in_words or found.changes):
        return again
    words = {t.fold for t in sentence.tokens[low:high] if t.is_word} - YEAR_WORDS
    if told != [found] or not years or len(words) > MOST_WORDS:
        return None
    before = (m for m in reversed(sentence.told) if m.first < low)
    holder = next(before, None)
    return holder if holder and holder.role is found.role else None
