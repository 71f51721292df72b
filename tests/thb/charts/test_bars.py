"""Bars begin at zero, are as long as their numbers, and say them."""

from itertools import pairwise

import pytest
from django.utils.translation import override

from thb.charts.bars import bars
from thb.charts.bullet import bullet
from thb.charts.chart import Bar
from thb.charts.groups import Group, groups
from thb.charts.marks import COLOURS, Look, Stroke, Tone
from thb.charts.stacked import stacked
from thb.charts.steps import steps

SHOWN = [Bar("a", 54), Bar("b", 16), Bar("not recorded", 3, is_vague=True)]
PATH = [Bar("identified", 91), Bar("placed", 78), Bar("helped", 80)]


def numbers(picture):
    return [words.text for words in picture.words if words.tone is Tone.NUMBER]


@pytest.fixture
def in_english():
    with override("en"):
        yield


@pytest.mark.parametrize("shape", [bars, steps])
def test_a_bar_is_as_long_as_its_number_from_one_line_of_zero(shape):
    picture = shape(SHOWN)

    assert len({box.x for box in picture.boxes}) == 1
    assert {
        round(box.width * 54 / picture.boxes[0].width) for box in picture.boxes
    } == {
        54,
        16,
        3,
    }
    axis = picture.lines[0]
    assert (axis.stroke, axis.x1, axis.x2) == (Stroke.AXIS, *[picture.boxes[0].x] * 2)


@pytest.mark.parametrize(
    "picture",
    [
        bars(SHOWN),
        steps(PATH),
        stacked(SHOWN),
        bullet(Bar("wanted", 35), Bar("detained", 19)),
        groups([Group("form", SHOWN), Group("other form", SHOWN)]),
        bars([Bar("a label of very many letters that is cut", 11564), Bar("b", 0)]),
    ],
    ids=["bars", "steps", "stacked", "bullet", "groups", "long"],
)
def test_no_surface_leaves_the_picture(picture):
    outside = [
        box
        for box in picture.boxes
        if min(box.x, box.y, box.width, box.height) < 0
        or box.x + box.width > picture.width
        or box.y + box.height > picture.height
    ]

    assert outside == []


def test_every_bar_says_its_number(in_english):
    assert numbers(bars([*SHOWN, Bar("none", 0)])) == ["54", "16", "3", "0"]


def test_what_is_not_recorded_is_hatched():
    assert [box.look for box in bars(SHOWN).boxes] == [
        Look.FIRST,
        Look.FIRST,
        Look.VAGUE,
    ]


def test_a_stair_leads_from_the_end_of_each_step_to_that_of_the_next():
    picture = steps(PATH)
    ends = [round(box.x + box.width, 1) for box in picture.boxes]
    flat = [line for line in picture.lines[1:] if line.y1 == line.y2]

    assert [(line.x1, line.x2) for line in flat] == [*pairwise(ends)]


def test_a_stacked_bar_is_whole_and_without_gaps():
    parts = stacked(SHOWN).boxes[:3]

    assert [part.x for part in parts] == [
        0,
        *(round(part.x + part.width, 1) for part in parts[:2]),
    ]
    assert round(parts[-1].x + parts[-1].width, 1) == 560


def test_the_colours_go_in_their_order_and_none_comes_twice():
    many = stacked([Bar(str(at), 10) for at in range(6)])

    assert [box.look for box in many.boxes[:6]] == [*COLOURS, Look.PAST, Look.PAST]


def test_each_part_has_its_percentage_rounded_half_up(in_english):
    shown = stacked([Bar("women", 85), Bar("men", 5), Bar("children", 1)])

    assert numbers(shown) == ["85", "93.4%", "5", "5.5%", "1", "1.1%"]


def test_of_fewer_than_ten_no_percentage_is_told(in_english):
    assert numbers(stacked([Bar("women", 8), Bar("men", 1)])) == ["8", "1"]
    assert numbers(bullet(Bar("wanted", 9), Bar("detained", 3))) == ["9", "3"]


def test_a_part_lies_in_its_whole_by_its_share(in_english):
    picture = bullet(Bar("wanted", 35), Bar("detained", 19))
    whole, part = picture.boxes[:2]

    assert (whole.x, part.x) == (0, 0)
    assert round(part.width / whole.width, 3) == 0.543
    assert whole.y < part.y < part.y + part.height < whole.y + whole.height
    assert numbers(picture) == ["35", "19", "54.3%"]


def test_the_bars_of_a_group_have_the_colours_of_their_series():
    shown = groups([Group("one", SHOWN), Group("two", SHOWN)])

    looks = [box.look for box in shown.boxes]
    assert looks == [Look.FIRST, Look.SECOND, Look.VAGUE] * 2


def test_groups_share_one_scale():
    shown = groups([Group("one", [Bar("a", 40)]), Group("two", [Bar("a", 10)])])
    large, small = shown.boxes

    assert large.width == 4 * small.width
