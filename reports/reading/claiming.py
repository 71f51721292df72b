"""What a number may be of: the figures and cells that the words around it call."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from typing import Final

from reports.catalogue import FIGURES
from reports.catalogue.called import CALLED
from reports.catalogue.called.cells import CELLS, CUES, SEXES
from reports.choices import Unit
from reports.figures import AnnualFigure, Cumulative, Figure
from reports.reading.calling import Called, Group, Pattern, Span, pattern
from reports.reading.mentions import Mention, Role
from reports.reading.nouns import NOUNS, PEOPLE, can_be, noun_of
from reports.reading.rates import HIGHEST, is_taken, payments, rate_of
from reports.reading.sentence import CLOSE, Claim, Sentence, Target

OF_ALL_YEARS: Final = 0.35
"""What the words for a year's figure count where the sentence is on all years."""
PART_OF: Final = 0.45
NO_PROOF: Final = 0.75
ALONE: Final = 0.45
"""What stands for a second group, where one word says it all: convicted."""
BESIDE: Final = 0.9
HEADING: Final = 0.6
SAID: Final = 0.8
"""How strong a topic is that the sentence itself has."""
OF_THE: Final = 3
HEAD: Final = 0.42
"""How close the first words of a pattern must come: what is counted."""
CELL_HEAD: Final = 0.62
COURT_HEAD: Final = 0.8
CELL_WEIGHT: Final = 1.25
CUE_BONUS: Final = 0.15
PERSONS: Final = frozenset({"", "person", "child", "victim", "accused"})
COUNTED: Final = {Unit.APPEAL: frozenset({"", "appeal", "person"})}
"""The nouns with which the cells of a figure are counted, by its unit."""
COUNTRIES: Final = ("citizenship", "country_of_exploitation")
OF_SUBJECT: Final = {
    "en": pattern("of|among|out_of").groups[0],
    "az": pattern("arasında|içərisində").groups[0],
    "ru": pattern("из|среди").groups[0],
}
FROM: Final = ("dan", "den", "li", "lu")


@cache
def patterns(language: str) -> Mapping[str, tuple[Pattern, ...]]:
    """Return the patterns of every figure in a language."""
    return {code: called.patterns(language) for code, called in CALLED.items()}


@cache
def _groups(called: Called, language: str) -> tuple[Group, ...]:
    return tuple(p.groups[0] for p in called.patterns(language))


@dataclass(frozen=True, slots=True)
class Topic:
    """A figure that the sentence is on, and how surely."""

    figure: AnnualFigure
    year: int
    strength: float
    said: str


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
    smaller = (is_part, is_child, is_sexed, is_topical, is_paid)
    return PART_OF if any(smaller) else 1.0


