"""Percentages, computed again from the numbers beside them or from the register."""

from collections.abc import Iterator
from decimal import Decimal
from itertools import permutations
from typing import Final

from reports.reading.calling import pattern
from reports.reading.choices import Found
from reports.reading.findings import Finding
from reports.reading.judging import expected_of, of, rounded
from reports.reading.mentions import Mention, Role
from reports.reading.register import Register
from reports.reading.sentence import OPENING, Sentence, Target
from reports.reading.topics import topics_by_words

HUNDRED: Final = Decimal(100)
FAR: Final = 24
AHEAD: Final = 14
CLOSE: Final = 7
"""A percentage between commas stands on a number no more tokens before it."""
GROWTH: Final = pattern(
    "increas*|decreas*|grew|fell|rose|dropp*|declin*|less_than|more_than|fewer|growth|"
    "artıb|azalıb|artmış*|azalmış*|artım*|azalma*|çox|az|"
    "увелич*|сократ*|вырос*|снизи*|уменьш*|рост|больше|меньше"
).groups[0]
JOINED: Final = pattern("or|və_ya|yaxud|или|yəni|то_есть").groups[0]
JOINING: Final = frozenset(
    ["or", "ya", "yaxud", "или", "yeni", "есть", "makes", "is", "means", "about"]
)
WHOLE: Final = frozenset(["of", "из", "which"])


def percentages(sentence: Sentence, register: Register) -> list[Finding]:
    """Return a finding for each percentage that can be computed again."""
    every = [found for found in sentence.mentions if found.role is Role.PERCENT]
    told = [found for found in every if not found.is_label]
    computed = [_computed(sentence, found, register) for found in told]
    return [finding for finding in computed if finding is not None]


def _computed(sentence: Sentence, found: Mention, register: Register) -> Finding | None:
    if sentence.times.foreign:
        return None
    claim = sentence.bound.get(found.first)
    growths = list(_growths(sentence, found, register))
    pairs = _pairs(sentence, found)
    texts = [HUNDRED * part.value / whole.value for part, whole in pairs]
    own = expected_of(claim, register) if claim is not None else None
    wholes = list(_of_wholes(sentence, found, register))
    shares = [*([own] if own is not None else []), *wholes]
    known = [*growths, *texts, *shares, *_shares(sentence, register)]
    if any(_is(found, value) for value in known):
        return of(found, Found.MATCHES, claim, found.value, "computed")
    expected = _expected(sentence, found, (growths, texts, shares))
    if expected is None:
        return None
    return of(found, Found.PERCENT, claim, rounded(expected, _step(found)), "percent")


def _expected(
    sentence: Sentence,
    found: Mention,
    known: tuple[list[Decimal], list[Decimal], list[Decimal]],
) -> Decimal | None:
    """Return what a percentage should surely be: a growth, or a share."""
    growths, texts, shares = known
    if growths:
        return growths[0]
    if not _is_growing(sentence) and texts and _stands_on(sentence, found) is not None:
        return texts[0]
    return next(iter(shares), None)


def _step(found: Mention) -> Decimal:
    return min(found.step, Decimal("0.1"))


def _is(found: Mention, value: Decimal) -> bool:
    """Return whether the percentage is the value, rounded as it is written."""
    slack = found.step * (Decimal("0.5") if not found.said else 3)
    return abs(found.value - value) <= slack


def _is_growing(sentence: Sentence) -> bool:
    spans = sentence.words.spans
    return bool(spans(GROWTH)) and not spans(JOINED)


def _growths(
    sentence: Sentence, found: Mention, register: Register
) -> Iterator[Decimal]:
    """Yield by how many percent something grew or fell, where the percentage says so.

    As the two numbers of the text have it, and as the register has it.
    """
    base = _stands_on(sentence, found)
    if not found.changes and not (base is not None and base.changes):
        return
    before = [m for m in sentence.told if m.first < found.first and m is not found]
    grown = [m for m in before if m.later is not None and m.value]
    if grown:
        one, two = grown[-1], grown[-1].later
        yield HUNDRED * abs((two.value if two else 0) - one.value) / one.value
    bound = [m for m in before if m.first in sentence.bound]
    if not bound:
        return
    target = sentence.bound[bound[-1].first].target
    year = max(c.target.year for c in sentence.bound.values())
    growth = _growth(register, target._replace(year=year))
    if growth is not None:
        yield growth


