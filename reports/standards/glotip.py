"""The tables of UNODC's questionnaire for the Global Report on Trafficking."""

from collections.abc import Iterator, Mapping
from dataclasses import replace
from typing import Final

from django.utils.translation import gettext as _

from reports.breakdowns import UNKNOWN
from reports.catalogue.prosecution import (
    CONVICTED,
    DOCUMENTS,
    FORCED_LABOUR,
    PROSECUTED,
    TRAFFICKING,
)
from reports.disclosure.tied_year import key
from reports.editions import Edition
from reports.standards import counts
from reports.standards.choices import MappedList, Standard
from reports.standards.crossing import VICTIMS, crossed, rolled_up
from reports.standards.tables import (
    Row,
    Source,
    Sum,
    Table,
    Tables,
    cells_of,
    counted_today,
    keys,
    source_of,
    value_of,
)
from reports.standards.words import Words, is_vague

OFFENCES: Final = {TRAFFICKING: "144-1", FORCED_LABOUR: "144-2", DOCUMENTS: "144-3"}
LAW: Final = "Law 958-IIQ, 1.0.1"
TOTAL: Final = "Total"


def glotip(edition: Edition) -> Tables:
    """Return the tables of a year; UnmappedError where a value has no word."""
    made = Questionnaire(edition, Words.of(Standard.GLOTIP))
    return Tables(Standard.GLOTIP, edition, tuple(made.tables()))


class Questionnaire:
    """The tables of one year, in the order of the questionnaire."""

    def __init__(self, edition: Edition, words: Words) -> None:
        self.edition = edition
        self.words = words
        self.victims = source_of(edition, VICTIMS, LAW)

    def tables(self) -> Iterator[Table]:
        """Yield the tables."""
        yield self.offences()
        yield self.contact()
        yield self.prosecuted()
        yield self.convicted()
        yield self.sex_and_age()
        yield self.forms()
        yield self.listed("citizenship", _("Detected victims, by citizenship"))
        yield self.listed(
            "country_of_exploitation",
            _("Detected victims, by country of exploitation"),
        )
        yield self.repatriated()

    def offences(self) -> Table:
        """Return the offences of trafficking, by article."""
        rows = (
            Row(
                (figure.title,),
                value_of(self.edition, figure.code),
                source_of(self.edition, figure.code, article),
                (figure.code,),
            )
            for figure, article in OFFENCES.items()
        )
        return Table(
            "offences",
            _("Offences of trafficking in persons"),
            (_("Offence"),),
            tuple(rows),
            people=False,
        )

    def contact(self) -> Table:
        """Return who came before the police: the accused of cases of the year."""
        records = counts.in_contact(self.edition.year)
        source = counted_today(
            _("accused persons of criminal cases opened in the year"),
            counts.articles(records),
        )
        title = _("Persons brought into formal contact, by sex")
        return self.counted_by_sex("contact", title, counts.by_sex(records), source)

    def counted_by_sex(
        self, code: str, title: str, cells: Mapping[str, int], source: Source
    ) -> Table:
        """Return a table by sex of what is no figure, with its total."""
        rows = [
            Row((word.label,), number, source, vague=is_vague(codes))
            for word, number, codes in self.words.gathered(MappedList.SEX, cells)
        ]
        total = Row((TOTAL,), sum(cells.values()), source)
        ties = (Sum(tuple(range(len(rows))), (f"{code}/{len(rows)}",)),)
        return Table(code, title, (_("Sex"),), (*rows, total), ties=ties)

    def prosecuted(self) -> Table:
        """Return the accused sent to court, by sex, as the figure tells them."""
        code = PROSECUTED.code
        records = counts.records_of(self.edition, PROSECUTED)
        source = source_of(self.edition, code, counts.articles(records))
        cells = cells_of(self.edition, code, "sex")
        rows = [
            Row((word.label,), number, source, keys(code, "sex", codes))
            for word, number, codes in self.words.gathered(MappedList.SEX, cells)
        ]
        total = Row((TOTAL,), value_of(self.edition, code), source, (code,))
        title = _("Persons prosecuted, by sex")
        ties = (Sum(tuple(range(len(rows))), (code,)),)
        return Table("prosecuted", title, (_("Sex"),), (*rows, total), ties=ties)

    def convicted(self) -> Table:
        """Return the convicted by their sex as recorded now."""
        code = CONVICTED.code
        records = counts.records_of(self.edition, CONVICTED)
        source = source_of(self.edition, code, counts.articles(records))
        table = self.counted_by_sex(
            "convicted",
            _("Persons convicted, by sex"),
            counts.convicted_by_sex(self.edition),
            source,
        )
        *rows, _total = table.rows
        total = Row((TOTAL,), value_of(self.edition, code), source, (code,))
        ties = (Sum(tuple(range(len(rows))), (code,)),)
        return replace(table, rows=(*rows, total), ties=ties)

    def sex_and_age(self) -> Table:
        """Return the victims by sex and age group."""
        title = _("Detected victims, by sex and age")
        rows, ties = crossed(self.edition, self.words, self.victims)
        heads = (_("Sex"), _("Age"))
        total = self.all_victims(TOTAL, TOTAL)
        return Table("sex-and-age", title, heads, (*rows, total), ties=ties)

    def all_victims(self, *labels: str) -> Row:
        """Return the row of all victims."""
        number = value_of(self.edition, VICTIMS)
        return Row(labels, number, self.victims, (VICTIMS,))

    def forms(self) -> Table:
        """Return the victims by form, as the standard rolls forms up."""
        title = _("Detected victims, by form of exploitation")
        rows, ties = rolled_up(self.edition, self.words, self.victims)
        heads = (_("Form of exploitation"),)
        total = self.all_victims(TOTAL)
        return Table("forms", title, heads, (*rows, total), ties=ties)

    def listed(self, breakdown: str, title: str) -> Table:
        """Return a breakdown of the victims that has no words of the standard."""
        line = self.edition.figures.lines[VICTIMS]
        rows = [
            Row(
                (row.label if row.cell == UNKNOWN else f"{row.cell} {row.label}",),
                row.value,
                self.victims,
                (key(VICTIMS, breakdown, row.cell),),
            )
            for row in line.rows(breakdown)
        ]
        total = self.all_victims(TOTAL)
        code = breakdown.replace("_", "-")
        listing = (VICTIMS, breakdown)
        return Table(code, title, (_("Country"),), (*rows, total), listing=listing)

    def repatriated(self) -> Table:
        """Return the victims repatriated; the register has no country of it."""
        number = counts.repatriated(self.edition.year).count()
        source = counted_today(_("repatriations that ended well in the year"))
        row = Row((TOTAL,), number, source)
        return Table("repatriated", _("Victims repatriated"), (_("Victims"),), (row,))
