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
from reports.reading.sentence import Sentence

HUNDRED: Final = Decimal(100)
FAR: Final = 14
GROWTH: Final = pattern(
    "increas*|decreas*|grew|fell|rose|dropp*|declin*|less_than|more_than|fewer|growth|"
    "artıb|azalıb|artmış*|azalmış*|artım*|azalma*|çox|az|"
    "увелич*|сократ*|вырос*|снизи*|уменьш*|рост|больше|меньше"
).groups[0]


def percentages(sentence: Sentence, register: Register) -> list[Finding]:
    """Return a finding for each percentage that can be computed again."""
    every = [found for found in sentence.mentions if found.role is Role.PERCENT]
    computed = [_computed(sentence, found, register) for found in every]
    return [finding for finding in computed if finding is not None]


def _computed(sentence: Sentence, found: Mention, register: Register) -> Finding | None:
    if sentence.times.foreign:
        return None
    claim = sentence.bound.get(found.first)
    pairs = _pairs(sentence, found)
    for part, whole in pairs:
        if _is(found, HUNDRED * part.value / whole.value):
            return of(found, Found.MATCHES, claim, found.value, "computed")
    shares = list(_shares(sentence, register))
    own = expected_of(claim, register) if claim is not None else None
    shares = [own, *shares] if own is not None else shares
    if any(_is(found, share) for share in shares):
        return of(found, Found.MATCHES, claim, found.value, "computed")
    return _wrong(sentence, found, pairs, shares)


def _wrong(
    sentence: Sentence,
    found: Mention,
    pairs: list[tuple[Mention, Mention]],
    shares: list[Decimal],
) -> Finding | None:
    claim = sentence.bound.get(found.first)
    if pairs and _stands_on_numbers(sentence, found):
        part, whole = pairs[0]
        expected = rounded(HUNDRED * part.value / whole.value, _step(found))
    elif claim is not None and shares:
        expected = rounded(shares[0], _step(found))
    else:
        return None
    return of(found, Found.PERCENT, claim, expected, "percent")


def _step(found: Mention) -> Decimal:
    return min(found.step, Decimal("0.1"))


def _is(found: Mention, value: Decimal) -> bool:
    """Return whether the percentage is the value, rounded as it is written."""
    slack = found.step * (Decimal("0.5") if not found.said else 3)
    return abs(found.value - value) <= slack


def _pairs(sentence: Sentence, found: Mention) -> list[tuple[Mention, Mention]]:
    """Return part and whole that a percentage may stand on, the likeliest first."""
    if sentence.words.spans(GROWTH) and not sentence.words.spans(JOINED):
        return []
    before, after = _around(sentence, found)
    beside = [*before, *after]
    pairs = [
        (part, whole)
        for part, whole in permutations(beside, 2)
        if 0 < part.value < whole.value
    ]
    return sorted(pairs, key=lambda pair: _unlikely(sentence, found, *pair))


JOINED: Final = pattern("or|və_ya|yaxud|или|yəni|то_есть").groups[0]


def _around(sentence: Sentence, found: Mention) -> tuple[list[Mention], list[Mention]]:
    counts = [m for m in sentence.told if m.role is Role.COUNT and not m.changes]
    before = [m for m in counts if 0 < found.first - m.last <= FAR]
    after = [m for m in counts if 0 < m.first - found.last <= FAR]
    return before[-2:], after[:2]


def _unlikely(
    sentence: Sentence, found: Mention, part: Mention, whole: Mention
) -> tuple[bool, bool, int]:
    """Return what sorts the pairs: "24 of the 40" first, then the closest."""
    away = abs(found.first - part.first) + abs(found.first - whole.first)
    return (sentence.whole_of(part) is not whole, part.first > whole.first, away)


def _stands_on_numbers(sentence: Sentence, found: Mention) -> bool:
    """Return whether a percentage says again what two numbers said: 19, or 54.3%."""
    before = sentence.tokens[found.first - 1] if found.first else None
    joining = {"or", "ya", "yaxud", "или", "(", "yeni", "есть"}
    after = sentence.tokens[min(found.last + 2, len(sentence.tokens) - 1)]
    return (before is not None and before.fold in joining) or after.text == "("


def _shares(sentence: Sentence, register: Register) -> Iterator[Decimal]:
    """Yield the shares and growths of the figures that the sentence is on."""
    targets = [claim.target for claim in sentence.bound.values()]
    targets += [c.target for b in sentence.before[:1] for c in b.bound.values()]
    for target in dict.fromkeys(targets):
        value = register.value(target)
        whole = register.value(target._replace(breakdown="", cell=""))
        before = register.value(target._replace(year=target.year - 1))
        if value is not None and whole and target.breakdown:
            yield HUNDRED * value / whole
        if value is not None and before:
            yield abs(HUNDRED * (value - before) / before)
