"""What staff do on the board: hold, place, move, away, leave, out of use, undo."""

from datetime import timedelta

import pytest
from django.utils import timezone
from django.utils.timezone import localdate

from accounts.choices import Role
from assistance.models import Bed, BedAct, Hold, NightAbsence, Placement
from tests.assistance.boards import (
    beds_of,
    free_numbers,
    lodged,
    said,
    states,
    undo,
)
from tests.factories import (
    BoardRulesFactory,
    HoldFactory,
    ShelterFactory,
    VictimFactory,
)
from tests.shelter import address, hidden, problems, send

TODAY = "{:%d.%m.%Y}"


@pytest.fixture
def beds(shelter):
    """Return three beds of the shelter."""
    return beds_of(shelter, 3)


@pytest.fixture
def stay(beds, person):
    """Return the stay of the person in bed 1."""
    return lodged(beds[0], victim=person)


def today():
    return TODAY.format(localdate())


def newcomer(shelter):
    return VictimFactory(registered_at=shelter)


def came_earlier(stay):
    stay.admitted_on = localdate() - timedelta(days=7)
    stay.save()


def do(client, name, record, **answers):
    return send(client, address(f"beds:{name}", record.pk), **answers)


def place(client, bed, **answers):
    return do(client, "place", bed, **({"admitted_on": today()} | answers))


def test_a_person_is_chosen_and_placed(client, manager, beds, person):
    place(client, beds[0], person=person.pk)

    stay = Placement.objects.get()
    assert (stay.victim, stay.bed, stay.admitted_on) == (person, beds[0], localdate())


def test_a_person_is_placed_by_the_code_in_any_letters(client, manager, beds, person):
    place(client, beds[0], code="км 4821 7")

    assert Placement.objects.get().victim == person


def test_who_stays_already_is_not_placed_again(client, manager, beds, stay):
    response = place(client, beds[1], code=stay.victim.code)

    assert problems(response) == [
        "This person stays in a shelter already. Move the person there."
    ]


def test_a_code_beyond_reach_is_not_known(client, manager, beds):
    other = lodged(beds_of(ShelterFactory(), 1)[0]).victim

    response = place(client, beds[0], code=other.code)

    assert problems(response) == ["No person within your reach has this code."]


def test_a_form_without_a_person_says_what_to_do(client, manager, beds, person):
    response = place(client, beds[0])

    assert problems(response) == ["Choose a person, or enter the code."]


def test_the_second_to_a_bed_sees_the_free_ones_as_buttons(
    client, manager, beds, person
):
    page = address("beds:place", beds[0].pk)
    form = hidden(client, page) | {"person": person.pk, "admitted_on": today()}
    lodged(beds[0])

    response = client.post(page, form)

    others = [address("beds:place", bed.pk) for bed in beds[1:]]
    assert response.status_code == 409
    assert response.context["taken"].text.startswith("Bed 1 was taken at ")
    assert [button["url"] for button in response.context["others"]] == others
    assert client.post(others[0], form).status_code == 302
    assert Placement.objects.get(victim=person).bed == beds[1]


def test_nothing_typed_is_lost_by_who_comes_second(client, manager, beds, person):
    page = address("beds:place", beds[0].pk)
    form = hidden(client, page) | {"code": person.code, "admitted_on": "1 6 2019"}
    lodged(beds[0])

    shown = client.post(page, form).context["form"]

    assert (shown["code"].value(), shown["admitted_on"].value()) == (
        person.code,
        "1 6 2019",
    )


def test_who_opens_the_page_of_a_bed_just_taken_sees_the_free_ones(
    client, manager, beds, person
):
    lodged(beds[0])

    page = client.get(address("beds:place", beds[0].pk))

    assert [button["text"] for button in page.context["others"]] == ["Bed 2", "Bed 3"]


def test_over_capacity_is_refused_with_the_shelters_that_have_room(
    client, manager, beds, stay
):
    shelter = stay.shelter
    shelter.capacity = 1
    shelter.save()
    other = ShelterFactory(name="Shelter 2", capacity=5)
    response = place(client, beds[1], code=newcomer(shelter).code)

    rooms = response.context["rooms"]
    assert [(room.shelter, room.left) for room in rooms] == [(other, 5)]


def test_a_form_posted_twice_makes_one_stay(client, manager, beds, person):
    page = address("beds:place", beds[0].pk)
    form = hidden(client, page) | {"person": person.pk, "admitted_on": today()}

    answers = [client.post(page, form).status_code for _ in range(2)]

    assert (answers, Placement.objects.count()) == ([302, 302], 1)


def test_a_bed_is_held_for_as_long_as_the_shelter_says(client, manager, beds, shelter):
    BoardRulesFactory(shelter=shelter, hold_minutes=30)

    do(client, "hold", beds[0])

    hold = Hold.objects.get()
    assert (hold.until - hold.made_at, hold.victim) == (timedelta(minutes=30), None)


