"""Placing somebody into a bed, and who comes second."""

from django.utils.timezone import localdate

from assistance.models import Placement
from tests.assistance.bed_acts import (
    newcomer,
    place,
    today,
)
from tests.assistance.boards import (
    beds_of,
    lodged,
)
from tests.factories import (
    ShelterFactory,
)
from tests.shelter import address, hidden, problems


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
