"""Years, small charts of years, days and nights."""

from datetime import date, timedelta

import pytest

from thb.charts.marks import Look, Stroke, Tone
from thb.charts.multiples import Number, Panel, multiples
from thb.charts.nights import nights
from thb.charts.spread import Span, spread
from thb.charts.years import columns, every_year, in_words, rows

KNOWN = every_year({2016: 70, 2018: 98, 2019: 91}, {2018: "§1"})
WEEK = [(date(2019, 6, 1) + timedelta(days=at), at) for at in range(14)]


def numbers(picture):
    return [words.text for words in picture.words if words.tone is Tone.NUMBER]


@pytest.mark.parametrize("shape", [columns, rows])
def test_the_last_year_is_dark_and_the_others_are_grey(shape):
    looks = [box.look for box in shape(KNOWN).boxes]

    assert looks == [Look.PAST, Look.PAST, Look.FIRST]


@pytest.mark.parametrize("shape", [columns, rows])
def test_a_year_that_is_not_known_has_a_dash_and_no_surface(shape):
    picture = shape(KNOWN)

    assert numbers(picture) == ["70", "–", "98", "91"]
    assert len(picture.boxes) == 3


def test_columns_stand_on_one_line_and_are_as_high_as_their_numbers():
    boxes = columns(KNOWN).boxes

    assert {round(box.y + box.height, 1) for box in boxes} == {194}
    assert [round(box.height * 98 / boxes[1].height) for box in boxes] == [70, 98, 91]


@pytest.mark.parametrize("shape", [columns, rows])
def test_a_law_is_marked_at_its_year(shape):
    assert [w.text for w in shape(KNOWN).words].count("§1") == 1


def test_years_are_told_in_words():
    assert in_words(KNOWN) == "2016: 70, 2017: –, 2018: 98, 2019: 91"


def test_small_charts_share_one_scale_and_a_row_for_each_year():
    many = Panel("crimes", [Number(100), Number(200)])
    few = Panel("others", [Number(50), Number(None)])

    picture = multiples([2018, 2019], [many, few])

    first, second, third = picture.boxes
    shares = (first.width / third.width, second.width / third.width)
    assert shares == pytest.approx((0.5, 0.25), abs=0.01)
    assert first.y == second.y != third.y
    assert numbers(picture) == ["100", "50", "200", "–"]


def test_what_began_in_earlier_years_is_hatched_at_the_end_of_the_bar():
    panel = Panel("convicted", [Number(23), Number(42, earlier=20)])

    _past, own, earlier = multiples([2018, 2019], [panel]).boxes

    assert (own.look, earlier.look) == (Look.FIRST, Look.EARLIER)
    assert earlier.x == round(own.x + own.width, 1)
    assert round(own.width * 42 / (own.width + earlier.width)) == 22


def test_the_surface_of_a_dot_tells_how_many_it_stands_for():
    picture = spread([Span("2019", {0: 40, 10: 10}, 3, 50)], "Persons")
    large, small = picture.dots

    assert large.radius**2 / small.radius**2 == pytest.approx(4, rel=0.05)


def test_the_median_is_drawn_where_its_day_is():
    picture = spread([Span("2019", {0: 1, 10: 3, 20: 1}, 10, 5)], "Persons")
    (line,) = [line for line in picture.lines if line.stroke is Stroke.MIDDLE]

    assert line.x1 == line.x2 == picture.dots[1].x
    assert numbers(picture) == ["10", "5"]


def test_nights_stand_side_by_side_below_the_capacity():
    picture = nights(WEEK, 20, "room for 20")
    (room,) = [line for line in picture.lines if line.stroke is Stroke.DASHED]

    assert {
        b.x - a.x for a, b in zip(picture.boxes, picture.boxes[1:], strict=False)
    } == {22}
    assert room.y1 < min(box.y for box in picture.boxes)
    assert picture.boxes[-1].look is Look.FIRST


def test_without_a_capacity_no_line_is_drawn():
    drawn = {line.stroke for line in nights(WEEK, 0, "").lines}

    assert drawn == {Stroke.STEP, Stroke.AXIS}
