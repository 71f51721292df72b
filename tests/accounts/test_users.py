"""Accounts: made without a role, given one by somebody else, never one's own."""

import pytest
from allauth.mfa.models import Authenticator
from django.db import IntegrityError
from django.urls import reverse

from accounts.choices import Action, Role
from accounts.history import changes_of
from accounts.models import JournalEntry, User
from tests.factories import ShelterFactory

PASSWORD = "correct horse battery"  # noqa: S105 - of these tests
ACCOUNT = {
    "username": "Leyla",
    "first_name": "Leyla",
    "last_name": "Əliyeva",
    "language": "az",
}


@pytest.fixture
def system_administrator(client, user_as):
    user = user_as(Role.SYSTEM_ADMINISTRATOR, username="system")
    client.force_login(user)
    return user


@pytest.fixture
def administrator(client, user_as):
    user = user_as(Role.ADMINISTRATOR, username="office")
    client.force_login(user)
    return user


@pytest.fixture
def leyla(db):
    return User.objects.create_user("leyla", password=PASSWORD)


def page_of(user, name):
    return reverse(f"users:{name}", args=[user.username])


def test_a_new_account_has_no_role(client, system_administrator):
    client.post(reverse("users:add"), ACCOUNT | {"role": "administrator"})

    user = User.objects.get(username="leyla")
    assert (user.role, user.is_staff, user.is_superuser) == ("", False, False)


@pytest.mark.parametrize("name", ["add", "change"])
def test_who_makes_accounts_gives_nobody_shelters(
    client, system_administrator, leyla, name
):
    page = reverse("users:add") if name == "add" else page_of(leyla, "change")
    typed = {"username": "aygun", "shelters": [ShelterFactory().pk]}

    client.post(page, ACCOUNT | typed)

    assert not User.objects.filter(shelters__isnull=False).exists()


def test_an_administrator_gives_shelters_with_the_role(client, administrator, leyla):
    shelter = ShelterFactory()
    given = {"role": Role.SHELTER_WORKER, "shelters": [shelter.pk]}

    client.post(page_of(leyla, "role"), given)

    assert list(leyla.shelters.all()) == [shelter]


def test_the_one_time_password_of_a_new_account_works(client, system_administrator):
    response = client.post(reverse("users:add"), ACCOUNT)

    password = response.context["password"]
    user = User.objects.get(username="leyla")
    assert user.check_password(password)
    assert user.one_time_password_until is not None
    assert password in response.text


def test_a_new_account_is_kept(client, system_administrator):
    client.post(reverse("users:add"), ACCOUNT)

    entry = JournalEntry.objects.get(action=Action.CREATED)
    assert (entry.codes, entry.username) == (["leyla"], "system")


@pytest.mark.parametrize("username", ["leyla", "LEYLA"])
def test_a_user_name_is_taken_once_in_any_capitals(
    client, system_administrator, leyla, username
):
    response = client.post(reverse("users:add"), ACCOUNT | {"username": username})

    assert list(response.context["form"].errors) == ["username"]


def test_the_database_takes_a_user_name_once_in_any_capitals(leyla):
    with pytest.raises(IntegrityError, match="user_name_once_in_any_case"):
        User.objects.create_user("LEYLA")


def test_an_administrator_gives_the_role(client, administrator, leyla):
    client.post(page_of(leyla, "role"), {"role": Role.AUDITOR})

    leyla.refresh_from_db()
    assert leyla.role == Role.AUDITOR


def test_a_role_is_an_answer_and_is_not_passed_over(client, administrator, leyla):
    response = client.post(page_of(leyla, "role"), {"role": ""})

    form = response.context["form"]
    assert form.errors == {"role": ["Choose an answer for “Role”."]}
    assert dict(form.fields["role"].choices)["none"] == "no role: nothing opens"


def test_an_administrator_takes_a_role_away(client, administrator, leyla):
    client.post(page_of(leyla, "role"), {"role": Role.AUDITOR})

    client.post(page_of(leyla, "role"), {"role": "none"})

    leyla.refresh_from_db()
    assert leyla.role == ""


def test_giving_a_role_is_kept(client, administrator, leyla):
    client.post(page_of(leyla, "role"), {"role": Role.AUDITOR})

    entry = JournalEntry.objects.get(action=Action.CHANGED)
    assert (entry.codes, entry.fields, entry.username) == (
        ["leyla"],
        ["role"],
        "office",
    )


def test_a_system_administrator_gives_no_role(client, system_administrator, leyla):
    response = client.post(page_of(leyla, "role"), {"role": Role.AUDITOR})

    assert response.status_code == 403


