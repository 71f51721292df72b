"""SDG indicator 16.2.2: victims of trafficking per 100,000 people."""

from collections.abc import Iterable, Iterator
from dataclasses import replace
from typing import Final

from django.utils.translation import gettext as _

from reference.choices import Sex
from reports.editions import Edition
from reports.models import Population
from reports.standards.choices import AgeGroup, MappedList, Standard
from reports.standards.crossing import (
    VICTIMS,
    crossed,
    crossed_cells,
    rolled_up,
)
from reports.standards.glotip import LAW, TOTAL
from reports.standards.tables import (
    Row,
    Sum,
    Table,
    Tables,
    cells_of,
    keys,
    source_of,
    value_of,
)
from reports.standards.words import Words

SEXES: Final = (Sex.FEMALE.value, Sex.MALE.value)
AGES: Final = tuple(AgeGroup.values)
type People = dict[tuple[str, str], int]


def sdg(edition: Edition) -> Tables:
    """Return the tables of a year; UnmappedError where a value has no word."""
    made = Indicator(edition, Words.of(Standard.SDG), populations(edition.year))
    return Tables(
        Standard.SDG, edition, tuple(made.tables()), tuple(missing(made.people))
    )


def populations(year: int) -> People:
    """Return what is recorded of the people of the year, by sex and age group."""
    found = Population.objects.current().filter(year=year)
    return {(one.sex, one.age_group): one.value for one in found}


def missing(people: People) -> Iterator[str]:
    """Yield, in words, the sexes and age groups whose population is not recorded."""
    for sex in SEXES:
        for age in AGES:
            if (sex, age) not in people:
                yield f"{Sex(sex).label}, {AgeGroup(age).label}"


class Indicator:
    """The tables of one year."""

    def __init__(self, edition: Edition, words: Words, people: People) -> None:
        self.edition = edition
        self.words = words
        self.people = people
        self.source = source_of(edition, VICTIMS, LAW)

    def tables(self) -> Iterator[Table]:
        """Yield the tables; each row is a number, its population and the rate."""
        yield self.by_sex()
        yield self.by_sex_and_age()
        yield self.by_form()

    def lived(self, sexes: Iterable[str], ages: Iterable[str]) -> int | None:
        """Return how many people there are of the sexes and ages; null if not known.

        0 for who was not recorded: of them there is no rate.
        """
        cells = [(sex, age) for sex in sexes for age in ages]
        if not cells or not {*cells} <= {(s, a) for s in SEXES for a in AGES}:
            return 0
        known = [self.people.get(cell) for cell in cells]
        return None if None in known else sum(filter(None, known))

    def total(self, *labels: str) -> Row:
        """Return the row of all victims and all people."""
        number, lived = value_of(self.edition, VICTIMS), self.lived(SEXES, AGES)
        return Row(labels, number, self.source, (VICTIMS,), lived)

    def by_sex(self) -> Table:
        """Return the victims by sex."""
        cells = cells_of(self.edition, VICTIMS, "sex")
        rows = [
            Row(
                (word.label,),
                number,
                self.source,
                keys(VICTIMS, "sex", codes),
                self.lived(codes, AGES),
            )
            for word, number, codes in self.words.gathered(MappedList.SEX, cells)
        ]
        title = _("Victims per 100,000 people, by sex")
        return self.table("sdg-sex", title, (_("Sex"),), rows)

    def by_sex_and_age(self) -> Table:
        """Return the victims by sex and age group."""
        rows, ties = crossed(self.edition, self.words, self.source)
        cells = crossed_cells(self.edition, self.words)
        rows = [
            replace(row, population=self.lived(cell.sexes, cell.ages))
            for row, cell in zip(rows, cells, strict=True)
        ]
        title = _("Victims per 100,000 people, by sex and age")
        made = self.table("sdg-sex-and-age", title, (_("Sex"), _("Age")), rows)
        return replace(made, ties=ties)

    def by_form(self) -> Table:
        """Return the victims by form; the population is everybody."""
        rows, _ties = rolled_up(self.edition, self.words, self.source)
        lived = self.lived(SEXES, AGES)
        rows = [replace(row, population=lived) for row in rows]
        title = _("Victims per 100,000 people, by form of exploitation")
        return self.table("sdg-forms", title, (_("Form of exploitation"),), rows)

    def table(
        self, code: str, title: str, heads: tuple[str, ...], rows: list[Row]
    ) -> Table:
        """Return a table whose rows make all victims."""
        total = self.total(*(TOTAL for _head in heads))
        ties = (Sum(tuple(range(len(rows))), (VICTIMS,)),)
        return Table(code, title, heads, (*rows, total), ties=ties, rates=True)
