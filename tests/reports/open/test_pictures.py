"""The charts of everybody: none is drawn that would give a hidden number away."""

from copy import deepcopy

import pytest
from django.utils.translation import override

from reports.models import OpenYear, Release
from reports.open.pictures import Pictures
from reports.open.publishing import publish_openly
from tests.reports.releases.conftest import frozen_db, frozen_template, second

__all__ = ["frozen_db", "frozen_template", "second"]

pytestmark = pytest.mark.usefixtures("frozen_db")


@pytest.fixture
def document(second):
    publish_openly(Release.objects.get(), second)
    return OpenYear.objects.get().content


def drawn(document, language="en"):
    with override(language):
        return {chart.code: chart for chart in Pictures(document, language).drawn()}


def figure(document, code):
    """Return a figure of the document, to be changed."""
    return next(
        one
        for chapter in document["chapters"]
        for one in chapter["figures"]
        if one["figure"] == code
    )


def split(document, code, name):
    """Return the cells of a breakdown, to be changed."""
    told = figure(document, code)["breakdowns"]
    return next(one["cells"] for one in told if one["breakdown"] == name)


def test_the_demo_hides_its_few_men_and_children_and_draws_no_bar_of_them(document):
    cells = split(document, "victims.identified", "person_type")

    assert any(cell["hidden"] for cell in cells)
    assert "people" not in drawn(document)


def test_what_is_shown_whole_is_drawn(document):
    for cell in split(document, "victims.identified", "person_type"):
        cell.update(hidden=False, value=cell["value"] or 40)

    assert "people" in drawn(document)


def test_countries_are_drawn_down_to_the_rest(document):
    chart = drawn(document)["countries"]

    assert chart.summary == (
        "Türkiye 54, Qatar 16, Iran 8, Russia 5, other and not recorded 8"
    )
    assert chart.picture.boxes[-1].look == "hatch"


@pytest.mark.parametrize(
    ("code", "chart"),
    [
        ("victims.identified", "countries"),
        ("assistance.employed", "path"),
        ("victims.identified", "path"),
        ("wanted.total", "wanted"),
        ("wanted.detained", "wanted"),
        ("wanted.detained_percent", "wanted"),
    ],
)
def test_a_chart_with_a_hidden_figure_is_not_drawn(document, code, chart):
    hidden = deepcopy(document)
    figure(hidden, code).update(hidden=True, value=None)

    assert chart in drawn(document)
    assert chart not in drawn(hidden)


def test_one_hidden_cell_takes_its_chart_away(document):
    split(document, "victims.identified", "country_of_exploitation")[0].update(
        hidden=True, value=None
    )

    assert "countries" not in drawn(document)


@pytest.mark.parametrize("language", ["az", "en", "ru"])
def test_every_number_drawn_stands_in_the_tables_of_the_page(
    document, client, language
):
    page = client.get(f"/open/{language}/2019/").context["page"]
    with override(language):
        shown = {row.value for part in page.chapters() for row in part.rows}

    numbers = {
        words.text
        for chart in drawn(document, language).values()
        for words in chart.picture.words
        if words.tone == "v"
    }

    assert numbers
    assert numbers <= shown
