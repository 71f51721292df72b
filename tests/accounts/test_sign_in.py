"""Signing in: who gets in, who does not, what is kept of it."""

from datetime import timedelta

import pytest
from django.conf import settings
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import NoReverseMatch, reverse
from django.utils import timezone

from accounts.choices import Action, Role
from accounts.models import JournalEntry, Submission, User

PASSWORD = "correct horse battery"  # noqa: S105 - of these tests


def sign_in(client, username, password=PASSWORD):
    return client.post(
        reverse("account_login"), {"login": username, "password": password}
    )


@pytest.fixture
def leyla(user_as):
    return user_as(Role.AUDITOR, username="leyla", password=PASSWORD)


def test_the_right_password_leads_to_the_first_page(client, leyla):
    response = sign_in(client, "leyla")

    assert response["Location"] == "/"


def test_capitals_in_the_user_name_do_not_matter(client, leyla):
    sign_in(client, " LEYLA ")

    assert client.session["_auth_user_id"] == str(leyla.pk)


def test_signing_in_is_kept(client, leyla):
    sign_in(client, "leyla")

    entry = JournalEntry.objects.get()
    assert (entry.action, entry.user_id, entry.codes, entry.role) == (
        Action.SIGNED_IN,
        leyla.pk,
        ["leyla"],
        "auditor",
    )


def test_a_wrong_password_is_kept_with_the_account(client, leyla):
    sign_in(client, "leyla", "something else")

    entry = JournalEntry.objects.get()
    assert (entry.action, entry.user_id, entry.codes) == (
        Action.SIGN_IN_FAILED,
        None,
        ["leyla"],
    )


def test_what_is_typed_as_a_name_is_not_kept_unless_it_is_one(client, leyla):
    sign_in(client, "my secret typed in the wrong line")

    assert JournalEntry.objects.get().codes == []


def wrong_answer(client, username, password):
    response = sign_in(client, username, password)
    return response.status_code, response.context["form"].errors


def test_an_unknown_user_gets_the_answer_of_a_wrong_password(client, leyla):
    known = wrong_answer(client, "leyla", "something else")

    assert wrong_answer(client, "nobody", "something else") == known


def test_a_disabled_user_gets_the_answer_of_a_wrong_password(client, leyla):
    known = wrong_answer(client, "leyla", "something else")
    User.objects.update(is_active=False)

    assert wrong_answer(client, "leyla", PASSWORD) == known


@pytest.mark.parametrize("username", ["leyla", "nobody"])
def test_after_five_wrong_passwords_a_name_is_locked_out(client, leyla, username):
    answers = [sign_in(client, username, "something else") for _try in range(5)]

    assert [answer.status_code for answer in answers] == [200] * 4 + [429]


def test_the_page_of_a_lock_out_says_what_to_do(client, leyla):
    for _try in range(5):
        response = sign_in(client, "leyla", "something else")

    assert "Wait a while" in response.text


def test_a_locked_out_user_is_refused_with_the_right_password_too(client, leyla):
    for _try in range(5):
        sign_in(client, "leyla", "something else")

    assert sign_in(client, "leyla").status_code == 429
    assert "_auth_user_id" not in client.session


def test_another_user_of_the_office_is_not_locked_out(client, leyla, user_as):
    user_as(Role.AUDITOR, username="aygun", password=PASSWORD)
    for _try in range(5):
        sign_in(client, "leyla", "something else")

    assert sign_in(client, "aygun").status_code == 302


def test_the_lock_out_ends(client, leyla, monkeypatch):
    for _try in range(5):
        sign_in(client, "leyla", "something else")
    later = timezone.now() + timedelta(minutes=16)
    monkeypatch.setattr("axes.handlers.proxy.now", lambda: later)

    assert sign_in(client, "leyla").status_code == 302


def test_a_session_ends_after_fifteen_idle_minutes(client, leyla, monkeypatch):
    sign_in(client, "leyla")
    before = client.get(reverse("account_change_password")).status_code
    later = timezone.now() + timedelta(minutes=15, seconds=1)
    monkeypatch.setattr("django.utils.timezone.now", lambda: later)

    after = client.get(reverse("account_change_password"))

    assert (before, after.status_code) == (200, 302)
    assert after["Location"].startswith(reverse("account_login"))


