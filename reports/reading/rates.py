"""Payments at a rate: how many persons were paid how much, and what it comes to."""

from collections.abc import Iterator
from decimal import Decimal
from typing import Final, NamedTuple

from reports.reading.calling import Group, pattern
from reports.reading.choices import Found
from reports.reading.findings import Finding
from reports.reading.mentions import Mention, Role
from reports.reading.sentence import Sentence

HIGHEST: Final = 5_000
"""A rate is no larger, in AZN; what is larger is a sum."""
BESIDE: Final = 4
AWAY: Final = 8
EACH: Final = pattern(
    "each|apiece|per_person|every_one|hər_biri*|hərəyə|hərəsinə|adambaşı|hər|"
    "по|каждо*|каждый|каждая"
).groups[0]
IN_ALL: Final = pattern(
    "in_all|altogether|total*|in_total|overall|sum_of|amount*|cəmi|ümumi*|ümumilikdə|məbləğ*|"
    "всего|итого|общ*|сумм*"
).groups[0]


class Payment(NamedTuple):
    """So many persons, each paid the rate; `total` is what the text makes of it."""

    persons: Mention
    rate: Mention
    total: Mention | None


def payments(sentence: Sentence) -> Iterator[Payment]:
    """Yield each number of persons with the rate that they were paid at."""
    told = sentence.told
    rates = [m for m in told if _is_rate(sentence, m)]
    for rate in rates:
        persons = _persons(told, rate)
        if persons is not None:
            yield Payment(persons, rate, _total(sentence, persons, rate))


def _is_rate(sentence: Sentence, found: Mention) -> bool:
    """Tell whether a sum is what each is paid: 400 AZN each, по 400 манатов."""
    small = found.role is Role.MONEY and found.value <= HIGHEST
    return small and _stands(sentence, EACH, found.first - BESIDE, found.last + BESIDE)


def _persons(told: list[Mention], rate: Mention) -> Mention | None:
    """Return the count closest to a rate, rather the one before it."""
    counts = [m for m in told if m.role is Role.COUNT and not m.changes]
    before = [m for m in counts if 0 < rate.first - m.last <= AWAY]
    after = [m for m in counts if 0 < m.first - rate.last <= AWAY]
    at = told.index(rate)
    joined = [m for m in before if told.index(m) == at - 1]
    following = [m for m in after if told.index(m) == at + 1]
    return next(iter([*joined[-1:], *following[:1]]), None)


def _total(sentence: Sentence, persons: Mention, rate: Mention) -> Mention | None:
    """Return the sum that follows at once, where the words say that it is the total."""
    last = max(persons, rate, key=lambda found: found.first)
    following = [m for m in sentence.told if m.first > last.last][:1]
    if not following or following[0].role is not Role.MONEY:
        return None
    low, high = last.last, following[0].first
    near = high - low <= AWAY and _stands(sentence, IN_ALL, low, high)
    return following[0] if near else None


def _stands(sentence: Sentence, group: Group, low: int, high: int) -> bool:
    return any(low < span.first < high for span in sentence.words.spans(group))


def multiplied(sentence: Sentence) -> Iterator[Finding]:
    """Yield whether persons times rate comes to what the text says.

    A total after more than one payment, with none between, is that of them all.
    """
    open_: list[Payment] = []
    for payment in payments(sentence):
        open_.append(payment)
        if payment.total is not None:
            yield _product(open_, payment.total)
            open_ = []


def _product(paid: list[Payment], total: Mention) -> Finding:
    product = sum((one.persons.value * one.rate.value for one in paid), Decimal())
    parts = [f"{one.persons.value:f} × {one.rate.value:f}" for one in paid]
    right = product == total.value
    return Finding(
        Found.MATCHES if right else Found.SUM,
        total.start,
        total.end,
        found=product,
        expected=total.value,
        why="multiplied" if right else "sum",
        about=(" + ".join(parts),),
    )


def is_taken(sentence: Sentence, found: Mention) -> bool:
    """Return whether a sum is a rate, or what payments at one rate come to."""
    if _is_rate(sentence, found) or _is_raised(sentence, found):
        return True
    paid = list(payments(sentence))
    whole = len(paid) > 1 and all(
        one.total is None or one.total is found for one in paid
    )
    return not whole and any(found is one.total for one in paid)


def _is_raised(sentence: Sentence, found: Mention) -> bool:
    """Tell whether it is one of the rates of "raised from 400 to 700 AZN"."""
    moved = found.later is not None or any(m.later is found for m in sentence.told)
    return found.value <= HIGHEST and moved


def rate_of(found: Mention) -> str:
    """Return the cell of the breakdown by amount that a rate is."""
    return f"{Decimal(found.value).normalize():f}"
