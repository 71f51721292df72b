"""Which figure each number of a sentence is bound to; one number, one figure."""

from collections.abc import Iterable, Iterator
from dataclasses import replace
from itertools import pairwise
from typing import Final

from reports.catalogue import FIGURES
from reports.figures import AnnualFigure
from reports.reading.assigning import LEAST, Assignment
from reports.reading.brackets import holder_of
from reports.reading.calling import pattern
from reports.reading.cells import cell_claims, cells_of
from reports.reading.claiming import figure_claims, is_of_whom
from reports.reading.mentions import Mention
from reports.reading.nouns import NOUNS, noun_of
from reports.reading.rates import payments
from reports.reading.sentence import Claim, Sentence
from reports.reading.topics import Topic, takes, topic_by_default, topics_by_words

EARLIER: Final = (0.6, 0.5, 0.45, 0.4, 0.4, 0.4, 0.4, 0.4)
ANCHOR: Final = 0.9
HEADED: Final = 0.5
SURE_ANCHOR: Final = 1.3
MOST: Final = 60
"""A sentence with more numbers is a heap of them, and nothing is bound in it."""
SHORT: Final = 7
"""So many words make a line of a list."""
OF_THEM: Final = pattern(
    "of_them|of_these|among_them|of_whom|onlardan|onların|bunlardan|из_них|среди_них|"
    "victim*|qurban*|жертв*|пострадавш*|zərərçəkmiş*"
).groups[0]
APPEALS: Final = pattern(NOUNS["appeal"]).groups[0]
BEFORE: Final = -99.0
"""What grew or fell "from 82 to 85" is named before the numbers."""
THESE: Final = frozenset(["these", "those", "этих", "bu", "hemin"])
THIS_NUMBER: Final = pattern(
    "this_figure|this_number|that_figure|that_number|the_figure|the_number_was|"
    "bu_rəqəm|bu_göstərici|bu_say|həmin_rəqəm|этот_показатель|эта_цифра|это_число|"
    "этого_показателя|их_было|такая_цифра|it_was|there_were"
).groups[0]

TOTAL: Final = pattern("total|all|sum|cəmi|yekun|ümumi|итого|всего").groups[0]
MOST_TOPICS: Final = 3
"""So many topics of appeals in one sentence are a list of them."""
TOTAL_WORDS: Final = 3

type Bound = dict[int, Claim]


def bind(sentence: Sentence) -> None:
    """Bind the numbers of the sentence, from the side where its words fit best."""
    if sentence.times.foreign or len(sentence.told) > MOST:
        return
    after, before = (_claims(sentence, side) for side in (1, -1))
    claims = _of_sides(sentence, after, before)
    sentence.bound = _assign(claims)
    for claim in claims:
        sentence.claims.setdefault(claim.mention.first, []).append(claim)
    _share(sentence)
    _inherit(sentence)


def _of_sides(
    sentence: Sentence, after: list[Claim], before: list[Claim]
) -> list[Claim]:
    """Return the claims from the side that fits better, for each part by itself."""
    scores = {sentence.part_of(m): BEFORE for m in sentence.told if m.later}
    for claims, sign in ((after, 1), (before, -1)):
        for claim in _assign(claims).values():
            part = sentence.part_of(claim.mention)
            scores[part] = scores.get(part, 0.0) + sign * claim.score
    chosen = [c for c in after if scores.get(sentence.part_of(c.mention), 0.0) >= 0]
    chosen += [c for c in before if scores.get(sentence.part_of(c.mention), 0.0) < 0]
    return sorted(chosen, key=_order)


def _share(sentence: Sentence) -> None:
    """Bind a number that is left over to its best figure, if its holder says so."""
    held = {claim.target: claim for claim in sentence.bound.values()}
    for at, (best, *_others) in sentence.claims.items():
        other = held.get(best.target)
        free = at not in sentence.bound and best.score >= LEAST
        if free and other and other.mention.value == best.mention.value:
            sentence.bound[at] = best


