"""Which cells of the figures a number may be of: sexes, countries, topics, rates."""

from collections.abc import Iterator
from typing import Final

from reports.catalogue import FIGURES
from reports.catalogue.called.cells import CELLS, CUES
from reports.choices import Unit
from reports.reading.calling import Span, pattern
from reports.reading.claiming import groups, patterns
from reports.reading.mentions import Mention, Role
from reports.reading.nouns import NOUNS, PEOPLE, noun_of
from reports.reading.rates import HIGHEST, rate_of
from reports.reading.sentence import Claim, Sentence, Target
from reports.reading.topics import Topic

SAID: Final = 0.8
"""How strong a topic is that the sentence itself has."""
OF_THE: Final = 3
CELL_HEAD: Final = 0.62
COURT_HEAD: Final = 0.8
CELL_WEIGHT: Final = 1.25
CUE_BONUS: Final = 0.15
PERSONS: Final = frozenset({"", "person", "child", "victim", "accused"})
COUNTED: Final = {Unit.APPEAL: frozenset({"", "appeal", "person"})}
"""The nouns with which the cells of a figure are counted, by its unit."""
COUNTRIES: Final = ("citizenship", "country_of_exploitation")
JOINING: Final = frozenset(["and", "və", "ve", "и"])
FROM: Final = ("dan", "den", "li", "lu")
SHORT: Final = 3
CHAIN: Final = 5
"""How long "and 1 was Tajikistan" may be before the word that tells."""
TO: Final = frozenset(["to", "in", "into", "в", "во", "на"])


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
    """Tell whether the sentence is on children who are no victims: those of victims."""
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
    for name, cell, span in _alone(sentence):
        near = sentence.nearness(found, span, side)
        if near <= (COURT_HEAD if name == "sent_to_court" else CELL_HEAD):
            continue
        if name in COUNTRIES:
            near += CUE_BONUS * _cued(sentence, name, span)
        yield name, cell, near, span


def _alone(sentence: Sentence) -> Iterator[tuple[str, str, Span]]:
    """Yield the cells that are not called together: women and men of one number."""
    called = list(cells_of(sentence))
    for name, cell, span in called:
        if not any(
            name == other and cell != another and _is_joined(sentence, span, place)
            for other, another, place in called
        ):
            yield name, cell, span


def _is_joined(sentence: Sentence, one: Span, two: Span) -> bool:
    first, second = sorted((one, two))
    between = sentence.tokens[first.last + 1 : second.first]
    return len(between) == 1 and between[0].fold in JOINING


def cells_of(sentence: Sentence) -> Iterator[tuple[str, str, Span]]:
    """Yield the cells that the sentence calls: breakdown, cell, where."""
    for name, cells in CELLS.items():
        for cell, called in cells.items():
            for group in groups(called, sentence.language):
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
    group = groups(CUES["citizenship"], sentence.language)[0]
    return any(_reaches(sentence, span, cue) for cue in sentence.words.spans(group))


def _reaches(sentence: Sentence, span: Span, cue: Span) -> bool:
    """Tell whether a cue stands at the country, or ends a list that it is in."""
    following = sentence.tokens[cue.last + 1 : cue.last + 2]
    if any(token.is_number for token in following):  # it rose from 3
        return False
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
