"""The analytics of the register of 2019: each cell opens as many records as it says."""

import re
from html import unescape
from itertools import pairwise

import pytest
from django.urls import reverse

from accounts.choices import Role
from reports.analytics.counting import crossed, lengths
from reports.analytics.measures import MEASURES, Selection
from reports.year import figures_of

pytestmark = pytest.mark.django_db

PAGE = reverse("analytics:cases")
PAIRS = [
    (code, *pair)
    for code, measure in MEASURES.items()
    for pair in pairwise([*measure.dimensions, next(iter(measure.dimensions))])
]
SELECTIONS = [
    Selection(2019, 2019),
    Selection(2018, 2019, (("form", "sexual_exploitation"), ("article", "144-1"))),
    Selection(2019, 2019, (("destination", "unknown"),)),
    Selection(2019, 2019, (("age", "18-20"), ("sex", "F"), ("stage", "unknown"))),
]


@pytest.fixture
def analyst(client, user_as):
    client.force_login(user_as(Role.POLICE_ANALYST))
    return client


@pytest.mark.parametrize("selection", SELECTIONS)
@pytest.mark.parametrize(("measure", "rows", "columns"), PAIRS)
def test_every_list_is_as_long_as_its_cell_says(
    demo_register, selection, measure, rows, columns
):
    counted = MEASURES[measure]
    splits = counted.dimensions

    found = crossed(selection.records(counted), splits[rows], splits[columns])

    said = [*found.of_rows.values(), *found.cells.values(), found.total]
    lists = [
        *(selection.records(counted, **{rows: row}) for row in found.of_rows),
        *(
            selection.records(counted, **{rows: row, columns: column})
            for row, column in found.cells
        ),
        selection.records(counted),
    ]
    assert lengths(lists) == said
    assert sum(found.of_rows.values()) == sum(found.of_columns.values()) == found.total


@pytest.mark.parametrize(
    ("measure", "figures"),
    [
        ("persons", ["victims.identified"]),
        ("accused", ["accused.sent_to_court"]),
        (
            "offences",
            ["offences.trafficking", "offences.forced_labour", "offences.documents"],
        ),
    ],
)
def test_the_totals_are_those_of_the_annual_figures(demo_register, measure, figures):
    year = figures_of(2019)

    (found,) = lengths([Selection(2019, 2019).records(MEASURES[measure])])

    assert found == sum(year.value(code) for code in figures)


def test_every_number_of_the_page_opens_as_many_records(analyst, demo_register):
    asked = {"first": 2019, "last": 2019, "rows": "form", "columns": "destination"}
    page = analyst.get(PAGE, asked).text
    link = re.compile(r'href="(/analytics/records/[^"]+)">([\d,]+)')

    links = [(unescape(url), int(text)) for url, text in link.findall(page)]
    opened = [analyst.get(url).context["total"] for url, _number in links]

    assert len(links) > 40
    assert opened == [number for _url, number in links]
