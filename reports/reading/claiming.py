"""Which figures a number may be of, by the words around it that call them."""

from collections.abc import Iterator, Mapping
from functools import cache
from typing import Final

from reports.catalogue import FIGURES
from reports.catalogue.called import CALLED
from reports.catalogue.called.cells import CELLS, COURT_YEARS, SEXES
from reports.choices import Unit
from reports.figures import Cumulative, Figure
from reports.reading.calling import Called, Group, Pattern, Span, pattern
from reports.reading.mentions import Mention, Role
from reports.reading.nouns import NOUNS, can_be, noun_of
from reports.reading.rates import is_taken, payments
from reports.reading.sentence import CLOSE, Claim, Sentence, Target
from reports.reading.speech import OF_WHICH

OF_ALL_YEARS: Final = 0.35
"""What the words for a year's figure count where the sentence is on all years."""
PART_OF: Final = 0.45
NO_PROOF: Final = 0.75
ALONE: Final = 0.45
"""What stands for a second group, where one word says it all: convicted."""
BESIDE: Final = 0.9
HEADING: Final = 0.6
HEAD: Final = 0.42
"""How close the first words of a pattern must come: what is counted."""
IN_ALL: Final = pattern(
    "in_all|altogether|in_total|cəmi|ümumilikdə|birlikdə|всего|итого"
).groups[0]
OF_SUBJECT: Final = {
    "en": pattern("of|among|out_of").groups[0],
    "az": pattern("arasında|içərisində").groups[0],
    "ru": pattern("из|среди").groups[0],
}


@cache
def patterns(language: str) -> Mapping[str, tuple[Pattern, ...]]:
    """Return the patterns of every figure in a language."""
    return {code: called.patterns(language) for code, called in CALLED.items()}


@cache
def groups(called: Called, language: str) -> tuple[Group, ...]:
    """Return the words that call a cell in a language."""
    return tuple(p.groups[0] for p in called.patterns(language))


def figure_claims(sentence: Sentence, found: Mention, side: int) -> Iterator[Claim]:
    """Yield how each figure fits a number, by its best pattern."""
    noun = noun_of(sentence.tokens, sentence.words, found, sentence.language)
    if sentence.is_foreign(found) or (
        found.role is Role.MONEY and is_taken(sentence, found)
    ):
        return
    year, doubtful = sentence.year_of(found)
    year = sentence.times.main if found.changes else year
    for code, figure in FIGURES.items():
        if not can_be(figure, found, noun):
            continue
        weight = _of_years(sentence, figure) * _of_all(sentence, found, figure, noun)
        best = max(
            (_fit(sentence, found, p, side) for p in patterns(sentence.language)[code]),
            key=lambda fit: fit[0],
        )
        if best[0] * weight > 0:
            until = sentence.times.until if isinstance(figure, Cumulative) else None
            target = Target(code, until or year)
            yield Claim(found, target, best[0] * weight, best[1], doubtful)


def _of_years(sentence: Sentence, figure: Figure) -> float:
    """Return 1, or less for a figure of a year in a sentence on all years."""
    since = bool(sentence.times.since)
    if isinstance(figure, Cumulative):
        return 1.3 if since else 0.0
    return OF_ALL_YEARS if since else 1.0


def _of_all(sentence: Sentence, found: Mention, figure: Figure, noun: str) -> float:
    """Return 1, or less where the number is of women, of children or of a part."""
    grown = figure.unit == Unit.PERSON
    is_part = sentence.whole_of(found) is not None
    is_child = grown and noun == "child"
    is_sexed = grown and _is_sexed(sentence, found)
    is_topical = figure.unit == Unit.APPEAL and _is_topical(sentence, found)
    is_paid = any(one.persons is found for one in payments(sentence))
    is_split = figure.code == "accused.sent_to_court" and _is_split(sentence, found)
    is_all = figure.unit == Unit.OFFENCE and _is_all(sentence, found)
    smaller = (is_part, is_child, is_sexed, is_topical, is_paid, is_split, is_all)
    return PART_OF if any(smaller) else 1.0


def _is_split(sentence: Sentence, found: Mention) -> bool:
    """Return whether it is told in which year those convicted were sent to court."""
    return any(
        sentence.nearness(found, span) > CLOSE
        for called in COURT_YEARS.values()
        for group in groups(called, sentence.language)
        for span in sentence.words.spans(group)
    )