def test_a_bed_is_held_for_ninety_minutes_by_default(client, manager, beds, person):
    do(client, "hold", beds[0], person=person.pk)

    hold = Hold.objects.get()
    assert (hold.until - hold.made_at, hold.victim) == (timedelta(minutes=90), person)


def test_who_holds_a_bed_places_into_it_and_the_hold_ends(
    client, manager, beds, person
):
    hold = HoldFactory(bed=beds[0], made_by=manager)

    place(client, beds[0], person=person.pk)

    hold.refresh_from_db()
    assert hold.ended_at
    assert Placement.objects.get().bed == beds[0]


def test_a_worker_does_not_place_into_a_bed_that_another_holds(
    client, user_as, beds, person, shelter
):
    HoldFactory(bed=beds[0])
    client.force_login(user_as(Role.SHELTER_WORKER, shelter=shelter))

    response = place(client, beds[0], person=person.pk)

    assert response.status_code == 409
    assert "is held until" in response.context["taken"].text


def test_a_worker_does_not_let_go_what_another_holds(client, user_as, beds, shelter):
    hold = HoldFactory(bed=beds[0])
    client.force_login(user_as(Role.SHELTER_WORKER, shelter=shelter))

    assert client.get(address("beds:release", hold.pk)).status_code == 404


def test_a_bed_is_let_go_and_free_again(client, manager, beds):
    hold = HoldFactory(bed=beds[0])

    do(client, "release", hold)

    assert free_numbers() == ["1", "2", "3"]


def test_a_person_is_moved_to_another_bed(client, manager, beds, stay):
    do(client, "move", stay, bed=beds[2].pk, moved_on=today())

    stay.refresh_from_db()
    assert (stay.bed, stay.bed_since) == (beds[2], localdate())
    assert Placement.objects.count() == 1


def test_the_second_to_move_into_a_bed_sees_the_free_ones(client, manager, beds, stay):
    page = address("beds:move", stay.pk)
    form = hidden(client, page) | {"bed": beds[1].pk, "moved_on": today()}
    lodged(beds[1])

    response = client.post(page, form)

    assert response.status_code == 409
    assert [button["text"] for button in response.context["others"]] == ["Bed 3"]
    client.post(page, form | {"other_bed": beds[2].pk})
    stay.refresh_from_db()
    assert stay.bed == beds[2]


def test_a_manager_moves_a_person_to_another_shelter(client, manager, stay):
    other = ShelterFactory()
    came_earlier(stay)

    do(client, "move", stay, shelter=other.pk, moved_on=today())

    stays = Placement.objects.order_by("pk").values_list("shelter", "exit_reason")
    assert list(stays) == [(stay.shelter_id, "other_shelter"), (other.pk, "")]


def test_who_came_today_is_moved_to_another_shelter_later(client, manager, stay):
    response = do(client, "move", stay, shelter=ShelterFactory().pk, moved_on=today())

    assert problems(response) == [
        "A stay covers its first day. Move the person on a later day, or void the stay."
    ]


def test_a_move_needs_one_of_the_two(client, manager, stay):
    response = do(client, "move", stay, moved_on=today())

    assert problems(response) == ["Choose a free bed here, or another shelter."]


def test_a_night_away_is_recorded(client, manager, stay):
    do(client, "away", stay, night_of=today(), kind="agreed")

    assert NightAbsence.objects.get().night_of == localdate()


def test_a_night_before_the_stay_is_refused(client, manager, stay):
    response = do(client, "away", stay, night_of="1 6 2019", kind="agreed")

    assert problems(response) == ["The person had not come yet on that day."]


def test_a_person_leaves_and_the_bed_is_free(client, manager, stay):
    do(client, "leave", stay, left_on=today(), exit_reason="family")

    stay.refresh_from_db()
    assert (stay.left_on, stay.exit_reason) == (localdate(), "family")
    assert free_numbers() == ["1", "2", "3"]


def test_a_bed_goes_out_of_use_with_a_reason_and_comes_back(client, manager, beds):
    do(client, "out", beds[0], out_reason="window")
    assert states(client)["1"] == "Out of use"

    do(client, "back", beds[0])

    assert states(client)["1"] == "Free"


def test_a_bed_that_somebody_is_in_is_kept_in_use_kindly(client, manager, stay):
    response = do(client, "out", stay.bed, out_reason="window")

    assert problems(response) == [
        "Somebody is in this bed, or it is held. Free it first."
    ]


ACTS = [
    ("hold", {}),
    ("place", {"code": "KM-4821-7", "admitted_on": "{today}"}),
    ("out", {"out_reason": "window"}),
]


