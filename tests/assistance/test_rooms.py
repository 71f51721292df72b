"""Setting up the rooms and beds of one's own shelter."""

import pytest

from accounts.choices import Role
from assistance.beds.rooms import numbers_in
from assistance.models import Bed, Room
from tests.assistance.boards import beds_of, board, lodged
from tests.factories import RoomFactory, ShelterFactory
from tests.shelter import address, problems, queries, send

SET_UP = address("beds:rooms")


@pytest.mark.parametrize(
    ("typed", "numbers"),
    [
        ("5", ["5"]),
        ("5, 6; 7", ["5", "6", "7"]),
        ("8–10", ["8", "9", "10"]),
        ("1, 1-2", ["1", "2"]),
        ("4a,", ["4a"]),
    ],
)
def test_numbers_are_typed_one_by_one_or_from_to(typed, numbers):
    assert numbers_in(typed) == numbers


def add_room(client, **answers):
    filled = {"name": "Room 1", "room_for": "women", "numbers": "1-3"} | answers
    return send(client, address("beds:room_add"), **filled)


def test_a_room_is_made_with_its_beds(client, manager, shelter):
    add_room(client, step_free="on")

    room = Room.objects.get()
    assert (room.shelter, room.room_for, room.step_free) == (shelter, "women", True)
    assert [*room.beds.values_list("number", flat=True)] == ["1", "2", "3"]


def test_a_room_is_named_once_in_a_shelter(client, manager, shelter):
    RoomFactory(shelter=shelter, name="Room 1")

    response = add_room(client)

    assert problems(response) == ["The shelter has a room of this name."]


def test_a_number_that_is_taken_is_refused(client, manager, shelter):
    beds_of(shelter, 2)

    response = add_room(client, name="Room 2")

    assert problems(response) == ["The shelter has beds of these numbers: 1, 2."]


def test_more_beds_are_added_to_a_room(client, manager, shelter):
    room = beds_of(shelter, 1)[0].room

    send(client, address("beds:bed_add", room.pk), numbers="2, 3")

    assert room.beds.count() == 3


def test_a_bed_becomes_a_cot_beside_another(client, manager, shelter):
    bed, cot = beds_of(shelter, 2)
    page = address("beds:bed_change", cot.pk)

    send(client, page, number="1a", room=cot.room.pk, beside=bed.pk)

    told = {tile.bed.number: tile.badges for tile in board(client).tiles}
    assert told == {"1": [], "1a": ["Cot beside 1"]}


def test_a_room_leaves_the_board_with_its_beds(client, manager, shelter):
    room = beds_of(shelter, 2)[0].room

    send(client, address("beds:room_void", room.pk), reason="closed")

    assert (Bed.objects.current().count(), Room.objects.current().count()) == (0, 0)


def test_a_room_that_somebody_sleeps_in_stays(client, manager, shelter):
    bed = lodged(beds_of(shelter, 2)[1]).bed

    response = send(client, address("beds:room_void", bed.room.pk), reason="closed")

    assert problems(response) == [
        "Somebody is in this bed, or it is held. Free it first."
    ]
    assert Bed.objects.current().count() == 2


def test_the_rules_of_the_board_are_set(client, manager, shelter):
    page = address("beds:rules", shelter.pk)

    send(client, page, hold_minutes="45", people_by_day="30")

    assert (shelter.board_rules.hold_minutes, shelter.board_rules.people_by_day) == (
        45,
        30,
    )


PAGES = ["beds:room_change", "beds:room_void", "beds:bed_add"]


@pytest.mark.parametrize("name", PAGES)
def test_a_room_of_another_shelter_is_not_found(client, manager, name):
    assert client.get(address(name, RoomFactory().pk)).status_code == 404


def test_the_rules_of_another_shelter_are_not_found(client, manager):
    page = address("beds:rules", ShelterFactory().pk)

    assert client.get(page).status_code == 404


def test_a_worker_sets_nothing_up(client, user_as, shelter):
    client.force_login(user_as(Role.SHELTER_WORKER, shelter=shelter))

    assert client.get(SET_UP).status_code == 403


@pytest.mark.parametrize("count", [1, 3])
def test_the_set_up_asks_the_database_as_often_for_one_room_as_for_three(
    client, manager, shelter, count
):
    for number in range(count):
        RoomFactory(shelter=shelter, name=f"Room {number}")

    assert queries(client, SET_UP) == 6