def _claims(sentence: Sentence, side: int) -> list[Claim]:
    """Return every claim, where words are looked for on one side first."""
    own = [m for m in sentence.told if holder_of(sentence, m) is None]
    grown = [m.later for m in own]  # these are of what they grew from
    own = [m for m in own if m not in grown]
    claims = [c for found in own for c in figure_claims(sentence, found, side)]
    tentative = _unfallen(claims)
    for found in own:
        topics = list(_topics(sentence, found, tentative))
        claims += cell_claims(sentence, found, topics, side)
    return claims


def _order(claim: Claim) -> tuple[float, int, str]:
    return (-claim.score, claim.mention.first, str(claim.target))


def _assign(claims: Iterable[Claim]) -> Bound:
    """Give each number a claim, so that all together fit best; deterministic."""
    return Assignment(sorted(claims, key=_order)).bound


def _unfallen(claims: list[Claim]) -> Bound:
    """Return the numbers that keep their best claim: what cells can belong to."""
    best: dict[int, float] = {}
    for claim in claims:
        at = claim.mention.first
        best[at] = max(best.get(at, 0.0), claim.score)
    bound = _assign(claims).items()
    return {
        at: claim for at, claim in bound if claim.score >= max(best[at], SURE_ANCHOR)
    }


def _topics(sentence: Sentence, found: Mention, bound: Bound) -> Iterator[Topic]:
    """Yield what the cells at a number may belong to, each once, surest first."""
    every = [
        *_anchors(sentence, found, bound),
        *topics_by_words(sentence),
        *_earlier(sentence),
        *topic_by_default(sentence),
    ]
    seen: set[tuple[str, int]] = set()
    for topic in sorted(every, key=lambda topic: -topic.strength):
        if (topic.figure.code, topic.year) not in seen:
            seen.add((topic.figure.code, topic.year))
            yield topic


def _anchors(sentence: Sentence, found: Mention, bound: Bound) -> Iterator[Topic]:
    """Yield the figures of the numbers around, the closest before it first."""
    whole = sentence.whole_of(found)
    for at, claim in bound.items():
        figure = FIGURES[claim.target.figure]
        if at == found.first or not isinstance(figure, AnnualFigure) or not figure.by:
            continue
        low, high = sorted((at, found.first))
        between = sum(low < first < high for first in bound)
        strength = ANCHOR / (1 + 0.06 * between) - 0.3 * (
            at > found.first and claim.mention is not whole
        )
        said = sentence.passage.text[
            claim.mention.start - sentence.passage.start : claim.mention.end
            - sentence.passage.start
        ]
        yield Topic(figure, claim.target.year, strength, f"{said} {claim.said[0]}")


def _earlier(sentence: Sentence) -> Iterator[Topic]:
    """Yield the figures with cells that the sentences before were on."""
    if not _continues(sentence):
        return
    main = sentence.times.main
    for strength, before in zip(EARLIER, sentence.before, strict=False):
        if not before.told:
            called = [*topics_by_words(before), *topic_by_default(before)]
            yield from (replace(one, strength=HEADED, year=main) for one in called)
        for claim in before.bound.values():
            yield from _of_claim(claim, main, strength)


def _of_claim(claim: Claim, main: int, strength: float) -> Iterator[Topic]:
    """Yield the figure of a number of an earlier sentence, of this year and its own."""
    figure = FIGURES[claim.target.figure]
    if isinstance(figure, AnnualFigure) and figure.by:
        said = claim.said[0] if claim.said else ""
        yield Topic(figure, main, strength, said)
        if claim.target.year != main:
            yield Topic(figure, claim.target.year, 0.95 * strength, said)


def _continues(sentence: Sentence) -> bool:
    """Tell whether a sentence speaks on of what the one before was on."""
    called = list(cells_of(sentence))
    cells = {cell for name, cell, _span in called if name != "topic"}
    topics = {cell for name, cell, _span in called if name == "topic"}
    words = sum(token.is_word for token in sentence.tokens)
    cues = (OF_THEM, APPEALS, *takes(sentence))
    cued = any(sentence.words.spans(group) for group in cues)
    listed = len(cells) > 1 or len(topics) >= MOST_TOPICS
    return words <= SHORT or listed or bool(cued) or any(payments(sentence))


