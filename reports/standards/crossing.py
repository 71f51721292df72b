"""The victims by sex and age, and by form, in the words of a standard.

Both are made of the figure's own cells: each row says which of them it adds up.
"""

from collections import Counter
from collections.abc import Iterator
from typing import Final, NamedTuple

from reports.catalogue.victims import IDENTIFIED
from reports.disclosure.tied_year import ADULTS
from reports.editions import Edition
from reports.standards.choices import AgeGroup, MappedList
from reports.standards.counts import sex_and_age
from reports.standards.lists import AGE_OF
from reports.standards.tables import Row, Source, Sum, cells_of, keys
from reports.standards.words import Word, Words, is_vague

VICTIMS: Final = IDENTIFIED.code
ADULTS_OF: Final = {sex: person for person, sex in ADULTS.items()} | {"other": "other"}
"""The adults of each sex, as the figure calls them."""

type Rows = tuple[list[Row], tuple[Sum, ...]]


class Crossed(NamedTuple):
    """One cell of the table: its words, its number, our values behind it."""

    sex: Word
    age: Word
    number: int
    sexes: tuple[str, ...]
    ages: tuple[str, ...]


def crossed_cells(edition: Edition, words: Words) -> Iterator[Crossed]:
    """Yield the cells of sex and age, sex by sex."""
    pairs = sex_and_age(edition)
    all_ages: Counter[str] = Counter()
    for (_one, group), number in pairs.items():
        all_ages[group] += number
    all_sexes = cells_of(edition, VICTIMS, "sex")
    for sex, _number, sexes in words.gathered(MappedList.SEX, all_sexes):
        for age, _total, ages in words.gathered(MappedList.AGE_GROUP, all_ages):
            number = sum(pairs[s, a] for s in sexes for a in ages)
            yield Crossed(sex, age, number, tuple(sexes), tuple(ages))


def crossed(edition: Edition, words: Words, source: Source) -> Rows:
    """Return the rows of sex and age, and how they add up to the figure's cells."""
    cells = list(crossed_cells(edition, words))
    rows = [
        Row(
            (cell.sex.label, cell.age.label),
            cell.number,
            source,
            vague=is_vague(cell.sexes) or is_vague(cell.ages),
        )
        for cell in cells
    ]
    return rows, tuple(sums(cells))


def sums(cells: list[Crossed]) -> Iterator[Sum]:
    """Yield what the cells add up to: a sex, an age group, the adults of a sex."""
    for sexes in dict.fromkeys(cell.sexes for cell in cells):
        places = (n for n, cell in enumerate(cells) if cell.sexes == sexes)
        yield Sum(tuple(places), keys(VICTIMS, "sex", sexes))
    for ages in dict.fromkeys(cell.ages for cell in cells):
        places = (n for n, cell in enumerate(cells) if cell.ages == ages)
        persons = [person for person, age in AGE_OF.items() if age in ages]
        yield Sum(tuple(places), keys(VICTIMS, "person_type", persons))
    for place, cell in enumerate(cells):
        if cell.ages == (AgeGroup.ADULTS,):
            adults = [ADULTS_OF[sex] for sex in cell.sexes if sex in ADULTS_OF]
            yield Sum((place,), keys(VICTIMS, "person_type", adults))


def rolled_up(edition: Edition, words: Words, source: Source) -> Rows:
    """Return the rows of forms as the standard rolls them up; all make the victims."""
    cells = cells_of(edition, VICTIMS, "exploitation_type")
    rows = [
        Row(
            (word.label,),
            number,
            source,
            keys(VICTIMS, "exploitation_type", codes),
        )
        for word, number, codes in words.gathered(MappedList.EXPLOITATION_TYPE, cells)
    ]
    return rows, (Sum(tuple(range(len(rows))), (VICTIMS,)),)
