"""The printed report for 2019: three things to correct, each number in its place."""

from pathlib import Path

import pytest

from reports.reading.choices import Found

TABLE = [
    line.split("\t")
    for line in (Path(__file__).parent / "numbers_2019.txt").read_text().splitlines()
    if not line.startswith("#")
]
WIDE = {Found.SUM, Found.REPEATED}


def test_three_things_are_to_be_corrected(found):
    wrong = [(str(f.kind), f.found, f.expected) for f in found if f.is_wrong]

    assert wrong == [("repeated", None, None), ("unclear", 36, 36), ("sum", 88, 91)]


def test_the_destinations_add_up_to_88_of_91(found):
    finding = next(f for f in found if f.kind is Found.SUM)

    assert finding.quote.startswith("54 were trafficked to the Republic of Turkey")
    assert finding.quote.endswith("3 were exploited within the country")
    assert finding.about == ("54 + 16 + 8 + 5 + 2 + 3",)


def test_the_paragraph_on_430_children_stands_twice(found, report):
    finding = next(f for f in found if f.kind is Found.REPEATED)

    assert finding.quote.startswith("During raids to prevent child labor, 430 children")
    assert finding.start == report.rindex("During raids")


def test_the_sentence_with_36_and_186_is_unclear(found):
    finding = next(f for f in found if f.kind is Found.UNCLEAR)

    assert finding.quote.startswith(
        "36 crimes were registered on 186 human trafficking"
    )
    assert finding.figure == "offences.documents"


def test_every_quote_is_the_text_at_its_place(found, report):
    assert [f.quote for f in found] == [report[f.start : f.end] for f in found]


def test_every_number_is_bound_to_the_figure_that_the_table_has(found):
    numbers = [f for f in found if f.kind not in WIDE]

    assert [(first(f.quote), path(f)) for f in numbers] == [
        (number, target) for number, target, _words in TABLE
    ]


def first(quote):
    return quote.split()[0].rstrip("%")


def path(finding):
    if finding.kind in {Found.UNKNOWN, Found.UNCLEAR}:
        return "-"
    parts = (finding.figure, finding.breakdown, finding.cell)
    return "/".join(part for part in parts if part)


@pytest.mark.parametrize("quiet", ["54.3%", "22", "2005", "June 4"])
def test_there_is_no_alarm_on(found, quiet):
    assert [f for f in found if f.is_wrong and f.quote == quiet] == []
