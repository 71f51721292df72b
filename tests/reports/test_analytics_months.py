"""A number from month to month: what has not come yet has none."""

from datetime import date

import pytest

from reports.analytics import months
from reports.analytics.measures import MEASURES

CASES = MEASURES["cases"]


@pytest.fixture
def in_march(monkeypatch):
    monkeypatch.setattr(months, "localdate", lambda: date(2026, 3, 14))


def line(year, counts):
    points = list(months.of_months(counts, year, lambda cell, _year: f"/{cell}/"))
    return months.Line(points, CASES.title, year, year)


def test_months_to_come_have_no_number_and_the_line_ends_in_this_month(in_march):
    shown = line(2026, {"202601": 2, "202512": 5})

    assert [point.number for point in shown.points] == [2, 0, 0] + [None] * 9
    assert len(shown.now.split()) == 3
    assert shown.summary.count(",") == 2


def test_months_to_come_still_have_the_number_of_the_year_before(in_march):
    shown = line(2026, {"202601": 2, "202512": 5})

    assert [point.before for point in shown.points] == [0] * 11 + [5]
    assert len(shown.past.split()) == 12


def test_a_year_that_has_ended_has_a_number_in_each_month(in_march):
    shown = line(2025, {"202501": 1})

    assert [point.number for point in shown.points] == [1] + [0] * 11
    assert len(shown.now.split()) == 12
