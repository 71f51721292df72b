"""A whole text, read and judged: its findings in the order of the text."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import pairwise

from reports.reading.binding import bind
from reports.reading.calling import pattern
from reports.reading.choices import Found
from reports.reading.findings import Finding
from reports.reading.garbles import garbled
from reports.reading.judging import judged
from reports.reading.language import language_of
from reports.reading.passages import Passage, paragraphs, sentences
from reports.reading.percents import percentages
from reports.reading.rates import multiplied
from reports.reading.register import Register
from reports.reading.repeats import repeated
from reports.reading.sentence import Sentence, sentence_of
from reports.reading.sums import sums, sums_of_lines
from reports.reading.tables import columns, rows_of

REMEMBERED = 8
HOME = pattern(
    "azerbaijan*|our|we|azərbaycan*|ölkəmiz*|bizim|азербайджан*|наш*|мы|у_нас"
).groups[0]


def check(
    text: str, year: int, register: Register | None = None, language: str = ""
) -> list[Finding]:
    """Return what is found in a text about a year; its language is told, or read."""
    register = register or Register()
    blocks = paragraphs(text)
    found: list[Finding] = []
    for block in read(text, year, blocks, language):
        found += [finding for sentence in block for finding in _of(sentence, register)]
        found += sums_of_lines(block, register)
    found = [replace(f, quote=text[f.start : f.end]) for f in found]
    every = [paragraph for block in blocks for paragraph in block]
    parts = [part for paragraph in every for part in sentences(paragraph)]
    found += repeated(text, every, parts)
    return sorted(_swapped(found), key=lambda finding: (finding.start, -finding.end))


def read(
    text: str, year: int, blocks: list[list[Passage]], language: str
) -> Iterator[list[Sentence]]:
    """Yield the sentences of each block of the text, their numbers bound.

    A block goes on from the one before it; a table is as many lists as it has columns.
    """
    spoken = language or language_of(text)
    before: list[Sentence] = []
    for block in blocks:
        own = language or language_of("\n".join(part.text for part in block), spoken)
        rows = rows_of(block)
        if rows:
            for column in columns(text, rows, own, year, before):
                _bind_each(column)
                yield column
            before = []
            continue
        every = list(_sentences(text, year, block, (language, spoken), before))
        before = [*reversed(every), *before][:REMEMBERED]
        yield every
        for sentence in every:
            sentence.before = []  # or each would keep all before it


def _bind_each(sentences_: Sequence[Sentence]) -> None:
    for sentence in sentences_:
        bind(sentence)


def _sentences(
    text: str,
    year: int,
    block: Sequence[Passage],
    languages: tuple[str, str],
    before: list[Sentence],
) -> Iterator[Sentence]:
    """Yield the sentences of a block, their numbers bound."""
    told, spoken = languages
    before = list(before)
    for paragraph in block:
        own = told or language_of(paragraph.text, spoken)
        for part in sentences(paragraph):
            sentence = sentence_of(text, part, own, year, before[:REMEMBERED])
            sentence.times.foreign |= _goes_on_abroad(sentence, before, paragraph)
            bind(sentence)
            before.insert(0, sentence)
            yield sentence


def _goes_on_abroad(
    sentence: Sentence, before: Sequence[Sentence], paragraph: Passage
) -> bool:
    """Tell whether a sentence goes on from one of its paragraph on the whole world."""
    last = before[0] if before else None
    goes_on = last is not None and last.passage.start >= paragraph.start
    named = sentence.times.years or sentence.words.spans(HOME)
    return goes_on and last is not None and last.times.foreign and not named


def _of(sentence: Sentence, register: Register) -> list[Finding]:
    """Return the findings of a sentence; a percentage is judged by its own rule."""
    numbers = judged(sentence, register)
    closer = [
        *percentages(sentence, register),
        *garbled(sentence, register),
        *multiplied(sentence),
    ]
    at = {finding.start: finding for finding in closer}
    kept = [finding for finding in numbers if finding.start not in at]
    return [*kept, *closer, *sums(sentence, register)]


def _swapped(findings: list[Finding]) -> list[Finding]:
    """Say so where two numbers that differ would be right in each other's place."""
    wrong = [f for f in findings if f.kind is Found.DIFFERS]
    exchanged = {
        (one.start, other.start)
        for one, other in pairwise(wrong)
        if one.found == other.expected and other.found == one.expected
    }
    starts = {start for pair in exchanged for start in pair}
    return [
        replace(f, why="swapped")
        if f.kind is Found.DIFFERS and f.start in starts
        else f
        for f in findings
    ]
