"""On the bed board: a bed of another shelter, a hold for longer, departures planned."""

from datetime import timedelta

import pytest
from django.core.exceptions import ValidationError
from django.db import IntegrityError, transaction
from django.utils import timezone
from django.utils.timezone import localdate, localtime

from accounts.choices import Role
from assistance.models import Placement
from tests.assistance.bed_acts import came_earlier, do, today
from tests.assistance.boards import BOARD, beds_of, board, lodged, undo
from tests.factories import (
    BoardRulesFactory,
    HoldFactory,
    ShelterFactory,
    SuspensionOrderFactory,
)
from tests.shelter import address, hidden, problems, queries


@pytest.fixture
def second(manager):
    """Return two beds of a second shelter of the manager."""
    shelter = ShelterFactory(name="Shelter 2")
    manager.shelters.add(shelter)
    return beds_of(shelter, 2)


def offered(client, stay):
    form = client.get(address("beds:move", stay.pk)).context["form"]
    return [str(label) for value, label in form.fields["bed"].choices if value]


def test_the_beds_of_every_shelter_of_the_user_are_offered_those_here_first(
    client, manager, second, stay
):
    beds_of(ShelterFactory(name="Beyond"), 1)

    assert offered(client, stay) == [
        "Bed 2, Room 1",
        "Bed 3, Room 1",
        "Shelter 2: Bed 1, Room 1",
        "Shelter 2: Bed 2, Room 1",
    ]


def test_a_person_moves_into_a_bed_of_another_shelter(client, manager, second, stay):
    came_earlier(stay)

    do(client, "move", stay, bed=second[1].pk, moved_on=today())

    stays = Placement.objects.order_by("pk").values_list(
        "bed", "left_on", "exit_reason"
    )
    assert list(stays) == [
        (stay.bed_id, localdate(), "other_shelter"),
        (second[1].pk, None, ""),
    ]


def test_the_move_into_a_bed_of_another_shelter_is_undone(
    client, manager, second, stay
):
    came_earlier(stay)
    do(client, "move", stay, bed=second[1].pk, moved_on=today())
    (done,) = client.get(BOARD, {"shelter": stay.shelter.code}).context["acts"]

    client.post(address("beds:undo", done.act.pk))

    (current,) = Placement.objects.current()
    assert (current, current.left_on) == (stay, None)
    assert done.text.startswith("moved to another shelter")


def test_a_bed_of_another_shelter_that_was_taken_meanwhile_says_which_are_free(
    client, manager, second, stay
):
    came_earlier(stay)
    page = address("beds:move", stay.pk)
    form = hidden(client, page) | {"bed": second[0].pk, "moved_on": today()}
    lodged(second[0])

    response = client.post(page, form)

    assert response.status_code == 409
    assert [button["value"] for button in response.context["others"]] == [
        str(second[1].pk)
    ]


def test_who_came_today_moves_into_a_bed_elsewhere_on_a_later_day(
    client, manager, second, stay
):
    response = do(client, "move", stay, bed=second[0].pk, moved_on=today())

    assert problems(response)[0].startswith("A stay covers its first day.")


def test_a_bed_beyond_the_users_shelters_is_refused(client, manager, stay):
    came_earlier(stay)
    (far,) = beds_of(ShelterFactory(), 1)

    response = do(client, "move", stay, bed=far.pk, moved_on=today())

    assert problems(response)
    assert Placement.objects.get().bed == stay.bed


def test_a_hold_is_prolonged_for_a_reason(client, manager, beds, shelter):
    BoardRulesFactory(shelter=shelter, hold_minutes=60)
    hold = HoldFactory(bed=beds[0], until=timezone.now() + timedelta(minutes=5))

    do(client, "prolong", hold, prolonged_because="transport")

    hold.refresh_from_db()
    minutes = (hold.until - timezone.now()).total_seconds() / 60
    assert 59 < minutes <= 60
    (tile, *_others) = board(client).tiles
    assert tile.lines[-1] == "There is no transport yet"
    assert f"{localtime(hold.until):%H:%M}" in tile.lines[0]


def test_a_hold_is_not_prolonged_without_a_reason(client, manager, beds):
    hold = HoldFactory(bed=beds[0])

    response = do(client, "prolong", hold)

    assert problems(response) == ["Choose an answer for “Why it is held longer”."]