def _is_all(sentence: Sentence, found: Mention) -> bool:
    """Return whether a number ends a list as its total: "4 and 36, 226 in all"."""
    before = [m for m in sentence.told if m.first < found.first]
    return len(before) > 1 and any(
        sentence.nearness(found, span) > BESIDE for span in sentence.words.spans(IN_ALL)
    )


def _is_topical(sentence: Sentence, found: Mention) -> bool:
    """Return whether the number is of the appeals on one topic: the closest to it.

    Where more topics are named than numbers, they are those of the total.
    """
    spans = {
        cell: sentence.words.spans(group)
        for cell, called in CELLS["topic"].items()
        for group in groups(called, sentence.language)
    }
    named = [span for found_ in spans.values() for span in found_[:1]]
    told = [m for m in sentence.told if m.role is Role.COUNT]
    if len(named) > len(told):
        return False
    return any(
        max(told, key=lambda one: sentence.nearness(one, span)) is found
        and sentence.nearness(found, span) > HEADING
        for span in named
    )


def _is_sexed(sentence: Sentence, found: Mention) -> bool:
    """Return whether women or men stand beside the number as what it counts.

    So they do in "the number of women victims rose to 85".
    """
    victims = {
        span.first for span in sentence.words.spans(pattern(NOUNS["victim"]).groups[0])
    }
    return any(
        sentence.nearness(found, span) > BESIDE
        if span.first > found.last
        else span.last + 1 in victims and sentence.nearness(found, span) > HEADING
        for called in SEXES.values()
        for group in groups(called, sentence.language)
        for span in sentence.words.spans(group)
    )


def _fit(
    sentence: Sentence, found: Mention, called: Pattern, side: int
) -> tuple[float, tuple[str, ...]]:
    nears: list[float] = []
    said = []
    for at, group in enumerate(called.wanted):
        near, words = sentence.nearest(found, group, side)
        if near <= (HEAD if at == 0 else 0):
            return 0.0, ()
        nears.append(near)
        said.append(words)
    if _is_denied(sentence, found, called):
        return 0.0, ()
    score = nears[0] * (1 + (sum(nears[1:]) or ALONE))
    score *= NO_PROOF if called.weak else 1
    score *= PART_OF if _is_part(sentence, found, called.wanted[0]) else 1
    return score, tuple(dict.fromkeys(said))


def _is_denied(sentence: Sentence, found: Mention, called: Pattern) -> bool:
    """Tell whether a word stands close with which the pattern does not hold."""
    return any(
        sentence.nearness(found, span) > CLOSE
        for group in called.forbidden
        for span in sentence.words.spans(group)
        if not group.only_before or span.last < found.first
    )


def _is_part(sentence: Sentence, found: Mention, head: Group) -> bool:
    """Tell whether the number is a part of what is called: "of the victims 12 ..."."""
    spans = sentence.words.spans(head)
    if spans and is_of_whom(sentence, found):
        return all(span.last < found.first for span in spans)
    for span in sentence.words.spans(head):
        if span.last >= found.first:
            continue
        if any(
            other.first > span.last and other is not found and other.last < found.first
            for other in sentence.told
        ):
            continue
        if _begins_with_of(sentence, span) or _ends_with_from(sentence, span):
            return not any(s.first > found.last for s in sentence.words.spans(head))
    return False


def is_of_whom(sentence: Sentence, found: Mention) -> bool:
    """Tell whether "of whom", "из них" and the like stand just before the number."""
    before = tuple(token.fold for token in sentence.tokens[: found.first])
    return any(before[-len(words) :] == words for words in OF_WHICH)


def _begins_with_of(sentence: Sentence, span: Span) -> bool:
    for of in sentence.words.spans(OF_SUBJECT[sentence.language]):
        close = 0 < span.first - of.last <= 4  # noqa: PLR2004 - "of the newly identified"
        if close and not any(of.last < m.first < span.first for m in sentence.told):
            return of.first == 0 or sentence.tokens[of.first - 1].text in ",;:–—("
    return False


def _ends_with_from(sentence: Sentence, span: Span) -> bool:
    """Tell whether the word has the Azerbaijani ending of what is taken from."""
    word = sentence.tokens[span.last].fold
    return sentence.language == "az" and word.endswith(
        ("lerden", "lardan", "indan", "inden")
    )
