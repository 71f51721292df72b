"""What was done on the board is taken back within ten minutes."""

from datetime import timedelta

import pytest
from django.utils import timezone

from accounts.choices import Role
from assistance.models import BedAct, Hold, NightAbsence, Placement
from tests.assistance.bed_acts import (
    came_earlier,
    do,
    today,
)
from tests.assistance.boards import (
    free_numbers,
    lodged,
    said,
    states,
    undo,
)
from tests.factories import (
    HoldFactory,
    ShelterFactory,
)
from tests.shelter import address

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