def test_a_prolonged_hold_is_as_before_when_undone(client, manager, beds):
    hold = HoldFactory(bed=beds[0], until=timezone.now() + timedelta(minutes=5))
    do(client, "prolong", hold, prolonged_because="doctor")

    undo(client)

    before = hold.until
    hold.refresh_from_db()
    assert abs(hold.until - before) < timedelta(seconds=1)
    assert (hold.prolonged_at, hold.prolonged_because) == (None, "")


def test_a_worker_does_not_prolong_what_another_holds(client, user_as, beds, shelter):
    hold = HoldFactory(bed=beds[0])
    client.force_login(user_as(Role.SHELTER_WORKER, shelter=shelter))

    assert client.get(address("beds:prolong", hold.pk)).status_code == 404


def test_the_database_prolongs_no_hold_without_a_reason(beds):
    hold = HoldFactory(bed=beds[0])
    hold.until += timedelta(minutes=30)

    with pytest.raises(IntegrityError, match="prolonged without a reason"):
        hold.save()


def test_the_database_keeps_a_reason_with_its_moment(beds):
    hold = HoldFactory(bed=beds[0])
    hold.prolonged_because = "doctor"

    with pytest.raises(ValidationError, match="Say why the bed is held longer"):
        hold.validate_constraints()
    with pytest.raises(IntegrityError, match="hold_prolonged_once_with_its_reason"):
        hold.save()


def in_days(days):
    return f"{localdate() + timedelta(days=days):%d.%m.%Y}"


def test_a_departure_is_planned_and_stands_on_the_board(client, manager, stay):
    do(client, "plan", stay, plans_to_leave_on=in_days(0))

    now = board(client)
    assert "Plans to leave: today" in now.tiles[0].lines
    assert [(one.guest.code, one.when) for one in now.leaving] == [
        (stay.victim.code, "today")
    ]


def test_departures_of_two_weeks_stand_beside_the_rooms_the_soonest_first(
    client, manager, beds
):
    for bed, days in zip(beds, (9, -2, 15), strict=True):
        stay = lodged(bed, admitted_on=localdate() - timedelta(days=5))
        stay.plans_to_leave_on = localdate() + timedelta(days=days)
        stay.save()

    said = [one.when for one in board(client).leaving]

    assert said[0] == "2 days late"
    assert len(said) == 2


def test_a_plan_is_taken_back_by_an_empty_day(client, manager, stay):
    do(client, "plan", stay, plans_to_leave_on=in_days(3))

    do(client, "plan", stay, plans_to_leave_on="")

    stay.refresh_from_db()
    assert stay.plans_to_leave_on is None


def test_a_plan_is_undone(client, manager, stay):
    do(client, "plan", stay, plans_to_leave_on=in_days(3))

    undo(client)

    stay.refresh_from_db()
    assert stay.plans_to_leave_on is None


def test_a_day_gone_by_is_no_plan(client, manager, stay):
    response = do(client, "plan", stay, plans_to_leave_on=in_days(-1))

    assert problems(response) == ["Enter today, or a day to come."]


def test_the_database_plans_no_departure_before_the_admission(stay):
    stay.plans_to_leave_on = stay.admitted_on - timedelta(days=1)

    with pytest.raises(ValidationError, match="before the day of admission"):
        stay.validate_constraints()
    with transaction.atomic(), pytest.raises(IntegrityError, match="planned_to_end"):
        stay.save()


def test_somebody_beyond_reach_leaves_without_a_code(client, manager, stay):
    stay.plans_to_leave_on = localdate()
    stay.save()
    SuspensionOrderFactory(victim=stay.victim)

    (one,) = board(client).leaving
    assert one.guest.code == ""
    assert stay.victim.code not in client.get(BOARD).text


def test_the_board_costs_the_same_with_more_departures(client, manager, beds):
    stays = [lodged(bed) for bed in beds]
    alone = queries(client, BOARD)
    for stay in stays:
        stay.plans_to_leave_on = localdate()
        stay.save()

    assert queries(client, BOARD) == alone


def test_the_move_costs_the_same_with_more_beds_elsewhere(
    client, manager, second, stay
):
    page = address("beds:move", stay.pk)
    alone = queries(client, page)
    more = ShelterFactory(name="Shelter 3")
    manager.shelters.add(more)
    beds_of(more, 3)

    assert queries(client, page) == alone