def test_an_account_form_does_not_take_a_role(client, system_administrator, leyla):
    typed = ACCOUNT | {"is_active": "on", "role": Role.AUDITOR, "is_superuser": "on"}
    client.post(page_of(leyla, "change"), typed)

    leyla.refresh_from_db()
    assert (leyla.last_name, leyla.role, leyla.is_superuser) == ("Əliyeva", "", False)


@pytest.mark.parametrize("name", ["change", "password"])
def test_a_system_administrator_does_not_change_his_own_account(
    client, system_administrator, name
):
    assert client.post(page_of(system_administrator, name)).status_code == 404


@pytest.mark.parametrize("name", ["role", "factor"])
def test_an_administrator_does_not_change_his_own_role(client, administrator, name):
    response = client.post(page_of(administrator, name), {"role": Role.AUDITOR})

    administrator.refresh_from_db()
    assert (response.status_code, administrator.role) == (404, Role.ADMINISTRATOR)


def test_a_user_who_is_switched_off_is_out(client, system_administrator, leyla):
    client.post(page_of(leyla, "change"), ACCOUNT)

    leyla.refresh_from_db()
    assert not leyla.is_active


def test_a_new_one_time_password_ends_the_sessions(
    client, client_of_another, system_administrator, user_as
):
    other = user_as(Role.AUDITOR, username="aygun")
    client_of_another.force_login(other)

    client.post(page_of(other, "password"))

    assert client_of_another.get(reverse("journal")).status_code == 302


@pytest.fixture
def client_of_another(db):
    from django.test import Client  # noqa: PLC0415

    return Client()


def test_a_one_time_password_is_shown_once_and_kept(
    client, system_administrator, leyla
):
    response = client.post(page_of(leyla, "password"))

    leyla.refresh_from_db()
    assert leyla.check_password(response.context["password"])
    assert JournalEntry.objects.filter(fields=["password"], codes=["leyla"]).exists()


def test_asking_for_a_one_time_password_changes_nothing_yet(
    client, system_administrator, leyla
):
    client.get(page_of(leyla, "password"))

    leyla.refresh_from_db()
    assert leyla.check_password(PASSWORD)


def test_an_administrator_takes_lost_factors_away(client, administrator, leyla):
    Authenticator.objects.create(user=leyla, type="totp", data={})

    client.post(page_of(leyla, "factor"))

    assert not Authenticator.objects.filter(user=leyla).exists()


def test_who_sets_passwords_does_not_take_factors_away(
    client, system_administrator, leyla
):
    assert client.post(page_of(leyla, "factor")).status_code == 403


def test_the_account_tells_of_a_change_from_and_to(client, administrator, leyla):
    client.post(page_of(leyla, "role"), {"role": Role.AUDITOR})

    newest = changes_of(leyla)[0]
    difference = newest.differences[0]
    assert (newest.who, difference.before, difference.after) == (
        "office",
        "Not recorded",
        "auditor",
    )


def test_the_account_tells_which_shelter_came_and_went(leyla):
    shelter = ShelterFactory(name="Shelter MIA-1")
    leyla.shelters.add(shelter)
    leyla.shelters.remove(shelter)

    moves = [change.differences[0] for change in changes_of(leyla)[:2]]

    assert {(move.before, move.after) for move in moves} == {
        ("", "Shelter MIA-1"),
        ("Shelter MIA-1", ""),
    }


def test_the_password_is_not_in_the_history_of_an_account(
    client, system_administrator, leyla
):
    client.post(page_of(leyla, "password"))

    assert "password" not in {
        field.name for field in User.pgh_event_model._meta.get_fields()
    }


def test_the_list_shows_accounts_by_role(client, administrator, leyla):
    response = client.get(reverse("users:list"), {"role": Role.ADMINISTRATOR})

    assert [user.username for user in response.context["page"].records] == ["office"]


@pytest.mark.parametrize("users", [1, 3])
def test_the_list_asks_the_same_of_the_database_for_any_number(
    client, administrator, user_as, django_assert_num_queries, users
):
    for number in range(users):
        user_as(Role.AUDITOR, username=f"auditor-{number}")

    with django_assert_num_queries(9):
        client.get(reverse("users:list"))


def test_neither_staff_nor_superuser_status_opens_anything(client, user_as):
    user = user_as(Role.AUDITOR, is_staff=True, is_superuser=True)
    client.force_login(user)

    assert client.get(reverse("users:list")).status_code == 403
    assert client.get(reverse("admin:index")).status_code == 403


@pytest.mark.parametrize("name", ["%00", "~00", "a%0Ab"])
def test_an_address_with_a_control_sign_leads_nowhere(client, administrator, name):
    assert client.get(f"/users/{name}/").status_code == 404


def test_without_a_role_a_user_may_do_nothing(db, leyla):
    assert leyla.get_all_permissions() == set()