def _inherit(sentence: Sentence) -> None:
    """Bind a number of another year to what the number before it is of."""
    last = _last_before(sentence)
    _refer(sentence)
    _total(sentence)
    _ahead(sentence)
    for found in sentence.told:
        earlier = (m for m in sentence.told if m.later is found)
        holder = holder_of(sentence, found) or next(earlier, None)
        last = sentence.bound.get(holder.first) if holder else last
        claim = sentence.bound.get(found.first)
        heir = _heir(sentence, found, last)
        if heir is not None and (claim is None or _is_weaker(claim, heir)):
            sentence.bound[found.first] = claim = heir
        last = claim or last


def _is_weaker(claim: Claim, heir: Claim) -> bool:
    return claim.score < heir.score and claim.target.year == heir.target.year


def _refer(sentence: Sentence) -> None:
    """Bind the number of "of these 91" to what the sentence before was on."""
    before = _subject(sentence.before[0]) if sentence.before else None
    for found in sentence.told:
        _of_whole(sentence, found)
        cue = sentence.tokens[found.first - 1].fold if found.first else ""
        free = found.first not in sentence.bound
        if before is not None and free and cue in THESE:
            year = sentence.times.main
            target = before.target._replace(year=year)
            heir = Claim(found, target, 1.2, before.said, inherited=True)
            sentence.bound[found.first] = heir


def _of_whole(sentence: Sentence, part: Mention) -> None:
    """Bind the 91 of "54 of 91" to what the 54 is a cell of."""
    whole, claim = sentence.whole_of(part), sentence.bound.get(part.first)
    if whole is None or claim is None or whole.first in sentence.bound:
        return
    if claim.target.breakdown and whole.role is part.role:
        target = claim.target._replace(breakdown="", cell="")
        heir = Claim(whole, target, 1.2, claim.said, inherited=True)
        sentence.bound[whole.first] = heir


def _ahead(sentence: Sentence) -> None:
    """Bind a number of an earlier year to what the number after it is of."""
    for found, later in pairwise(sentence.told):
        claim = sentence.bound.get(later.first)
        if found.first in sentence.bound or claim is None:
            continue
        year, doubtful = sentence.year_of(found)
        held = holder_of(sentence, found) is not None
        free = not held and (found.later is later or not _noun(sentence, found))
        if free and year < claim.target.year and found.role is later.role:
            target = claim.target._replace(year=year)
            heir = Claim(found, target, 1.2, claim.said, doubtful, inherited=True)
            sentence.bound[found.first] = heir


def _noun(sentence: Sentence, found: Mention) -> str:
    return noun_of(sentence.tokens, sentence.words, found, sentence.language)


def _total(sentence: Sentence) -> None:
    """Bind the last line of a list, "Total 91", to what the lines are cells of."""
    words = [token for token in sentence.tokens if token.is_word]
    alone = len(sentence.told) == 1 and not sentence.bound
    if not alone or len(words) > TOTAL_WORDS or not sentence.words.spans(TOTAL):
        return
    lines = [list(before.bound.values()) for before in sentence.before[:2]]
    if len(lines) > 1 and all(len(own) == 1 for own in lines):
        last, other = (own[0].target._replace(cell="") for own in lines)
        if last.breakdown and last == other:
            found = sentence.told[0]
            target = last._replace(breakdown="")
            claim = Claim(found, target, 1.2, lines[0][0].said, inherited=True)
            sentence.bound[found.first] = claim


def _last_before(sentence: Sentence) -> Claim | None:
    """Return what the sentence before ended with, where "this figure" refers to it."""
    if not sentence.before or not sentence.words.spans(THIS_NUMBER):
        return None
    return _subject(sentence.before[0])


def _subject(sentence: Sentence) -> Claim | None:
    """Return the first figure of a sentence, or else its first cell."""
    claims = [sentence.bound[at] for at in sorted(sentence.bound)]
    figures = (claim for claim in claims if not claim.target.breakdown)
    return next(figures, claims[0] if claims else None)


def _heir(sentence: Sentence, found: Mention, last: Claim | None) -> Claim | None:
    if last is None or found.role is not last.mention.role:
        return None
    year, doubtful = sentence.year_of(found)
    again = holder_of(sentence, found) is last.mention
    is_other = found.changes or again or year != last.target.year
    if not is_other or found is last.mention or is_of_whom(sentence, found):
        return None
    target = last.target._replace(year=year)
    return Claim(found, target, 1.2, last.said, doubtful, inherited=True)