def _growth(register: Register, target: Target) -> Decimal | None:
    value = register.value(target)
    before = register.value(target._replace(year=target.year - 1))
    return (
        HUNDRED * abs(value - before) / before if before and value is not None else None
    )


def _pairs(sentence: Sentence, found: Mention) -> list[tuple[Mention, Mention]]:
    """Return part and whole that a percentage may stand on, the likeliest first."""
    if _is_growing(sentence):
        return []
    before, after = _around(sentence, found)
    beside = [*before, *after]
    pairs = [
        (part, whole)
        for part, whole in permutations(beside, 2)
        if 0 < part.value < whole.value
    ]
    return sorted(pairs, key=lambda pair: _unlikely(sentence, found, *pair))


def _around(sentence: Sentence, found: Mention) -> tuple[list[Mention], list[Mention]]:
    counts = [m for m in sentence.told if m.role is Role.COUNT and not m.changes]
    before = [m for m in counts if 0 < found.first - m.last <= FAR]
    after = [m for m in counts if 0 < m.first - found.last <= AHEAD]
    return before[-2:], after[:2]


def _unlikely(
    sentence: Sentence, found: Mention, part: Mention, whole: Mention
) -> tuple[bool, bool, int]:
    """Return what sorts the pairs: "24 of the 40" first, then the closest."""
    away = abs(found.first - part.first) + abs(found.first - whole.first)
    return (sentence.whole_of(part) is not whole, part.first > whole.first, away)


def _stands_on(sentence: Sentence, found: Mention) -> Mention | None:
    """Return the number that a percentage says again: 19, or 54.3%; 19 (54.3%)."""
    before = [m for m in sentence.told if m.first < found.first]
    if not before or not found.first or found.first - before[-1].last > AHEAD:
        return None
    close = found.first - before[-1].last <= CLOSE
    sign = sentence.tokens[found.first - 1]
    after = sentence.tokens[min(found.last + 2, len(sentence.tokens) - 1)]
    joined = sign.fold in JOINING or (sign.text and sign.text in OPENING)
    apart = close and sign.text in ",–—" and after.text in ",–—)."
    return before[-1] if joined or apart or after.text == "(" else None


def _of_wholes(
    sentence: Sentence, found: Mention, register: Register
) -> Iterator[Decimal]:
    """Yield the share of the number before a percentage in what it is a part of."""
    part = _stands_on(sentence, found)
    claim = sentence.bound.get(part.first) if part is not None else None
    if part is None or claim is None or part.changes or _is_growing(sentence):
        return
    target = claim.target
    if target.breakdown:
        whole = register.value(target._replace(breakdown="", cell=""))
        if whole:
            yield HUNDRED * part.value / whole
    following = {t.fold for t in sentence.tokens[found.last + 1 : found.last + 4]}
    for topic in topics_by_words(sentence):
        whole = register.value(Target(topic.figure.code, target.year))
        other = topic.figure.code != target.figure
        said = following & WHOLE or sentence.language != "en"
        if whole and other and said and whole > part.value:
            yield HUNDRED * part.value / whole


def _shares(sentence: Sentence, register: Register) -> Iterator[Decimal]:
    """Yield the shares and growths of the figures that the sentence is on."""
    targets = [claim.target for claim in sentence.bound.values()]
    earlier = [c for b in sentence.before[:2] for c in b.bound.values()]
    targets += [claim.target for claim in earlier]
    for target in dict.fromkeys(targets):
        value = register.value(target)
        whole = register.value(target._replace(breakdown="", cell=""))
        growth = _growth(register, target)
        if value is not None and whole and target.breakdown:
            yield HUNDRED * value / whole
        if growth is not None:
            yield growth
    for claim in sentence.bound.values():
        wholes = [
            c.mention.value for c in earlier if c.mention.value > claim.mention.value
        ]
        yield from (HUNDRED * claim.mention.value / whole for whole in wholes)
