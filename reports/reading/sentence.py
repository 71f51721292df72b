"""A sentence as it was read: its words, numbers and years, and what came before it."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Final, NamedTuple

from reports.reading.abroad import abroad, is_abroad
from reports.reading.calling import Group, Pattern, Span, Words
from reports.reading.changing import fell_from, is_change, pairs
from reports.reading.letters import folded
from reports.reading.mentions import Mention, Role, numbers
from reports.reading.passages import Passage
from reports.reading.roles import Beside, give_role, share_roles
from reports.reading.timing import Times, times_of, year_of
from reports.reading.tokens import Token, tokens

OPENING, CLOSING = "([", ")]"
BREAKS: Final = ",;:–—"
WORD_COST, NUMBER_COST, BREAK_COST, SIDE_COST = 0.045, 0.6, 0.08, 0.25
PERCENT_COST: Final = 0.15
"""A percentage often stands beside its number: 19 persons or 54.3%."""
MOST_BREAKS: Final = 4
OUT_OF_BRACKETS: Final = 0.25
BEYOND: Final = (0.25, 0.2, 0.15)
"""What a word of the sentence before counts, of the one before that, and so on."""
PART_WORDS: Final = frozenset(
    [
        "out",
        "of",
        "the",
        "these",
        "those",
        "all",
        "whole",
        "total",
        "them",
        "are",
        "were",
        "из",
        "этих",
        "всех",
        "общего",
        "числа",
    ]
)
CLOSE: Final = 0.56
FEW: Final = 4


class Target(NamedTuple):
    """What a number can be of: a figure or one of its cells, in a year."""

    figure: str
    year: int
    breakdown: str = ""
    cell: str = ""


@dataclass(slots=True)
class Claim:
    """One way to bind a number: how well the words fit, and which they are."""

    mention: Mention
    target: Target
    score: float
    said: tuple[str, ...] = ()
    doubtful: bool = False
    inherited: bool = False
    label: int = -1

    def excludes(self, other: "Claim") -> bool:
        """Return whether two numbers cannot both be bound so: one figure, one word."""
        if (
            self.mention is other.mention
            or self.mention.changes != other.mention.changes
        ):
            return False
        same_year = self.target.year == other.target.year
        one_word = same_year and self.label == other.label != -1
        return one_word or self.target == other.target


@dataclass(slots=True)
class Sentence:
    """A sentence with its numbers; `before` are the sentences before it, last first."""

    passage: Passage
    language: str
    tokens: list[Token]
    words: Words
    mentions: list[Mention]
    times: Times
    before: list["Sentence"] = field(default_factory=list)
    bound: dict[int, Claim] = field(default_factory=dict)
    claims: dict[int, list[Claim]] = field(default_factory=dict)
    depths: list[int] = field(default_factory=list)

    @property
    def told(self) -> list[Mention]:
        """Return the numbers that can be figures."""
        return [m for m in self.mentions if m.role.is_told and not m.is_label]

    def part_of(self, found: Mention) -> int:
        """Return which part of the sentence, parted by ";", a number stands in."""
        return sum(token.text == ";" for token in self.tokens[: found.first])

    def year_of(self, found: Mention) -> tuple[int, bool]:
        """Return the year of a number, and whether it may be the one before it."""
        if found.later is not None:
            return self._year_before(found, found.later), False
        year, doubtful = year_of(found, self.times, self.mentions, self.depths)
        fallen = year == self.times.main and fell_from(self.tokens, found)
        return year - fallen, doubtful

    def _year_before(self, found: Mention, later: Mention) -> int:
        """Return the year of what grew or fell into another number."""
        named = [
            year
            for span, year in self.times.years
            if found.first - 3 <= span.first < later.first
            and year < self.year_of(later)[0]
        ]
        return named[-1] if named else self.year_of(later)[0] - 1

    def is_foreign(self, found: Mention) -> bool:
        """Return whether a number is of a part of a year, or of one to come."""
        near = (self.nearness(found, span) > CLOSE for span in self.times.aside)
        single = (
            span.first <= found.first <= span.last
            or (found.first > span.last and self.nearness(found, span) > CLOSE)
            for span in self.times.instances
        )
        return any(near) or any(single)

    def said(self, span: Span) -> str:
        """Return the words of the text at a span."""
        start = self.tokens[span.first].start - self.passage.start
        return self.passage.text[
            start : self.tokens[span.last].end - self.passage.start
        ]

    def spans_of(self, said: str) -> list[Span]:
        """Return where the words stand."""
        words = [folded(word) for word in said.split()]
        folds = [token.fold for token in self.tokens]
        places = range(len(folds) - len(words) + 1)
        return [
            Span(at, at + len(words) - 1)
            for at in places
            if folds[at : at + len(words)] == words
        ]

    def nearness(self, found: Mention, span: Span, side: int = 0) -> float:
        """Return how close words stand to a number, 1 beside it, towards 0 far away.

        `side` is where the words are looked for: after the number 1, before it -1.
        """
        after = span.first > found.last
        if not after and span.last >= found.first:
            return 0.0
        low, high = (
            (found.last + 1, span.first) if after else (span.last + 1, found.first)
        )
        here, there = self.depths[found.first], self.depths[span.first]
        cost = self._cost(low, high, min(here, there), self.whole_of(found))
        cost += OUT_OF_BRACKETS * (here != there)
        wrong_side = side and (side > 0) != after
        return 1 / (1 + cost + SIDE_COST * bool(wrong_side))

    def _cost(self, low: int, high: int, depth: int, whole: Mention | None) -> float:
        between = [at for at in range(low, high) if self.depths[at] <= depth]
        words = sum(self.tokens[at].is_word for at in between)
        signs = [self.tokens[at].text for at in between]
        breaks = sum(sign in BREAKS for sign in signs if sign)
        breaks += 2 * MOST_BREAKS * signs.count(";")
        parted = sum(
            PERCENT_COST if other.role is Role.PERCENT else NUMBER_COST
            for other in self.told
            if low <= other.first < high
            and self.depths[other.first] <= depth
            and other is not whole
        )
        cost = WORD_COST * words + parted
        return cost + BREAK_COST * min(breaks, 3 * MOST_BREAKS)

    def whole_of(self, found: Mention) -> Mention | None:
        """Return the number that this one is a part of: the 6 of "5 out of 6"."""
        following = (other for other in self.told if other.first > found.last)
        other = next(following, None)
        if other is None:
            return None
        words = [t.fold for t in self.tokens[found.last + 1 : other.first]]
        joined = set(words) & {"of", "из"} and set(words) <= PART_WORDS
        counted = len(words) <= FEW and (
            words[-2:] == ["out", "of"] or words[1:] == ["из"]
        )
        return other if joined or counted else None

    def nearest(self, found: Mention, group: Group, side: int) -> tuple[float, str]:
        """Return how close the group's words come, and those words."""
        best, said = 0.0, ""
        for span in self.words.spans(group):
            near = self.nearness(found, span, side)
            if near > best:
                best, said = near, self.said(span)
        if best or not group.beyond:
            return best, said
        return self._beyond(group)

    def _beyond(self, group: Group) -> tuple[float, str]:
        for worth, sentence in zip(BEYOND, self.before, strict=False):
            for span in sentence.words.spans(group):
                return worth, sentence.said(span)
        return 0.0, ""

    def stands(self, called: Pattern) -> bool:
        """Return whether the sentence has all that a pattern wants."""
        return all(
            self.words.spans(group) or (group.beyond and self._beyond(group)[0])
            for group in called.wanted
        )


def sentence_of(
    text: str, passage: Passage, language: str, year: int, before: list[Sentence]
) -> Sentence:
    """Return the sentence at a passage of the text."""
    own = list(tokens(text, passage.start, passage.end))
    return sentence_of_tokens(own, passage, language, year, before)


def sentence_of_tokens(
    own: list[Token],
    passage: Passage,
    language: str,
    year: int,
    before: list[Sentence],
) -> Sentence:
    """Return the sentence of such words, which need not follow each other."""
    words = Words(own)
    mentions = list(numbers(own, language))
    for found in mentions:
        give_role(own, found)
        found.changes = is_change(Beside(own, found))
    share_roles(own, mentions)
    for one, two in pairs(own, mentions, language):
        one.later = two
        one.said = two.said = ""  # "до" is no "up to" here
    times = times_of(own, mentions, year, words)
    times.foreign |= is_abroad(own, words, language)
    times.aside += abroad(words, language)
    return Sentence(
        passage,
        language,
        own,
        words,
        mentions,
        times,
        before,
        depths=list(_depths(own)),
    )


def _depths(words: list[Token]) -> Iterator[int]:
    depth = 0
    for token in words:
        depth += token.text in OPENING
        yield depth
        depth = max(0, depth - (token.text in CLOSING))
