"""Each number against the register: it matches, differs, or is not known."""

from decimal import ROUND_HALF_UP, Decimal
from typing import Final

from reports.reading.choices import Found
from reports.reading.findings import Finding
from reports.reading.mentions import Mention, Role
from reports.reading.register import Register
from reports.reading.sentence import Claim, Sentence

VERY_SURE: Final = 2.4
FAR: Final = 8
SURE: Final = 1.2
"""The least score by which a number that differs is said to."""
AS_SURE: Final = 0.86
"""A claim so close to the best is as good, where its value is the one found."""
ABOUT: Final = Decimal("0.1")
ONE: Final = Decimal(1)


def judged(sentence: Sentence, register: Register) -> list[Finding]:
    """Return a finding for each count, sum of money and percentage of the sentence."""
    return [_judged(sentence, found, register) for found in sentence.told]


def _judged(sentence: Sentence, found: Mention, register: Register) -> Finding:
    claim = sentence.bound.get(found.first)
    if claim is None:
        return of(found, Found.UNKNOWN)
    expected = expected_of(claim, register)
    if expected is None:
        return of(found, Found.UNKNOWN, claim, why="no_value")
    if agrees(found, expected, register.precision(claim.target)):
        return of(found, Found.MATCHES, claim, expected)
    other = _as_sure(sentence, found, claim, register)
    if other is not None:
        sentence.bound[found.first] = other
        return of(found, Found.MATCHES, other, expected_of(other, register))
    contested = _is_contested(sentence, found, claim)
    sure = is_sure(found, claim, expected) and not contested
    if sure or _is_swapped(sentence, found, register):
        return of(found, Found.DIFFERS, claim, expected)
    return of(found, Found.UNKNOWN, claim, why="unsure")


def of(
    found: Mention,
    kind: Found,
    claim: Claim | None = None,
    expected: Decimal | None = None,
    why: str = "",
) -> Finding:
    """Return the finding of one number; its quote is taken with the whole text."""
    if claim is None:
        reason = why or "unbound"
        return Finding(kind, found.start, found.end, found=found.value, why=reason)
    target = claim.target
    known = kind is not Found.UNKNOWN
    return Finding(
        kind,
        found.start,
        found.end,
        figure=target.figure if known else "",
        found=found.value,
        expected=expected,
        year=target.year if known else None,
        breakdown=target.breakdown if known else "",
        cell=target.cell if known else "",
        said=tuple(word for word in claim.said if word),
        why=why or str(kind),
    )


def expected_of(claim: Claim, register: Register) -> Decimal | None:
    """Return what the number should be: a value, or by how much it changed."""
    value = register.value(claim.target)
    if value is not None and is_share(claim):
        whole = register.value(claim.target._replace(breakdown="", cell=""))
        return 100 * value / whole if whole else None
    if value is None or not claim.mention.changes or claim.target.figure in GROWTHS:
        return value
    year = claim.target.year
    before = register.value(claim.target._replace(year=year - 1))
    return None if before is None else abs(value - before)


def _is_contested(sentence: Sentence, found: Mention, claim: Claim) -> bool:
    """Return whether the words stand closer to a number that nothing was found for."""
    spans = sentence.spans_of(claim.said[0]) if claim.said else []
    if not spans or claim.inherited:
        return False
    word = max(spans, key=lambda span: sentence.nearness(found, span))
    own = sentence.nearness(found, word)
    return any(
        sentence.nearness(other, word) > own
        for other in sentence.told
        if other.first not in sentence.bound and other.role is found.role
    )


def _is_swapped(sentence: Sentence, found: Mention, register: Register) -> bool:
    """Return whether another number of the sentence would be right in this place."""
    own = expected_of(sentence.bound[found.first], register)
    return any(
        claim.mention.value == own and expected_of(claim, register) == found.value
        for at, claim in sentence.bound.items()
        if at != found.first
    )


def is_share(claim: Claim) -> bool:
    """Return whether the number is the share of a cell in its figure, in percent."""
    return claim.mention.role is Role.PERCENT and bool(claim.target.breakdown)


GROWTHS: Final = frozenset(
    {"labour.contracts_growth", "labour.contracts_growth_private"}
)
"""Figures that are themselves a change."""


def agrees(found: Mention, expected: Decimal, precision: str = "") -> bool:
    """Return whether a number says what the register does, as exactly as it can."""
    if found.value == expected:
        return True
    if found.role is Role.PERCENT or found.step != 1:
        step = max(found.step, Decimal("0.01"))
        return rounded(expected, step) == rounded(found.value, step)
    said = found.said or precision
    if not said:
        return False
    off = expected - found.value
    near = abs(off) <= ABOUT * max(expected, ONE)
    signs = {"about": True, "more_than": off >= 0, "less_than": off <= 0}
    return near and signs.get(said, False) and bool(found.said)


def rounded(value: Decimal, step: Decimal) -> Decimal:
    """Return the value in whole steps, half up."""
    return (value / step).quantize(ONE, ROUND_HALF_UP) * step


def _as_sure(
    sentence: Sentence, found: Mention, claim: Claim, register: Register
) -> Claim | None:
    """Return another figure that the words call as well, and whose value is found."""
    for other in _rivals(sentence, found, claim):
        value = expected_of(other, register)
        if value is not None and agrees(found, value):
            return other
    if claim.doubtful:
        earlier = claim.target._replace(year=claim.target.year - 1)
        value = register.value(earlier)
        if value is not None and agrees(found, value):
            return Claim(found, earlier, claim.score, claim.said)
    return None


def _rivals(sentence: Sentence, found: Mention, claim: Claim) -> list[Claim]:
    taken = {c.target for at, c in sentence.bound.items() if at != found.first}
    return [
        other
        for other in sentence.claims.get(found.first, [])
        if other.score >= claim.score * AS_SURE and other.target not in taken
    ]


def is_sure(found: Mention, claim: Claim, expected: Decimal) -> bool:
    """Return whether the words leave no doubt which figure is meant.

    A "one" in words says little: it is often no number.
    """
    if found.said == "about" and found.value < 10:  # noqa: PLR2004 - "about 4 employers"
        return False
    least = SURE + 0.4 * (found.in_words and found.value == 1)
    return claim.score >= max(least, VERY_SURE if _is_far(found, expected) else 0)


def _is_far(found: Mention, expected: Decimal) -> bool:
    """Return whether the number is of another size, and may count other things."""
    low, high = sorted((found.value, expected))
    return low * FAR < high
