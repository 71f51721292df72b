"""A one-time password is replaced before anything else opens."""

from datetime import timedelta

import pytest
from django.urls import reverse
from django.utils import timezone

from accounts.choices import Action, Role
from accounts.models import JournalEntry

NEW = "another long pass phrase"


@pytest.fixture
def newcomer(user_as):
    return user_as(Role.AUDITOR, username="leyla")


@pytest.fixture
def one_time(newcomer):
    return newcomer.give_one_time_password()


def sign_in(client, password):
    return client.post(
        reverse("account_login"), {"login": "leyla", "password": password}
    )


def replace(client, present, new):
    page = reverse("account_change_password")
    typed = {"oldpassword": present, "password1": new, "password2": new}
    return client.post(page, typed)


@pytest.mark.parametrize("page", ["home", "journal", "mfa_index"])
def test_every_page_leads_to_an_own_password_first(client, one_time, page):
    sign_in(client, one_time)

    response = client.get(reverse(page))

    assert response["Location"] == reverse("account_change_password")


def test_an_own_password_opens_the_pages(client, one_time):
    sign_in(client, one_time)

    replace(client, one_time, NEW)

    assert client.get(reverse("journal")).status_code == 200


def test_an_own_password_is_kept_without_its_value(client, one_time):
    sign_in(client, one_time)

    replace(client, one_time, NEW)

    entry = JournalEntry.objects.get(action=Action.CHANGED)
    assert (entry.codes, entry.fields) == (["leyla"], ["password"])


def test_the_one_time_password_is_no_own_password(client, one_time):
    sign_in(client, one_time)

    response = replace(client, one_time, one_time)

    assert response.context["form"].errors["password1"] == [
        "Choose another password than the present."
    ]


def test_a_short_password_is_refused(client, one_time):
    sign_in(client, one_time)

    assert "password1" in replace(client, one_time, "short").context["form"].errors


def test_a_one_time_password_runs_out(client, one_time, newcomer):
    newcomer.refresh_from_db()
    newcomer.one_time_password_until = timezone.now() - timedelta(minutes=1)
    newcomer.save()

    sign_in(client, one_time)

    assert "_auth_user_id" not in client.session


def test_a_one_time_password_is_good_for_three_days(one_time, newcomer):
    left = newcomer.one_time_password_until - timezone.now()

    assert timedelta(days=2, hours=23) < left <= timedelta(days=3)


def test_who_must_replace_a_password_is_told_why(client, one_time):
    sign_in(client, one_time)

    page = client.get(reverse("account_change_password"))

    assert "You signed in with a one-time password." in page.text
    assert [str(field.label) for field in page.context["form"]] == [
        "Present password",
        "New password",
        "New password again",
    ]


def test_a_password_that_is_refused_is_told_in_the_summary(client, one_time):
    sign_in(client, one_time)

    page = replace(client, one_time, "short")

    assert 'aria-labelledby="problems"' in page.text
