"""What a list shows, taken out: the right, the reason, the entry, no names."""

import csv
from io import BytesIO, StringIO

import openpyxl
import pytest
from django.urls import reverse

from accounts.choices import Action, Role
from accounts.models import JournalEntry
from tests.factories import (
    CallFactory,
    IdentityFactory,
    ShelterFactory,
    VictimFactory,
)

EXPORT = reverse("lists:export", args=["people"])
WHY = {"layout_of_files": "csv", "reason": "Meeting of 4 June"}


@pytest.fixture
def shelter(db):
    return ShelterFactory()


@pytest.fixture
def manager(client, user_as, shelter):
    user = user_as(Role.SHELTER_MANAGER, shelter=shelter)
    client.force_login(user)
    return user


@pytest.fixture
def person(shelter):
    victim = VictimFactory(code="KM-4821-7", sex="F", registered_at=shelter)
    IdentityFactory(victim=victim, given_name="Leyla", family_name="Əliyeva")
    return victim


def content(response):
    """Return what was sent; the file is closed at its end."""
    return b"".join(response)


def rows(response):
    return list(csv.reader(StringIO(content(response).decode("utf-8-sig"))))


def test_the_file_has_the_columns_of_the_list_and_codes_for_persons(
    client, manager, person
):
    headings, row = rows(client.post(EXPORT, WHY))

    assert headings[:4] == ["Code", "Sex", "Age", "Status"]
    assert row[:2] == ["KM-4821-7", "Female"]


def test_no_name_leaves_with_the_file(client, manager, person):
    text = content(client.post(EXPORT, WHY)).decode()

    assert "Leyla" not in text
    assert "liyeva" not in text


def test_a_workbook_says_who_took_it_out(client, manager, person):
    answer = client.post(EXPORT, WHY | {"layout_of_files": "xlsx"})

    first, about = openpyxl.load_workbook(BytesIO(content(answer))).worksheets
    assert first["A2"].value == "KM-4821-7"
    assert about["B1"].value == manager.username


def test_the_file_is_narrowed_as_the_list_is(client, manager, person, shelter):
    VictimFactory(sex="M", registered_at=shelter)

    found = rows(client.post(f"{EXPORT}?sex=F", WHY))

    assert [row[0] for row in found[1:]] == ["KM-4821-7"]


def test_nobody_beyond_reach_leaves_with_the_file(client, manager, person):
    VictimFactory()

    assert len(rows(client.post(EXPORT, WHY))) == 2


def test_the_journal_keeps_codes_columns_and_the_reason(client, manager, person):
    answer = client.post(EXPORT, WHY)

    entry = JournalEntry.objects.get(action=Action.EXPORTED)
    assert (entry.codes, entry.reason) == (["KM-4821-7"], "Meeting of 4 June")
    assert entry.fields[:2] == ["code", "sex"]
    assert f"people-{entry.pk}.csv" in answer["Content-Disposition"]
    content(answer)


def test_without_a_reason_nothing_leaves(client, manager, person):
    answer = client.post(EXPORT, WHY | {"reason": ""})

    assert answer.context["form"].errors == {
        "reason": ["Enter why the list is taken out."]
    }
    assert not JournalEntry.objects.filter(action=Action.EXPORTED).exists()


@pytest.mark.parametrize(("people", "leaves"), [(20, True), (21, False)])
def test_more_than_twenty_persons_leave_only_by_the_office(
    client, manager, shelter, people, leaves
):
    VictimFactory.create_batch(people, registered_at=shelter)

    answer = client.post(EXPORT, WHY)

    content(answer)
    assert answer.streaming is leaves
    assert JournalEntry.objects.filter(action=Action.EXPORTED).exists() is leaves


def test_the_office_takes_out_what_it_may_take_out_as_a_register(client, user_as):
    client.force_login(user_as(Role.ADMINISTRATOR))
    VictimFactory.create_batch(21)

    assert len(rows(client.post(EXPORT, WHY))) == 22


def test_what_concerns_nobody_has_no_limit(client, user_as):
    client.force_login(user_as(Role.ADMINISTRATOR))
    CallFactory.create_batch(30)

    found = rows(client.post(reverse("lists:export", args=["calls"]), WHY))

    assert (len(found), found[0]) == (31, ["Received", "Topic", "Outcome"])


@pytest.mark.parametrize("role", [Role.SHELTER_WORKER, Role.ASSISTANCE_WORKER])
def test_without_the_right_nothing_leaves(client, user_as, role):
    client.force_login(user_as(role))

    assert client.post(EXPORT, WHY).status_code == 403


def test_a_list_that_a_filter_cannot_read_gives_an_empty_file(client, manager, person):
    assert len(rows(client.post(f"{EXPORT}?sex=nonsense", WHY))) == 1
