"""Police ask for a bed by needs; they learn "reserved" or "none", never a place."""

from datetime import timedelta

import pytest
from django.utils import timezone

from accounts.choices import Role
from assistance.models import BedAnswer, BedRequest, Hold
from tests.assistance.boards import beds_of, board, lodged
from tests.factories import BedAnswerFactory, BedRequestFactory, ShelterFactory
from tests.shelter import address, problems, queries, send

LIST = address("bedrequests:list")


@pytest.fixture
def beds(shelter):
    """Return two beds of a room for women."""
    return beds_of(shelter, 2, room_for="women")


@pytest.fixture
def asked(user_as):
    """Return a request of an investigator for a woman."""
    return BedRequestFactory(requested_by=user_as(Role.POLICE_INVESTIGATOR))


def answer(client, asked, **answers):
    return send(client, address("beds:answer", asked.pk), **answers)


def seen_by_police(client, asked):
    """Return the page of the investigator who asked."""
    client.force_login(asked.requested_by)
    return client.get(LIST)


def standing(client, asked):
    ((_request, told),) = seen_by_police(client, asked).context["rows"]
    return str(told.text)


def test_an_investigator_asks_by_needs_only(client, user_as):
    user = user_as(Role.POLICE_INVESTIGATOR)
    client.force_login(user)

    send(client, address("bedrequests:add"), room_for="family", people="2")

    request = BedRequest.objects.get()
    assert (request.requested_by, request.room_for, request.people) == (
        user,
        "family",
        2,
    )


def test_the_managers_board_tells_of_the_request(client, manager, beds, asked):
    assert board(client).requests == [asked]


def test_beds_are_reserved_and_held(client, manager, beds, asked):
    answer(client, asked, answer="yes", beds=[beds[0].pk])

    hold = Hold.objects.get()
    assert (hold.bed, hold.request, hold.made_by) == (beds[0], asked, manager)
    assert standing(client, asked).startswith("Reserved until ")


def test_the_police_never_see_a_place(client, manager, beds, asked, shelter):
    answer(client, asked, answer="yes", beds=[beds[0].pk])

    html = seen_by_police(client, asked).text

    told = [shelter.name, shelter.code, "Room 1", "Bed 1", str(manager)]
    assert [word for word in told if word in html] == []


def test_none_is_said_when_every_shelter_has_none(client, manager, beds, asked):
    beds_of(ShelterFactory(), 1)
    answer(client, asked, answer="no")
    assert standing(client, asked) == "Waiting for an answer"

    BedAnswerFactory(request=asked)

    assert standing(client, asked) == "None"


def test_a_reservation_that_ran_out_says_so(client, manager, beds, asked):
    answer(client, asked, answer="yes", beds=[beds[0].pk])
    ago = timezone.now() - timedelta(hours=3)
    Hold.objects.update(made_at=ago, until=ago + timedelta(minutes=90))

    assert standing(client, asked) == "The reservation has ended"


def test_as_many_beds_are_reserved_as_are_asked_for(client, manager, beds, asked):
    response = answer(client, asked, answer="yes")

    assert problems(response) == ["Choose as many beds as are asked for: 1."]
    assert not BedAnswer.objects.exists()


def test_only_free_beds_that_suit_are_offered(client, manager, beds, asked, shelter):
    lodged(beds[0])
    beds_of_men = beds_of(ShelterFactory(), 1, room_for="men")
    page = client.get(address("beds:answer", asked.pk))

    offered = [*page.context["form"].fields["beds"].queryset]

    assert (offered, beds_of_men[0] in offered) == ([beds[1]], False)


def test_a_request_is_answered_once_by_a_shelter(client, manager, beds, asked):
    answer(client, asked, answer="no")

    assert client.get(address("beds:answer", asked.pk)).status_code == 404


def test_a_request_is_withdrawn(client, manager, beds, asked):
    client.force_login(asked.requested_by)
    send(client, address("bedrequests:void", asked.pk), reason="not needed")
    client.force_login(manager)

    assert board(client).requests == []


def test_the_request_of_another_investigator_is_not_found(client, user_as, asked):
    client.force_login(user_as(Role.POLICE_INVESTIGATOR))

    assert client.get(LIST).context["rows"] == []
    page = address("bedrequests:void", asked.pk)
    assert client.get(page).status_code == 404


@pytest.mark.parametrize("count", [1, 3])
def test_the_list_asks_the_database_as_often_for_one_as_for_three(client, asked, count):
    BedRequestFactory.create_batch(count - 1, requested_by=asked.requested_by)
    client.force_login(asked.requested_by)

    assert queries(client, LIST) == 6
