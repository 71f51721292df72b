"""What staff do on the board: hold, move, away, leave, out of use."""

from datetime import timedelta

from django.utils.timezone import localdate

from accounts.choices import Role
from assistance.models import Bed, Hold, NightAbsence, Placement
from tests.assistance.bed_acts import (
    came_earlier,
    do,
    newcomer,
    place,
    today,
)
from tests.assistance.boards import (
    free_numbers,
    lodged,
    states,
)
from tests.factories import (
    BedRequestFactory,
    BoardRulesFactory,
    HoldFactory,
    ShelterFactory,
    VictimFactory,
)
from tests.shelter import address, hidden, problems, send


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


def test_whoever_is_on_duty_places_into_a_bed_reserved_for_a_request(
    client, user_as, beds, person
):
    hold = HoldFactory(bed=beds[0], request=BedRequestFactory())
    client.force_login(user_as(Role.SHELTER_WORKER, shelter=beds[0].shelter))
    release = client.get(address("beds:release", hold.pk))

    place(client, beds[0], person=person.pk)

    assert release.status_code == 200
    assert Placement.objects.get().bed == beds[0]


def test_who_the_bed_is_held_for_is_chosen_already(client, manager, beds, person):
    VictimFactory.create_batch(11, registered_at=beds[0].shelter)
    HoldFactory(bed=beds[0], victim=person)

    page = client.get(address("beds:place", beds[0].pk))

    field = page.context["form"]["person"]
    chosen = [str(one) for one in field if one.data["selected"]]
    assert len(chosen) == 1
    assert person.code in chosen[0]


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

    assert problems(response) == ["Choose a free bed, or another shelter."]


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

    assert [act.name for act in tile.acts] == ["move", "away", "leave", "plan"]
    assert Bed.objects.free().count() == 2
