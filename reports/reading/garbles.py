"""Sentences whose parts do not go together: a total smaller than what it is made of."""

from collections.abc import Iterator
from decimal import Decimal
from typing import Final

from reports.reading.calling import pattern
from reports.reading.choices import Found
from reports.reading.claiming import patterns
from reports.reading.findings import Finding
from reports.reading.mentions import Mention
from reports.reading.nouns import noun_of
from reports.reading.register import Register
from reports.reading.sentence import Claim, Sentence, Target

CRIMES: Final = ("offences.trafficking", "offences.forced_labour", "offences.documents")
BESIDE: Final = 0.85
IN_ALL: Final = pattern(
    "in_all|altogether|in_total|total|overall|cəmi|ümumilikdə|birlikdə|всего|итого|в_сумме"
).groups[0]
CRIME_NOUNS: Final = frozenset({"offence", "fact"})


def garbled(sentence: Sentence, register: Register) -> list[Finding]:
    """Return what stands before crimes as their total, and cannot be it."""
    if sentence.times.foreign or sentence.times.since:
        return []
    parts = [c for c in sentence.bound.values() if c.target.figure in CRIMES]
    return list(_totals(sentence, parts, register)) if parts else []


def _totals(
    sentence: Sentence, parts: list[Claim], register: Register
) -> Iterator[Finding]:
    first = min(part.mention.first for part in parts)
    added = sum((part.mention.value for part in parts), Decimal())
    free = [m for m in sentence.told if m.first not in sentence.bound]
    for found in (m for m in free if _is_of_crimes(sentence, m)):
        all_told = len(parts) == len(CRIMES)
        if found.first > first:
            all_told = len(parts) > 1 and _is_in_all(sentence, found)
        elif found.value < added:
            yield _unclear(sentence, found, parts, register)
            continue
        if all_told and found.value != added:
            yield _missed(found, parts, added)


def _is_in_all(sentence: Sentence, found: Mention) -> bool:
    """Tell whether words beside a number say that it is all that was listed."""
    return any(
        sentence.nearness(found, span) > BESIDE for span in sentence.words.spans(IN_ALL)
    )


def _is_of_crimes(sentence: Sentence, found: Mention) -> bool:
    return (
        noun_of(sentence.tokens, sentence.words, found, sentence.language)
        in CRIME_NOUNS
    )


def _orphan(sentence: Sentence, parts: list[Claim]) -> str:
    """Return the kind of crime that is named and has no number."""
    bound = {part.target.figure for part in parts}
    known = patterns(sentence.language)
    free = (code for code in CRIMES if code not in bound)
    return next((c for c in free if any(map(sentence.stands, known[c]))), "")


def _unclear(
    sentence: Sentence, found: Mention, parts: list[Claim], register: Register
) -> Finding:
    orphan = _orphan(sentence, parts)
    year = parts[0].target.year
    value = register.value(Target(orphan, year)) if orphan else None
    return Finding(
        Found.UNCLEAR,
        found.start,
        max(part.mention.end for part in parts),
        _quote(sentence, found, parts),
        figure=orphan,
        found=found.value,
        expected=value,
        year=year,
        said=tuple(part.said[0] for part in parts),
        why="unclear_orphan" if orphan else "unclear",
    )


def _missed(found: Mention, parts: list[Claim], added: Decimal) -> Finding:
    return Finding(
        Found.SUM,
        min(found.start, *(part.mention.start for part in parts)),
        max(found.end, *(part.mention.end for part in parts)),
        found=added,
        expected=found.value,
        year=parts[0].target.year,
        why="sum",
        about=(" + ".join(f"{part.mention.value:f}" for part in parts),),
    )


def _quote(sentence: Sentence, found: Mention, parts: list[Claim]) -> str:
    start = sentence.passage.start
    end = max(part.mention.end for part in parts)
    return sentence.passage.text[found.start - start : end - start]
