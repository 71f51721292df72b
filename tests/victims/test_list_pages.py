"""The list of people: who sees which columns, filters, search, pages by key."""

from datetime import date

import pytest
from factory import Sequence

from accounts.choices import Action, Role
from accounts.models import JournalEntry
from tests.factories import (
    IdentityFactory,
    PlacementFactory,
    StatusDecisionFactory,
    VictimFactory,
)
from tests.shelter import address, queries

LIST = "/people/"


def search(client, text):
    """Post the search, and follow to the page of who was found, as a browser does."""
    return client.post(LIST, {"text": text}, follow=True)


def codes(response):
    return [row.code for row in response.context["rows"]]


def test_staff_see_code_given_name_status_and_stay(client, manager, person, shelter):
    PlacementFactory(victim=person, shelter=shelter)
    StatusDecisionFactory(victim=person)

    page = client.get(LIST).content.decode()

    for shown in ("KM-4821-7", "Günay", "Formally identified", "Shelter 1"):
        assert shown in page


def test_the_list_shows_nothing_else_of_an_identity(client, manager, person):
    page = client.get(LIST).content.decode()

    assert "Əliyeva" not in page
    assert "123 45 67" not in page


@pytest.mark.parametrize("role", [Role.POLICE_ANALYST, Role.ADMINISTRATOR])
def test_offices_see_codes_and_no_name(client, user_as, person, role):
    client.force_login(user_as(role))

    page = client.get(LIST).content.decode()

    assert "KM-4821-7" in page
    assert "Günay" not in page


def test_an_analyst_sees_no_shelter(client, user_as, person, shelter):
    PlacementFactory(victim=person, shelter=shelter)
    client.force_login(user_as(Role.POLICE_ANALYST))

    response = client.get(LIST)

    assert "Shelter 1" not in response.content.decode()
    assert "placement" not in response.context["form"].fields


def test_people_of_another_shelter_are_not_listed(client, manager, person):
    VictimFactory(code="HB-3307-2")

    assert codes(client.get(LIST)) == ["KM-4821-7"]


@pytest.mark.parametrize(
    ("query", "found"),
    [
        ("status=identified", ["A-1"]),
        ("status=none", ["C-3", "B-2"]),
        ("placement=now", ["A-1"]),
        ("placement=never", ["C-3", "B-2"]),
        ("placement=left", []),
        ("identified=2019", ["A-1"]),
        ("identified=2018", []),
        ("sex=M", ["B-2"]),
        ("age=child", ["C-3"]),
        ("age=adult", ["A-1"]),
        ("age=none", ["B-2"]),
        ("citizenship=UZB", ["B-2"]),
        ("sex=F&status=none", ["C-3"]),
    ],
)
def test_filters_stand_in_the_address(client, manager, shelter, query, found):
    here = {"registered_at": shelter}
    first = VictimFactory(code="A-1", age_at_identification=30, **here)
    VictimFactory(code="B-2", sex="M", citizenship="UZB", **here)
    VictimFactory(code="C-3", age_at_identification=17, **here)
    StatusDecisionFactory(victim=first, decided_on=date(2019, 3, 16))
    PlacementFactory(victim=first, shelter=shelter)

    assert codes(client.get(f"{LIST}?{query}")) == found


def test_a_filter_in_force_is_a_chip(client, manager, person):
    chips = client.get(f"{LIST}?sex=F").context["form"].chips

    assert [chip.text for chip in chips] == ["Sex: female"]


def test_no_person_is_skipped_or_repeated_between_pages(client, manager, shelter):
    everyone = VictimFactory.create_batch(30, registered_at=shelter)
    first = client.get(LIST)
    VictimFactory(registered_at=shelter)

    second = client.get(f"{LIST}?after={first.context['page'].following['after']}")

    seen = codes(first) + codes(second)
    assert seen == [victim.code for victim in reversed(everyone)]


def test_a_lost_place_in_the_list_gives_the_first_page(client, manager, person):
    response = client.get(f"{LIST}?after=999999")

    assert response.context["page"].lost
    assert codes(response) == ["KM-4821-7"]


@pytest.mark.parametrize("people", [1, 3])
def test_a_list_takes_six_queries(client, manager, shelter, people):
    for identity in IdentityFactory.create_batch(people):
        identity.victim.registered_at = shelter
        identity.victim.save()
        PlacementFactory(victim=identity.victim, shelter=shelter)

    # Session, user, what the user keeps of the list, people, journal.
    assert queries(client, LIST) == 6


