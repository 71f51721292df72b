"""Paragraphs and sentences that stand twice, word for word or nearly."""

from collections import Counter
from collections.abc import Iterator, Sequence
from typing import Final, NamedTuple

from reports.reading.choices import Found
from reports.reading.findings import Finding
from reports.reading.passages import Passage
from reports.reading.tokens import tokens

FEWEST: Final = 9
FEWEST_WORDS: Final = 5
ALIKE: Final = 0.72
ALIKE_WITH_NUMBERS: Final = 0.55
SHORT, ALIKE_WHERE_SHORT = 12, 0.85
"""Lines of a list often differ in one word."""
MOST: Final = 3_000
"""So many passages are compared; a longer text only word for word."""


class Said(NamedTuple):
    """A passage as its words and numbers, each counted."""

    passage: Passage
    words: Counter[str]
    numbers: Counter[str]
    order: tuple[str, ...]


def repeated(
    text: str, paragraphs: Sequence[Passage], sentences: Sequence[Passage]
) -> list[Finding]:
    """Return the later of two passages that say the same; whole paragraphs first."""
    found = list(_repeats(text, paragraphs))
    covered = [(f.start, f.end) for f in found]
    for finding in _repeats(text, sentences):
        inside = any(low <= finding.start < high for low, high in covered)
        if not inside:
            found.append(finding)
    return found


def _repeats(text: str, passages: Sequence[Passage]) -> Iterator[Finding]:
    seen: dict[tuple[str, ...], Said] = {}
    index: dict[str, list[Said]] = {}
    for passage in passages[:MOST]:
        said = _said(text, passage)
        if len(said.order) < FEWEST or len(said.words) < FEWEST_WORDS:
            continue
        twin = seen.get(said.order) or _twin(said, index)
        if twin is not None:
            yield _finding(passage, twin.passage)
        seen.setdefault(said.order, said)
        for key in _keys(said):
            index.setdefault(key, []).append(said)


def _said(text: str, passage: Passage) -> Said:
    own = list(tokens(text, passage.start, passage.end))
    words = [token.fold for token in own if token.is_word]
    numbers = [token.text for token in own if token.is_number]
    order = tuple(token.fold for token in own if token.is_word or token.is_number)
    return Said(passage, Counter(words), Counter(numbers), order)


def _keys(said: Said) -> list[str]:
    """Return what two passages must share to be compared: numbers, or long words."""
    longest = sorted(said.words, key=lambda word: (-len(word), word))[:6]
    return [*said.numbers, *longest]


def _twin(said: Said, index: dict[str, list[Said]]) -> Said | None:
    candidates = {
        id(other): other for key in _keys(said) for other in index.get(key, [])[:50]
    }
    return next((other for other in candidates.values() if _alike(said, other)), None)


def _alike(one: Said, other: Said) -> bool:
    if one.numbers != other.numbers:
        return False
    shared = (one.words & other.words).total()
    every = (one.words | other.words).total() or 1
    least = ALIKE_WITH_NUMBERS if len(one.numbers) else ALIKE
    if len(one.order) < SHORT:
        least = ALIKE_WHERE_SHORT
    return shared / every >= least


def _finding(passage: Passage, twin: Passage) -> Finding:
    return Finding(
        Found.REPEATED,
        passage.start,
        passage.end,
        passage.text,
        why="repeated",
        about=(twin.text,),
    )
