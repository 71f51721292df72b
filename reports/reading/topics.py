"""What the cells of a sentence can belong to: the figures with cells that it is on."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from reports.catalogue import FIGURES
from reports.figures import AnnualFigure
from reports.reading.calling import Called, Group
from reports.reading.claiming import groups, patterns
from reports.reading.sentence import Sentence


@dataclass(frozen=True, slots=True)
class Topic:
    """A figure that the sentence is on, and how surely."""

    figure: AnnualFigure
    year: int
    strength: float
    said: str


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
    return groups(TAKEN, sentence.language)


def topic_by_default(sentence: Sentence) -> Iterator[Topic]:
    """Yield the identified victims, where people are said to be taken somewhere."""
    spans = [s for g in takes(sentence) for s in sentence.words.spans(g)]
    figure = FIGURES["victims.identified"]
    if spans and isinstance(figure, AnnualFigure):
        yield Topic(figure, sentence.times.main, 0.3, sentence.said(spans[0]))