@pytest.mark.parametrize("act", ACTS, ids=lambda act: act[0])
def test_what_was_done_with_a_free_bed_is_undone(client, manager, beds, person, act):
    name, answers = act
    filled = {key: text.format(today=today()) for key, text in answers.items()}
    do(client, name, beds[0], **filled)
    assert free_numbers() == ["2", "3"]

    page = undo(client)

    assert said(page) == ["Undone."]
    assert free_numbers() == ["1", "2", "3"]


STAYS = [
    ("move", {"bed": "{bed}", "moved_on": "{today}"}),
    ("leave", {"left_on": "{today}", "exit_reason": "family"}),
    ("away", {"night_of": "{today}", "kind": "agreed"}),
]


@pytest.mark.parametrize("act", STAYS, ids=lambda act: act[0])
def test_what_was_done_with_a_stay_is_undone(client, manager, beds, stay, act):
    name, answers = act
    words = {"bed": beds[1].pk, "today": today()}
    filled = {key: text.format(**words) for key, text in answers.items()}
    do(client, name, stay, **filled)

    undo(client)

    stay.refresh_from_db()
    assert (stay.bed, stay.left_on, stay.exit_reason) == (beds[0], None, "")
    assert not NightAbsence.objects.current().exists()


def test_a_move_to_another_shelter_is_undone(client, manager, stay):
    came_earlier(stay)
    do(client, "move", stay, shelter=ShelterFactory().pk, moved_on=today())

    undo(client)

    (current,) = Placement.objects.current()
    assert (current, current.left_on) == (stay, None)


def test_letting_go_is_undone(client, manager, beds):
    do(client, "release", HoldFactory(bed=beds[0]))

    undo(client)

    assert states(client)["1"] == "Held"


def test_after_ten_minutes_nothing_is_undone(client, manager, beds):
    do(client, "hold", beds[0])
    act = BedAct.objects.get()
    BedAct.objects.update(at=timezone.now() - timedelta(minutes=11))

    page = client.post(address("beds:undo", act.pk), follow=True)

    assert said(page) == ["Ten minutes have passed. Change it by hand."]
    assert Hold.objects.running().exists()


def test_what_somebody_changed_since_is_not_undone(client, manager, beds, stay):
    do(client, "move", stay, bed=beds[1].pk, moved_on=today())
    Placement.objects.update(bed=beds[2])

    page = undo(client)

    assert said(page) == [
        "Somebody has changed this since. Look at it and change it by hand."
    ]


def test_a_bed_taken_since_is_not_taken_back(client, manager, beds, stay):
    do(client, "move", stay, bed=beds[1].pk, moved_on=today())
    lodged(beds[0])

    page = undo(client)

    assert said(page) == ["Another person is in this bed on these days."]


def test_an_act_of_somebody_else_is_not_found(client, manager, user_as, beds, shelter):
    do(client, "hold", beds[0])
    client.force_login(user_as(Role.SHELTER_MANAGER, shelter=shelter))

    page = address("beds:undo", BedAct.objects.get().pk)

    assert client.post(page).status_code == 404


def test_a_message_stays_until_it_is_closed(client, manager, beds):
    do(client, "hold", beds[0])

    undo(client, close="1")

    assert client.get(address("beds:board")).context["acts"] == []
    assert Hold.objects.running().exists()


def test_an_edit_of_a_version_gone_by_is_a_conflict(client, manager, stay):
    page = address("beds:leave", stay.pk)
    form = hidden(client, page) | {"left_on": today(), "exit_reason": "family"}
    Placement.objects.update(admitted_on=localdate() - timedelta(days=1))

    assert client.post(page, form).status_code == 409


def test_the_form_of_a_file_offers_the_free_beds(client, manager, beds, stay, shelter):
    page = client.get(address("assistance:stay_add", newcomer(shelter).code))

    offered = page.context["form"].fields["bed"].queryset
    assert [*offered.values_list("number", flat=True)] == ["2", "3"]


def test_a_bed_is_given_by_the_form_of_a_file(client, manager, beds, person, shelter):
    page = address("assistance:stay_add", person.code)

    send(client, page, shelter=shelter.pk, bed=beds[1].pk, admitted_on=today())

    assert Placement.objects.get().bed == beds[1]


def test_a_file_says_kindly_that_a_bed_is_of_another_shelter(
    client, manager, beds, person
):
    page = address("assistance:stay_add", person.code)
    other = ShelterFactory()

    response = send(client, page, shelter=other.pk, bed=beds[0].pk, admitted_on=today())

    assert problems(response) == ["Choose a bed of the same shelter, or none."]


def test_a_bed_and_all_that_can_be_done_stand_on_its_page(client, manager, stay):
    tile = client.get(address("beds:bed", stay.bed.pk)).context["tile"]

    assert [act.name for act in tile.acts] == ["move", "away", "leave"]
    assert Bed.objects.free().count() == 2