@pytest.mark.parametrize("people", [1, 3])
def test_the_found_take_six_queries_too(client, manager, shelter, people):
    for identity in IdentityFactory.create_batch(people, family_name="Əliyeva"):
        identity.victim.registered_at = shelter
        identity.victim.save()
    search(client, "Əliyeva")

    assert queries(client, "/people/found/") == 6


@pytest.mark.parametrize(
    "typed",
    [
        "Əliyeva",
        "Aliyeva",
        "Алиева",
        "aliyev",
        "Günay Əliyeva",
        "KM-4821-7",
        "km48217",
        "КМ-4821-7",
        "+994501234567",
        "Alieva",
    ],
)
def test_search_folds_letters_and_scripts(client, manager, person, typed):
    assert codes(search(client, typed)) == ["KM-4821-7"]


@pytest.mark.parametrize("code", ["v-2019/07", "Q 7"])
def test_an_imported_code_is_found_as_it_is(client, manager, shelter, code):
    VictimFactory(code=code, registered_at=shelter)

    found = search(client, code)

    assert codes(found) == [code]
    assert client.get(address("assistance:overview", code)).status_code == 200


def test_search_does_not_reach_another_shelter(client, manager):
    IdentityFactory()

    assert codes(search(client, "Əliyeva")) == []


def test_who_was_found_is_there_again_on_the_way_back(client, manager, person):
    response = client.post(LIST, {"text": "Əliyeva"})

    assert (response.status_code, response.url) == (302, "/people/found/")
    assert codes(client.get(response.url)) == codes(client.get(response.url))
    assert codes(client.get(response.url)) == ["KM-4821-7"]


def test_the_session_keeps_codes_and_nothing_that_was_typed(client, manager, person):
    search(client, "Əliyeva")

    assert client.session["found"] == ["KM-4821-7"]
    assert "liyeva" not in str(dict(client.session))


def test_somebody_found_who_went_out_of_reach_is_not_shown_again(
    client, manager, person
):
    search(client, "Əliyeva")
    person.registered_at = None
    person.save()

    assert codes(client.get("/people/found/")) == []


def test_without_a_search_the_found_lead_to_the_list(client, manager):
    assert client.get("/people/found/").url == LIST


def test_of_very_many_found_fifty_are_shown_in_pages(client, manager, shelter):
    many = Sequence("VX-1{}".format)
    VictimFactory.create_batch(51, registered_at=shelter, code=many)

    first = search(client, "VX-1")
    after = first.context["page"].following["after"]
    second = client.get(f"/people/found/?after={after}")

    assert (len(codes(first) + codes(second)), second.context["more"]) == (50, True)


def test_an_analyst_finds_by_code_and_not_by_name(client, user_as, person):
    client.force_login(user_as(Role.POLICE_ANALYST))

    assert codes(search(client, "Əliyeva")) == []
    assert codes(search(client, "KM-4821")) == ["KM-4821-7"]


def test_the_journal_keeps_the_codes_found_and_not_what_was_typed(
    client, manager, person
):
    client.post(LIST, {"text": "Əliyeva"})

    entry = JournalEntry.objects.get(action=Action.SEARCHED)
    assert (entry.codes, entry.fields, entry.reason) == (["KM-4821-7"], ["text"], "")


def test_an_empty_search_says_what_to_do(client, manager):
    response = search(client, "")

    assert response.context["search"].errors == {
        "text": ["Fill in “Code, name, phone or number of a document”."]
    }


@pytest.mark.parametrize(
    ("role", "label", "placeholder"),
    [
        (
            Role.SHELTER_MANAGER,
            "Code, name, phone or number of a document",
            "Code, name or phone",
        ),
        (Role.POLICE_ANALYST, "Code of the person", "Code or case number"),
        (Role.POLICE_INVESTIGATOR, "Code of the person", "Code or case number"),
        (Role.ADMINISTRATOR, "Code of the person", "Code or case number"),
    ],
)
def test_the_search_promises_what_the_role_finds_by(
    client, user_as, role, label, placeholder
):
    client.force_login(user_as(role))

    response = client.get(LIST)

    assert response.context["search"]["text"].label == label
    assert f'placeholder="{placeholder}"' in response.content.decode()
    found = client.post(LIST, {"text": "Leyla"}, follow=True).content.decode()
    assert ("by their code only" in found) == (label == "Code of the person")


@pytest.mark.parametrize("year", ["99999", "-1", "1e30", "0"])
def test_a_year_that_no_calendar_has_is_refused_in_words(client, manager, year):
    page = client.get(LIST, {"identified": year})

    assert page.status_code == 200
    assert list(page.context["form"].errors) == ["identified"]
