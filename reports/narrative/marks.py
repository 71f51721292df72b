"""What an editor is told of a text: numbers that moved, are not bound, words twice."""

from collections.abc import Iterable, Iterator, Mapping
from decimal import Decimal
from difflib import SequenceMatcher
from itertools import combinations
from typing import Final, NamedTuple

from reports.narrative.story import ToldSection, plain
from reports.narrative.telling import Run, Runs
from reports.narrative.values import Bound
from reports.reading.calendar import counted_in
from reports.words import shown_change, shown_number
from thb.numbers import NO_BREAK

ALIKE: Final = 0.9
SHORTEST: Final = 60
"""Paragraphs shorter than this may well be alike."""

type Said = Mapping[str, str]


class Mark(NamedTuple):
    """A stretch of a told text as an editor sees it.

    `kind` is "" for words, "number" for a bound number, "stale" for one that has moved
    since the text was saved (`was` is what it said), "typed" for unbound digits, which
    are no year and no date.
    """

    kind: str
    text: str
    number: Bound | None = None
    was: str = ""


def said_by(paragraphs: Iterable[Runs]) -> dict[str, str]:
    """Return what each number of a text says now, in no language."""
    return {
        run.key: neutral(run)
        for runs in paragraphs
        for run in runs
        if run.number is not None and run.key
    }


def neutral(run: Run) -> str:
    """Return a run's number as it is kept: value and year before."""
    number = run.number
    if number is None:
        return ""
    previous = number.previous if "," in run.key else None
    return ";".join("" if one is None else str(one) for one in (number.value, previous))


def marked(runs: Runs, said: Said, *, edited: bool) -> Iterator[Mark]:
    """Yield the stretches of a paragraph; only in an edited one something is amiss."""
    for run in runs:
        if run.number is None:
            yield from _typed(run.text) if edited else [Mark("", run.text)]
        elif not run.key:
            yield Mark("", run.text)
        elif run.key in said and said[run.key] != neutral(run):
            was = shown_again(said[run.key], run)
            yield Mark("stale", run.text, run.number, was)
        else:
            yield Mark("number", run.text, run.number)


def shown_again(kept: str, run: Run) -> str:
    """Return in the reader's language what a number said when the text was saved."""
    value, previous = (Decimal(one) if one else None for one in kept.split(";"))
    unit = run.number.unit if run.number else ""
    text = shown_number(value, unit)
    if value is None or previous is None:
        return text
    return f"{text}{NO_BREAK}{shown_change(value - previous)}"


def _typed(text: str) -> Iterator[Mark]:
    at = 0
    for found in counted_in(text):
        yield Mark("", text[at : found.start])
        yield Mark("typed", text[found.start : found.end])
        at = found.end
    yield Mark("", text[at:])


class Repeated(NamedTuple):
    """Two paragraphs that say the same, with the sections they stand in."""

    first: ToldSection
    second: ToldSection
    text: str


def repeated(sections: Iterable[ToldSection]) -> Iterator[Repeated]:
    """Yield the pairs of paragraphs that stand twice, or nearly."""
    told = [
        (section, plain(runs)) for section in sections for runs in section.paragraphs
    ]
    long = [one for one in told if len(one[1]) >= SHORTEST]
    for (first, text), (second, other) in combinations(long, 2):
        if alike(text, other):
            yield Repeated(first, second, text)


def alike(text: str, other: str) -> bool:
    """Tell whether two paragraphs are nearly the same, word by word."""
    words, others = text.lower().split(), other.lower().split()
    match = SequenceMatcher(None, words, others, autojunk=False)
    quick = match.real_quick_ratio() >= ALIKE and match.quick_ratio() >= ALIKE
    return quick and match.ratio() >= ALIKE
