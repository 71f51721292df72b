"""Who was identified: women, men and children, citizenship, country, form by sex."""

from typing import Final

from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from reports.breakdowns import UNKNOWN, Breakdown
from reports.charts.basis import FORM, SEX, Basis, Pairs, counted
from reports.charts.splits import Split
from thb.charts.chart import Bar, Cell, Chart, Row, Table
from thb.charts.groups import Group, groups
from thb.charts.stacked import stacked
from thb.numbers import grouped

FIGURE: Final = "victims.identified"
PEOPLE: Final = Split(
    "people",
    FIGURE,
    "person_type",
    finding=_("Most of those identified: %s"),
    counted=_("Persons identified: women, men and children, %(year)s: %(total)s"),
    column=_("Persons"),
    shape=stacked,
    with_shares=True,
)
CITIZENSHIPS: Final = Split(
    "citizenships",
    FIGURE,
    "citizenship",
    finding=_("The most frequent citizenship: %s"),
    counted=_("Persons identified, by citizenship, %(year)s: %(total)s"),
    column=_("Citizenship"),
)
COUNTRIES: Final = Split(
    "countries",
    FIGURE,
    "country_of_exploitation",
    finding=_("The most frequent country of exploitation: %s"),
    counted=_(
        "Persons identified, by main country of exploitation, %(year)s: %(total)s"
    ),
    column=_("Country of exploitation"),
    majority=_("Most were exploited in one country: %s"),
)


def forms(basis: Basis) -> Chart | None:
    """Return the form of exploitation by sex; only to who may see every number."""
    if not basis.exact or not basis.number(FIGURE):
        return None
    pairs = basis.forms_by_sex
    shown = grouped_by(pairs, basis.split(FIGURE, FORM), basis.split(FIGURE, SEX))
    heads = [bar.label for bar in shown[0].bars]
    return Chart(
        "forms",
        gettext("The most frequent form of exploitation: %s") % most_frequent(shown),
        counted(
            gettext("Persons identified, by form and sex, %(year)s: %(total)s"),
            basis.year,
            basis.number(FIGURE),
        ),
        groups(shown),
        Table(
            [gettext("Form of exploitation"), *heads],
            [Row(g.label, [Cell(grouped(bar.value)) for bar in g.bars]) for g in shown],
        ),
        ", ".join(
            f"{group.label}, {bar.label} {grouped(bar.value)}"
            for group in shown
            for bar in group.bars
        ),
        basis.source,
    )


def grouped_by(pairs: Pairs, rows: Breakdown, columns: Breakdown) -> list[Group]:
    """Return a group for each cell of the rows, with a bar for each of the columns."""
    of_rows: dict[str, int] = {}
    of_columns: dict[str, int] = {}
    for (row, column), number in pairs.items():
        of_rows[row] = of_rows.get(row, 0) + number
        of_columns[column] = of_columns.get(column, 0) + number

    def in_order(split: Breakdown, cells: dict[str, int]) -> list[str]:
        return sorted(cells, key=lambda cell: split.place(cell, cells[cell]))

    return [
        Group(
            rows.label(row),
            [
                Bar(
                    columns.label(column),
                    pairs.get((row, column), 0),
                    is_vague=column == UNKNOWN,
                )
                for column in in_order(columns, of_columns)
            ],
        )
        for row in in_order(rows, of_rows)
    ]


def most_frequent(shown: list[Group]) -> str:
    """Return for each sex the form that is most frequent, sex by sex."""
    of_each = zip(*(group.bars for group in shown), strict=True)
    labels = [group.label for group in shown]
    return "; ".join(
        f"{bars[0].label} – {labels[_longest(bars)]}"
        for bars in of_each
        if not bars[0].is_vague
    )


def _longest(bars: tuple[Bar, ...]) -> int:
    return max(range(len(bars)), key=lambda at: bars[at].value)


CHARTS: Final = (PEOPLE.draw, forms, CITIZENSHIPS.draw, COUNTRIES.draw)
