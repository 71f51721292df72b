"""Registering a person: search first, then one record, however often it is posted."""

from uuid import uuid4

import pytest

from accounts.choices import Action, Role
from accounts.models import JournalEntry
from tests.factories import IdentityFactory
from tests.shelter import address, problems
from victims.models import Identity, Victim

ANSWERS = {
    "family_name": "Əliyeva",
    "given_name": "Leyla",
    "first_contact_on": "4/6/2019",
    "sex": "F",
    "citizenship": "AZE",
    "role": "victim",
    "phone_safety": "unsafe",
    "phone": "050 123 45 67",
}


def search(client, text="Əliyeva Leyla"):
    return client.post(address("victims:new"), {"text": text})


def register(client, **answers):
    key = {"submission": str(uuid4())}
    return client.post(address("victims:add"), key | ANSWERS | answers)


def test_without_a_search_the_form_leads_to_it(client, manager):
    response = client.get(address("victims:add"))

    assert response.url == address("victims:new")


def test_without_a_search_nobody_is_registered(client, manager):
    response = register(client)

    assert response.url == address("victims:new")
    assert not Victim.objects.exists()


def test_the_search_carries_the_name_over(client, manager):
    form = search(client, "Əliyeva Leyla Rəşad").context["form"]

    names = [form[name].value() for name in ("family_name", "given_name")]
    assert [*names, form["father_name"].value()] == ["Əliyeva", "Leyla", "Rəşad"]


def test_who_may_be_the_same_is_shown_by_code_and_reason(client, manager, person):
    likenesses = search(client, "Aliyeva").context["likenesses"]

    assert [(one.victim.code, str(one.reason)) for one in likenesses] == [
        ("KM-4821-7", "Same name or number")
    ]


def test_who_may_be_the_same_opens_beside_what_was_typed(client, manager, person):
    page = search(client, "Aliyeva").content.decode()

    url = address("assistance:overview", person.code)
    assert f'<a class="code" href="{url}" target="_blank" rel="noopener">' in page


def test_what_is_missing_is_listed_in_the_order_of_the_page(client, manager):
    search(client)

    response = client.post(address("victims:add"), {"phone_safety": "wrong"})

    form = response.context["form"]
    missing = [field.name for field in form.visible_fields() if field.errors]
    assert missing == ["family_name", "first_contact_on", "sex", "role", "phone_safety"]


def test_who_may_be_the_same_is_never_named(client, manager, person):
    page = search(client, "Aliyeva").content.decode()

    assert "KM-4821-7" in page
    assert "Günay" not in page


def test_nobody_beyond_reach_is_hinted_at(client, manager):
    IdentityFactory()

    assert search(client, "Əliyeva").context["likenesses"] == []


def test_a_person_is_registered_with_the_identity_apart(client, manager, shelter):
    search(client)

    register(client)

    victim = Victim.objects.get()
    assert (victim.registered_at, victim.first_contact_on.isoformat()) == (
        shelter,
        "2019-06-04",
    )
    assert victim.identity.full_name() == "Əliyeva Leyla"


def test_the_new_code_is_shown_large(client, manager):
    search(client)

    response = client.get(register(client).url)

    assert response.context["object"] == Victim.objects.get()
    assert Victim.objects.get().code in response.content.decode()


def test_a_form_posted_twice_registers_one_person(client, manager):
    search(client)
    key = str(uuid4())

    first = register(client, submission=key)
    second = register(client, submission=key)

    assert first.url == second.url
    assert Victim.objects.count() == Identity.objects.count() == 1


def test_the_next_person_needs_a_search_of_their_own(client, manager):
    search(client)
    register(client)

    assert register(client).url == address("victims:new")


@pytest.mark.parametrize(
    ("wrong", "said"),
    [
        (
            {"first_contact_on": "6/25/2019"},
            "“Date the person came” must have the day first: 4 6 2019 is 4 June 2019.",
        ),
        ({"first_contact_on": ""}, "Fill in “Date the person came”."),
        ({"first_contact_on": "1 1 2999"}, "This date is later than today."),
        (
            {"family_name": "", "given_name": ""},
            "Enter a name, or tick that it is not known.",
        ),
        ({"sex": ""}, "Choose an answer for “Sex”."),
        ({"birth_date": "1 1 2999"}, "The birth date must be today or earlier."),
    ],
)
def test_what_is_wrong_is_said_and_nothing_typed_is_lost(client, manager, wrong, said):
    search(client)

    response = register(client, **wrong)

    assert problems(response) == [said]
    assert response.context["form"]["phone"].value() == "050 123 45 67"


def test_a_name_that_is_not_known_is_an_answer(client, manager):
    search(client)

    register(client, family_name="", given_name="", name_unknown="on")

    assert Identity.objects.get().full_name() == ""


def test_the_journal_keeps_who_registered_whom(client, manager):
    search(client)
    register(client)

    entry = JournalEntry.objects.get(action=Action.CREATED)
    assert (entry.user_id, entry.codes) == (manager.pk, [Victim.objects.get().code])
    assert "Leyla" not in str(vars(entry))


@pytest.mark.parametrize(
    "role", [Role.POLICE_ANALYST, Role.ADMINISTRATOR, Role.ASSISTANCE_WORKER]
)
def test_only_shelter_staff_register(client, user_as, role):
    client.force_login(user_as(role))

    assert client.get(address("victims:new")).status_code == 403
    assert client.get(address("victims:add")).status_code == 403
