"""Contacts of the accused: sealed, compared by tokens, told by codes only."""

import re

import pytest
from django.core.exceptions import FieldError
from django.db import connection
from django.urls import reverse

from accounts.choices import Role
from cases.contacts import matches, shared
from cases.models import AccusedContact, CriminalCase
from tests.cases.posting import address, errors, post
from tests.factories import (
    AccusedContactFactory,
    AccusedFactory,
    CaseAssignmentFactory,
    CaseVictimFactory,
    IdentityFactory,
    SuspensionOrderFactory,
    UserFactory,
)
from tests.queries import queries_of
from tests.refused import refused_by, said_of, saved_past_the_form

PHONE = "+994 55 987 65 41"
SAID = re.compile(r"987\D{0,3}65\D{0,3}41")  # tokens and keys have digits too
SAME = "055 987-65-41"
PAGE = reverse("cases:shared-contacts")


@pytest.fixture
def contact(db):
    """Return a contact that also stands in the file of a victim of another case."""
    contact = AccusedContactFactory(value=PHONE)
    victim = CaseVictimFactory().victim
    IdentityFactory(victim=victim, phone=SAME)
    return contact


def victim_of(contact):
    return (
        CaseVictimFactory._meta.model.objects.exclude(case=contact.accused.case)
        .get()
        .victim
    )


def investigator_of(*cases):
    user = UserFactory(role=Role.POLICE_INVESTIGATOR)
    for case in cases:
        CaseAssignmentFactory(case=case, user=user)
    return user


def other_case(contact):
    return CriminalCase.objects.exclude(pk=contact.accused.case_id).get()


def test_the_database_holds_no_contact_that_can_be_read(contact):
    with connection.cursor() as cursor:
        cursor.execute("SELECT row_to_json(t)::text FROM cases_accusedcontact t")
        (text,) = cursor.fetchone()

    assert not SAID.search(text)
    with pytest.raises(FieldError):
        AccusedContact.objects.filter(value=PHONE)


def test_who_reaches_both_is_told_the_codes(contact):
    user = investigator_of(contact.accused.case, other_case(contact))

    (match,) = matches(CriminalCase.objects.all(), user)

    assert (match.accused, match.victim) == (contact.accused, victim_of(contact))


def test_who_reaches_only_the_accused_is_told_nothing(contact):
    user = investigator_of(contact.accused.case)

    assert matches(CriminalCase.objects.all(), user) == []


def test_who_reaches_only_the_victim_is_told_nothing(contact):
    user = investigator_of(other_case(contact))

    reached = CriminalCase.objects.visible_to(user)
    assert matches(reached, user) == []


def test_a_closed_file_matches_nothing(contact):
    SuspensionOrderFactory(victim=victim_of(contact))

    assert matches(CriminalCase.objects.all(), UserFactory(role="administrator")) == []
    assert shared(UserFactory(role=Role.POLICE_ANALYST)) == []


@pytest.mark.parametrize("gone", ["contact", "accused", "identity", "victim"])
def test_what_is_void_matches_nothing(contact, gone):
    victim = victim_of(contact)
    void = {
        "contact": contact,
        "accused": contact.accused,
        "identity": victim.identity,
        "victim": victim,
    }
    void[gone].void("a mistake")

    assert matches(CriminalCase.objects.all(), UserFactory(role="administrator")) == []


def test_an_administrator_has_a_page_of_matches_by_codes(client, contact):
    client.force_login(UserFactory(role=Role.ADMINISTRATOR))

    text = client.get(PAGE).text

    assert contact.accused.code in text
    assert victim_of(contact).code in text
    assert not SAID.search(text)


def test_an_analyst_sees_only_that_two_cases_share_a_contact(client, contact):
    client.force_login(UserFactory(role=Role.POLICE_ANALYST))

    text = client.get(PAGE).text

    assert contact.accused.case.number in text
    assert other_case(contact).number in text
    assert contact.accused.code not in text
    assert victim_of(contact).code not in text


