"""Registering a person: search, first hour, check, one record, a code and a card."""

import json

import pytest

from accounts.choices import Action, Role
from accounts.models import JournalEntry
from tests.factories import IdentityFactory
from tests.intake import ANSWERS, begun, check, registered, search, type_in
from tests.refused import must_be_past
from tests.shelter import address, problems, queries
from victims.models import Consent, Draft, FirstHour, Identity, Victim


def test_nothing_is_made_until_one_search_was_run(client, manager):
    """Point 15."""
    client.get(address("victims:new"))

    assert not Victim.objects.exists()
    assert not Draft.objects.exists()


def test_a_search_without_hits_carries_the_name_over(client, manager):
    """Point 15."""
    response = search(client, "Əliyeva Leyla Rəşad")

    form = client.get(response.url).context["form"]
    names = [form[name].value() for name in ("family_name", "given_name")]
    assert [*names, form["father_name"].value()] == ["Əliyeva", "Leyla", "Rəşad"]
    assert "liyeva" not in response.url


def test_a_person_is_registered_with_the_identity_apart(client, manager, shelter):
    registered(client)

    victim = Victim.objects.get()
    assert (victim.registered_at, victim.first_contact_on.isoformat()) == (
        shelter,
        "2019-06-04",
    )
    assert victim.identity.full_name() == "Əliyeva Leyla"


def test_the_needs_of_the_first_hour_stand_beside_the_code(client, manager):
    registered(client, medical_need="now", danger="declined", children_with="2")

    hour = FirstHour.objects.get()
    assert (hour.language, hour.medical_need, hour.danger, hour.children_with) == (
        *("az", "now", "declined"),
        2,
    )


def test_no_children_is_an_answer_too(client, manager):
    draft = begun(client)
    type_in(client, draft, children_with="0")

    page = client.get(address("victims:draft_check", draft.key))

    assert "Children with the person" not in [one.label for one in page.context["open"]]


def test_the_year_of_birth_is_sealed(client, manager):
    registered(client, birth_year="1990")

    hour = FirstHour.objects.get()
    assert b"1990" not in bytes(hour.__dict__["birth_year"])
    assert hour.birth_year == "1990"


def test_agreeing_is_recorded_as_consent_to_help(client, manager):
    registered(client, agreed="yes")

    consent = Consent.objects.get()
    assert (consent.purpose, consent.given_on.isoformat()) == ("services", "2019-06-04")
    assert (consent.explained_by, consent.language) == (str(manager), "Azerbaijani")


@pytest.mark.parametrize("agreed", ["", "no"])
def test_without_agreeing_there_is_no_consent(client, manager, agreed):
    registered(client, agreed=agreed)

    assert not Consent.objects.exists()


def test_a_replayed_post_registers_one_person(client, manager):
    """Point 20."""
    draft = begun(client)
    type_in(client, draft)

    first, second = check(client, draft), check(client, draft)

    assert first.url == second.url
    assert Victim.objects.count() == Identity.objects.count() == 1


def test_a_draft_of_a_registered_person_holds_nothing(client, manager):
    registered(client)

    draft = Draft.objects.get()
    assert (draft.content, draft.victim) == ("", Victim.objects.get())


def test_what_is_typed_after_registering_changes_nothing(client, manager):
    registered(client)
    draft = Draft.objects.get()

    answer = client.post(address("victims:draft_save", draft.key), ANSWERS)

    assert answer.status_code == 410
    assert not Draft.objects.get().content


WRONG = [
    (
        {"first_contact_on": "6/25/2019"},
        "“Date the person came” must have the day first: 4 6 2019 is 4 June 2019.",
    ),
    ({"first_contact_on": ""}, "Fill in “Date the person came”."),
    ({"first_contact_on": "1 1 2999"}, must_be_past("Date the person came")),
    (
        {"family_name": "", "given_name": ""},
        "Enter a name, or tick that it is not known.",
    ),
    ({"sex": ""}, "Choose an answer for “Sex”."),
    ({"of_age": ""}, "Choose an answer for “Is the person 18 or over?”."),
    ({"birth_date": "1 1 2999"}, "The birth date must be today or earlier."),
    ({"estimated_age": "15"}, "By the age given the person is under 18."),
    (
        {"of_age": "child", "birth_date": "1 1 1990"},
        "By the age given the person is 18 or over.",
    ),
]


