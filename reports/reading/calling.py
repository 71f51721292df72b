"""How a figure is called in words: patterns, and where a sentence has them.

A pattern is groups parted by blanks: each must stand in the sentence. A group is words
parted by "|", any of which will do. A word ending in "*" is the beginning of a word;
"_" joins words that follow each other. "~" before a group: it may also stand in the
sentence or two before. "?" before the first group: these words alone are no proof. "!"
before a group: where it stands close, the pattern does not hold; "^": where it stands
close before the number.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import lru_cache
from typing import Final, NamedTuple

from reports.reading.letters import folded
from reports.reading.tokens import Token

type Phrase = tuple[str, ...]
BEYOND: Final = "~"
NOT: Final = "!"
NOT_BEFORE: Final = "^"
LETTERS: Final = 3
WEAK: Final = "?"


class Called(NamedTuple):
    """The ways in which people call one thing, by language."""

    en: tuple[str, ...]
    az: tuple[str, ...]
    ru: tuple[str, ...]

    def patterns(self, language: str) -> tuple["Pattern", ...]:
        """Return the patterns of a language."""
        return tuple(pattern(said) for said in getattr(self, language))


class Group(NamedTuple):
    """Words of which one must stand there."""

    phrases: tuple[Phrase, ...]
    beyond: bool = False
    forbidden: bool = False
    only_before: bool = False


class Pattern(NamedTuple):
    """Groups that call one thing together."""

    said: str
    groups: tuple[Group, ...]
    weak: bool = False

    @property
    def wanted(self) -> list[Group]:
        """Return the groups that must be there."""
        return [group for group in self.groups if not group.forbidden]

    @property
    def forbidden(self) -> list[Group]:
        """Return the groups that must not be close."""
        return [group for group in self.groups if group.forbidden]


class Span(NamedTuple):
    """Words of a sentence: the first and the last token."""

    first: int
    last: int


@lru_cache(maxsize=5_000)
def pattern(said: str) -> Pattern:
    """Return the pattern written so."""
    groups = said.removeprefix(WEAK).split()
    return Pattern(said, tuple(map(_group, groups)), said.startswith(WEAK))


def _group(said: str) -> Group:
    mark = said[0] if said[0] in BEYOND + NOT + NOT_BEFORE else ""
    words = said.removeprefix(mark).split("|")
    phrases = tuple(tuple(map(_stem, word.split("_"))) for word in words)
    forbidden = mark in {NOT, NOT_BEFORE}
    return Group(phrases, mark == BEYOND, forbidden, mark == NOT_BEFORE)


def _stem(word: str) -> str:
    bare = folded(word.removesuffix("*"))
    return f"{bare}*" if word.endswith("*") else bare


class Words:
    """The words of a sentence, to be asked where a group stands."""

    def __init__(self, tokens: Sequence[Token]) -> None:
        self.tokens = tokens
        folds = {at: token.fold for at, token in enumerate(tokens) if token.is_word}
        folds |= dict(_articles(tokens))
        self.places = sorted(folds)
        self.folds = [folds[at] for at in self.places]
        self._known: dict[Phrase, tuple[Span, ...]] = {}
        self._begun: dict[str, list[int]] = {}
        for at, fold in enumerate(self.folds):
            self._begun.setdefault(fold[:LETTERS], []).append(at)

    def spans(self, group: Group) -> list[Span]:
        """Return every place where one of the group's words stands."""
        return [span for phrase in group.phrases for span in self._of(phrase)]

    def has(self, groups: Iterable[Group]) -> bool:
        """Return whether each group stands somewhere in the sentence."""
        return all(self.spans(group) for group in groups)

    def _of(self, phrase: Phrase) -> tuple[Span, ...]:
        if phrase not in self._known:
            self._known[phrase] = tuple(self._find(phrase))
        return self._known[phrase]

    def _find(self, phrase: Phrase) -> Iterator[Span]:
        for at in self._beginnings(phrase[0]):
            said = self.folds[at : at + len(phrase)]
            if len(said) == len(phrase) and all(map(_fits, said, phrase)):
                yield Span(self.places[at], self.places[at + len(phrase) - 1])

    def _beginnings(self, stem: str) -> Iterable[int]:
        """Return where a word may begin as the stem does, by their first letters."""
        whole = stem.removesuffix("*")
        if len(whole) < LETTERS and stem.endswith("*"):
            return range(len(self.folds))
        return self._begun.get(whole[:LETTERS], ())


def _articles(tokens: Sequence[Token]) -> Iterator[tuple[int, str]]:
    """Yield numbers that are names: 152 the hotline, 144-1 of the code, article1441."""
    yield from ((at, "152") for at, token in enumerate(tokens) if token.text == "152")
    for at, token in enumerate(tokens[:-2]):
        part = tokens[at + 2]
        dashed = tokens[at + 1].text in "-‑." and part.text in {"1", "2", "3"}
        if token.text == "144" and dashed:
            yield at, f"article144{part.text}"


def _fits(word: str, stem: str) -> bool:
    return word.startswith(stem[:-1]) if stem[-1] == "*" else word == stem


type Calls = Mapping[str, Called]
