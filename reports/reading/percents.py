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
from reports.reading.sentence import Claim, Sentence

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
    pairs = list(_pairs(sentence, found))
    for part, whole in pairs:
        if _is(found, HUNDRED * part.value / whole.value):
            return of(sentence, found, Found.MATCHES, claim, found.value, "computed")
    known = [claim] if claim is not None else []
    shares = [expected_of(c, register) for c in known]
    shares += [share for share in _shares(sentence, found, register)]
    shares = [share for share in shares if share is not None]
    if any(_is(found, share) for share in shares):
        return of(sentence, found, Found.MATCHES, claim, found.value, "computed")
    return _wrong(sentence, found, pairs, shares)


def _wrong(
    sentence: Sentence,
    found: Mention,
    pairs: list[tuple[Mention, Mention]],
    shares: list[Decimal],
) -> Finding | None:
    claim = sentence.bound.get(found.first)
    if len(pairs) == 1:
        part, whole = pairs[0]
        expected = rounded(HUNDRED * part.value / whole.value, _step(found))
    elif claim is not None and shares:
        expected = rounded(shares[0], _step(found))
    else:
        return None
    return of(sentence, found, Found.PERCENT, claim, expected, "percent")


def _step(found: Mention) -> Decimal:
    return min(found.step, Decimal("0.1"))


def _is(found: Mention, value: Decimal) -> bool:
    """Return whether the percentage is the value, rounded as it is written."""
    slack = found.step * (Decimal("0.5") if not found.said else 3)
    return abs(found.value - value) <= slack


def _pairs(sentence: Sentence, found: Mention) -> Iterator[tuple[Mention, Mention]]:
    """Yield the part and the whole that a percentage stands on, both close to it."""
    near = [
        other
        for other in sentence.told
        if other.role is not Role.PERCENT
        and abs(other.first - found.first) <= FAR
        and not other.changes
    ]
    if sentence.words.spans(GROWTH):
        return
    beside = sorted(near, key=lambda other: abs(other.first - found.first))[:3]
    for part, whole in permutations(beside, 2):
        if 0 < part.value < whole.value and _touches(sentence, found, part):
            yield part, whole


def _touches(sentence: Sentence, found: Mention, part: Mention) -> bool:
    """Return whether the part is said in one breath: 19 persons or 54.3%, 19 (54.3%)."""
    low, high = sorted((found.first, part.first))
    between = sentence.tokens[low + 1 : high]
    words = sum(token.is_word for token in between)
    joined = any(
        token.fold in {"or", "ve", "ya", "yaxud", "или"} or token.text in "(,)–—-"
        for token in between
    )
    return words <= 4 and joined  # noqa: PLR2004 - "19 wanted persons or 54.3%"


def _shares(
    sentence: Sentence, found: Mention, register: Register
) -> Iterator[Decimal]:
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
    _ = found, Claim