@pytest.mark.parametrize(("wrong", "said"), WRONG)
def test_what_is_wrong_is_said_and_nothing_typed_is_lost(client, manager, wrong, said):
    draft = begun(client)

    response = type_in(client, draft, danger="yes", **wrong)

    assert problems(response) == [said]
    assert response.context["form"]["danger"].value() == "yes"
    assert Draft.objects.get().read()["answers"]["danger"] == "yes"


def test_an_empty_step_lists_what_is_missing_in_the_order_of_the_page(client, manager):
    """Point 22."""
    draft = begun(client, "5550123")

    page = client.post(address("victims:draft", draft.key), {"family_name": ""})

    assert page.content.decode().count("<title>Error: ") == 1
    assert list(page.context["form"].errors)[-1] == "family_name"


def test_an_answer_that_is_missing_leads_back_from_the_check(client, manager):
    draft = begun(client)

    response = client.get(address("victims:draft_check", draft.key))

    assert response.url == address("victims:draft", draft.key) + "?check"
    assert "Choose an answer for “Sex”." in problems(client.get(response.url))


def test_a_name_that_is_not_known_is_an_answer(client, manager):
    registered(client, family_name="", given_name="", name_unknown="on")

    assert Identity.objects.get().full_name() == ""


def test_the_check_shows_answers_and_what_is_open(client, manager):
    draft = begun(client)
    type_in(client, draft, interpreter="needed")

    context = client.get(address("victims:draft_check", draft.key)).context

    told = {fact.label: fact.value for card in context["cards"] for fact in card.facts}
    missing = {str(fact.label) for fact in context["open"]}
    assert (told["Interpreter"], told["Sex"]) == ("Needed", "Female")
    assert "Does the person need a doctor now?" in missing
    assert "Sex" not in missing


def test_every_card_leads_to_its_answers_and_back(client, manager):
    draft = begun(client)
    type_in(client, draft)
    page = client.get(address("victims:draft_check", draft.key))

    urls = [card.url for card in page.context["cards"]]

    form = client.get(address("victims:draft", draft.key)).content.decode()
    assert [url for url in urls if f'id="{url.partition("#")[2]}"' not in form] == []
    assert type_in(client, draft).url == address("victims:draft_check", draft.key)


def test_the_new_code_is_shown_large_with_three_things_to_do(client, manager):
    response = client.get(registered(client, medical_need="now").url)

    texts = [str(step["text"]) for step in response.context["steps"]]
    assert Victim.objects.get().code in response.content.decode()
    assert texts == [
        "See a doctor, and record the help",
        "Place the person in a shelter",
        "Explain the rights and record consent",
    ]


def test_the_card_has_the_code_and_no_name(client, manager):
    registered(client)
    code = Victim.objects.get().code

    page = client.get(address("victims:card", code)).content.decode()

    assert code in page
    assert "Leyla" not in page
    assert "liyeva" not in page


def test_the_journal_keeps_who_registered_whom(client, manager):
    registered(client)

    entry = JournalEntry.objects.get(action=Action.CREATED)
    assert (entry.user_id, entry.codes) == (manager.pk, [Victim.objects.get().code])


def test_no_name_is_in_the_journal_or_in_the_session(client, manager):
    registered(client)

    kept = [str(vars(entry)) for entry in JournalEntry.objects.all()]
    kept.append(json.dumps(dict(client.session.items()), default=str))
    assert [text for text in kept if "Leyla" in text or "liyeva" in text] == []


@pytest.mark.parametrize(
    "role", [Role.POLICE_ANALYST, Role.ADMINISTRATOR, Role.ASSISTANCE_WORKER]
)
def test_only_shelter_staff_register(client, user_as, role):
    client.force_login(user_as(role))

    assert client.get(address("victims:new")).status_code == 403
    assert client.get(address("victims:drafts")).status_code == 403


def test_the_pages_ask_the_database_alike_for_one_or_three_alike(
    client, manager, shelter
):
    draft = begun(client)
    type_in(client, draft)
    counts = []
    for number in (1, 3):
        while Victim.objects.count() < number:
            IdentityFactory(victim__registered_at=shelter)
        names = ("victims:draft", "victims:draft_check")
        counts.append([queries(client, address(name, draft.key)) for name in names])

    assert counts[0] == counts[1] == [6, 13]