def _is_topical(sentence: Sentence, found: Mention) -> bool:
    """Return whether the number is of the appeals on one topic: the closest to it.

    Where more topics are named than numbers, they are those of the total.
    """
    spans = {
        cell: sentence.words.spans(group)
        for cell, called in CELLS["topic"].items()
        for group in _groups(called, sentence.language)
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
        for group in _groups(called, sentence.language)
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


def cell_claims(
    sentence: Sentence, found: Mention, topics: list[Topic], side: int
) -> Iterator[Claim]:
    """Yield how the cells of the figures in question fit a number."""
    noun = noun_of(sentence.tokens, sentence.words, found, sentence.language)
    if found.role is Role.MONEY or sentence.times.since:
        return
    if sentence.is_foreign(found):
        return
    year, doubtful = sentence.year_of(found)
    kinds = PEOPLE.get(noun, ("",))
    dependants = _is_of_dependants(sentence)
    for name, cell, near, span in _called_cells(sentence, found, side):
        said = sentence.said(span)
        for topic in topics:
            called = name in topic.figure.by and topic.figure.code.startswith(kinds)
            called &= cell != "children" or topic.strength >= SAID or not dependants
            if called and noun in COUNTED.get(topic.figure.unit, PERSONS):
                target = Target(
                    topic.figure.code, _year(year, topic, sentence), name, cell
                )
                score = near * CELL_WEIGHT + topic.strength
                words = (said, topic.said)
                yield Claim(found, target, score, words, doubtful, label=span.first)


def _is_of_dependants(sentence: Sentence) -> bool:
    """Tell whether the sentence is on children who are no victims: of them, at school."""
    children = sentence.words.spans(pattern(NOUNS["child"]).groups[0])
    victims = sentence.words.spans(pattern(NOUNS["victim"]).groups[0])
    if any(abs(c.first - v.first) <= OF_THE for c in children for v in victims):
        return True
    known = patterns(sentence.language)
    return any(
        sentence.stands(p)
        for code, figure in FIGURES.items()
        if figure.unit == Unit.CHILD
        for p in known[code]
        if not p.weak
    )


def _year(year: int, topic: Topic, sentence: Sentence) -> int:
    """Return the year of the topic where the sentence itself tells none."""
    told = sentence.times.years or year != sentence.times.main
    return year if told else topic.year


def _called_cells(
    sentence: Sentence, found: Mention, side: int
) -> Iterator[tuple[str, str, float, Span]]:
    for other in sentence.mentions:
        if other.role is Role.MONEY and other.value <= HIGHEST:
            span = Span(other.first, other.last)
            yield "amount", rate_of(other), sentence.nearness(found, span), span
    for name, cell, span in cells_of(sentence):
        near = sentence.nearness(found, span, side)
        if near <= (COURT_HEAD if name == "sent_to_court" else CELL_HEAD):
            continue
        if name in COUNTRIES:
            near += CUE_BONUS * _cued(sentence, name, span)
        yield name, cell, near, span


def cells_of(sentence: Sentence) -> Iterator[tuple[str, str, Span]]:
    """Yield the cells that the sentence calls: breakdown, cell, where."""
    for name, cells in CELLS.items():
        for cell, called in cells.items():
            for group in _groups(called, sentence.language):
                for span in sentence.words.spans(group):
                    yield name, cell, span


def _cued(sentence: Sentence, name: str, span: Span) -> int:
    """Return 1 where the words beside a country say what it is, -1 for the other."""
    is_citizen = _is_citizen(sentence, span)
    if name == "citizenship":
        return 2 if is_citizen else -1
    return -4 if is_citizen else 1


def _is_citizen(sentence: Sentence, span: Span) -> bool:
    """Tell whether "national", "from" and the like belong to the country at a span."""
    if sentence.tokens[span.last].fold.endswith(FROM) and sentence.language == "az":
        return True
    if sentence.tokens[span.first - 1].fold in TO if span.first else False:
        return False
    group = _groups(CUES["citizenship"], sentence.language)[0]
    return any(_reaches(sentence, span, cue) for cue in sentence.words.spans(group))


def _reaches(sentence: Sentence, span: Span, cue: Span) -> bool:
    """Tell whether a cue stands at the country, or ends a list that it is in."""
    low, high = sorted((cue.first, span.last))
    between = sentence.tokens[low + 1 : high]
    if any(token.is_number for token in between):
        chained = len(between) <= CHAIN and not any(t.text in ",;" for t in between)
        listed = _is_listed(sentence, span, cue)
        return (chained or listed) and cue.first > span.last
    return -2 <= cue.first - span.last < 4  # noqa: PLR2004 - "from", "was a citizen of"


def _is_listed(sentence: Sentence, span: Span, cue: Span) -> bool:
    """Tell whether only numbers and countries stand between: 89-u A., 1-i B., 1-i C."""
    known = {
        at
        for name, _cell, found in cells_of(sentence)
        if name == "citizenship"
        for at in range(found.first, found.last + 1)
    }
    between = range(span.last + 1, cue.first)
    words = (at for at in between if sentence.tokens[at].is_word and at not in known)
    return all(len(sentence.tokens[at].fold) <= SHORT for at in words)


SHORT: Final = 3
CHAIN: Final = 5
"""How long "and 1 was Tajikistan" may be before the word that tells."""
TO: Final = frozenset(["to", "in", "into", "в", "во", "на"])


def topics_by_words(sentence: Sentence) -> Iterator[Topic]:
    """Yield the figures with cells whose words stand in the sentence."""
    for code, figure in FIGURES.items():
        if isinstance(figure, AnnualFigure) and figure.by:
            known = patterns(sentence.language)[code]
            proofs = (p for p in known if not p.weak)
            hit = next((p for p in proofs if sentence.stands(p)), None)
            if hit is not None:
                words = [
                    sentence.said(s)
                    for g in hit.wanted
                    for s in sentence.words.spans(g)
                ]
                yield Topic(figure, sentence.times.main, 0.55, words[0])


TAKEN: Final = Called(
    en=("traffick*|exploit*|taken|transport*|sold",),
    az=("istismar*|aparıl*|satıl*|alver*",),
    ru=("вывез*|эксплуат*|продан*|торговл*",),
)


def takes(sentence: Sentence) -> tuple[Group, ...]:
    """Return the words for taking and exploiting people, in the sentence's language."""
    return _groups(TAKEN, sentence.language)


def topic_by_default(sentence: Sentence) -> Iterator[Topic]:
    """Yield the identified victims, where people are said to be taken somewhere."""
    spans = [s for g in takes(sentence) for s in sentence.words.spans(g)]
    figure = FIGURES["victims.identified"]
    if spans and isinstance(figure, AnnualFigure):
        yield Topic(figure, sentence.times.main, 0.3, sentence.said(spans[0]))