def test_the_page_of_the_case_warns_whoever_reaches_both(client, contact):
    client.force_login(investigator_of(contact.accused.case, other_case(contact)))

    text = client.get(address("overview", contact.accused.case)).text

    said = f"A contact of {contact.accused.code} (phone) also stands in the file of"
    assert said in text
    assert not SAID.search(text)


def test_the_page_of_either_case_tells_an_analyst_of_the_other(client, contact):
    client.force_login(UserFactory(role=Role.POLICE_ANALYST))
    here, there = contact.accused.case, other_case(contact)

    told = [
        client.get(address("overview", case)).context["sharing"]
        for case in (here, there)
    ]

    assert told == [[there.number], [here.number]]


def test_a_name_on_a_network_matches_whatever_its_letters(db):
    for value in ("@Rəşad_77", "rashad 77"):
        AccusedContactFactory(kind="handle", value=value)

    assert len(shared(UserFactory(role=Role.POLICE_ANALYST))) == 1


def test_an_investigator_keeps_the_contacts_of_his_case(client, case, investigator):
    accused = AccusedFactory(case=case)

    url = address("contact-add", case)
    post(client, url, accused=accused.pk, kind="phone", value=PHONE)

    assert AccusedContact.objects.get().value == PHONE
    assert PHONE in client.get(address("contacts", case)).text
    assert not SAID.search(client.get(address("overview", case)).text)
    assert not SAID.search(client.get(address("history", case)).text)


@pytest.mark.parametrize(
    ("kind", "value", "said"),
    [
        ("phone", "12 34", "Type the whole number, nine digits or more."),
        (
            "handle",
            "@a",
            "Type the name as it is used, three letters or digits or more.",
        ),
    ],
)
def test_a_contact_too_short_is_refused_by_the_form(db, kind, value, said):
    short = AccusedContact(accused=AccusedFactory(), kind=kind, value=value)

    assert said in said_of(short)


def test_the_form_of_a_contact_says_so_at_its_field(client, case, investigator):
    accused = AccusedFactory(case=case)

    url = address("contact-add", case)
    answer = post(client, url, accused=accused.pk, kind="phone", value="12 34")

    assert errors(answer)["value"] == ["Type the whole number, nine digits or more."]


def test_a_contact_without_tokens_is_refused_by_the_database(db):
    contact = AccusedContactFactory()

    with refused_by("accused_contact_can_be_compared"):
        saved_past_the_form(contact, tokens=[])


def test_the_same_contact_twice_is_refused_by_the_form(contact):
    again = AccusedContact(accused=contact.accused, kind="phone", value=SAME)

    assert said_of(again) == ["This contact is already recorded for this person."]


def test_the_same_contact_twice_is_refused_by_the_database(contact):
    with refused_by("accused_contact_recorded_once"):
        AccusedContactFactory(accused=contact.accused, value=SAME)


@pytest.mark.parametrize("role", [Role.POLICE_ANALYST, Role.ADMINISTRATOR])
@pytest.mark.parametrize("rows", [1, 3])
def test_the_page_asks_the_same_at_any_size(db, client, role, rows):
    for number in range(rows):
        value = f"+994 50 111 22 3{number}"
        AccusedContactFactory(value=value)
        AccusedContactFactory(value=value)
        IdentityFactory(victim=CaseVictimFactory().victim, phone=value)
    client.force_login(UserFactory(role=role))

    expected = {Role.POLICE_ANALYST: 7, Role.ADMINISTRATOR: 6}[role]
    assert len(queries_of(client, PAGE)) == expected


def test_an_empty_form_asks_for_what_is_missing_and_says_no_more(client, contact):
    case = contact.accused.case
    client.force_login(investigator_of(case))

    found = errors(post(client, address("contact-add", case)))

    assert sorted(found) == ["accused", "kind", "value"]