def test_a_request_makes_the_session_last_on(client, leyla, monkeypatch):
    sign_in(client, "leyla")
    start = timezone.now()
    answers = []
    for minutes in (10, 20, 30):
        now = start + timedelta(minutes=minutes)
        monkeypatch.setattr("django.utils.timezone.now", lambda now=now: now)
        answers.append(client.get(reverse("account_change_password")).status_code)

    assert answers == [200, 200, 200]


@pytest.mark.parametrize(("seconds", "writes"), [(0, 1), (59, 0), (61, 1)])
def test_a_session_is_written_once_a_minute(
    client, leyla, monkeypatch, seconds, writes
):
    sign_in(client, "leyla")
    start = timezone.now()
    if seconds:
        client.get(reverse("account_change_password"))
    later = start + timedelta(seconds=seconds)
    monkeypatch.setattr("django.utils.timezone.now", lambda: later)

    with CaptureQueriesContext(connection) as captured:
        client.get(reverse("account_change_password"))

    sent = [query["sql"] for query in captured.captured_queries]
    assert sum('UPDATE "django_session"' in sql for sql in sent) == writes


def test_a_disabled_user_is_out_at_the_next_request(client, leyla):
    sign_in(client, "leyla")
    User.objects.update(is_active=False)

    assert client.get(reverse("account_change_password")).status_code == 302


def test_a_changed_role_acts_at_the_next_request(client, leyla):
    sign_in(client, "leyla")
    User.objects.update(role=Role.SYSTEM_ADMINISTRATOR)

    assert client.get(reverse("journal")).status_code == 403
    assert client.get(reverse("users:list")).status_code == 200


def test_pages_are_in_the_users_own_language_after_signing_in(client, leyla):
    User.objects.update(language="ru")

    response = sign_in(client, "leyla")

    assert response.cookies[settings.LANGUAGE_COOKIE_NAME].value == "ru"


def test_a_language_chosen_before_signing_in_stays(client, leyla):
    client.post(reverse("set_language"), {"language": "ru", "next": "/"})

    response = sign_in(client, "leyla")

    leyla.refresh_from_db()
    assert leyla.language == "ru"
    assert response.cookies[settings.LANGUAGE_COOKIE_NAME].value == "ru"


def test_a_chosen_language_becomes_the_users_own(client, leyla):
    client.force_login(leyla)

    client.post(reverse("set_language"), {"language": "ru", "next": "/"})

    leyla.refresh_from_db()
    assert leyla.language == "ru"


def test_a_language_that_is_not_offered_changes_nothing(client, leyla):
    client.force_login(leyla)

    client.post(reverse("set_language"), {"language": "xx", "next": "/"})

    leyla.refresh_from_db()
    assert leyla.language == "en"


def test_whoever_is_not_signed_in_may_choose_a_language(client, db):
    response = client.post(reverse("set_language"), {"language": "ru", "next": "/"})

    assert response.cookies[settings.LANGUAGE_COOKIE_NAME].value == "ru"


def test_signing_in_forgets_old_posts(client, leyla):
    old = Submission.objects.create(user=leyla, key="7" * 32)
    Submission.objects.update(posted_at=timezone.now() - timedelta(days=2))
    new = Submission.objects.create(user=leyla, key="8" * 32)

    sign_in(client, "leyla")

    assert list(Submission.objects.values_list("pk", flat=True)) == [new.pk]
    assert old.pk != new.pk


@pytest.mark.parametrize(
    "name",
    [
        "account_signup",
        "account_email",
        "account_inactive",
        "account_reset_password",
        "account_set_password",
        "account_confirm_login_code",
        "account_request_login_code",
        "account_email_verification_sent",
        "mfa_login_webauthn",
        "mfa_signup_webauthn",
        "mfa_trust",
    ],
)
def test_what_is_not_used_of_allauth_has_no_address(name):
    with pytest.raises(NoReverseMatch):
        reverse(name)


@pytest.mark.parametrize("path", ["signup/", "email/", "password/reset/", "inactive/"])
def test_the_usual_addresses_of_allauth_lead_nowhere(client, leyla, path):
    client.force_login(leyla)

    assert client.get(f"/account/{path}").status_code == 404
