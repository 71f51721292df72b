"""A hidden screen: one page asks for the password, and nothing typed is lost."""

import json
from datetime import timedelta

import pytest
from cryptography.exceptions import InvalidTag
from django.db import connection
from django.urls import reverse
from django.utils import timezone

from accounts.choices import Role
from accounts.models import JournalEntry, LeftOpen

LOCK, KEPT, PAGE = reverse("lock"), reverse("kept"), reverse("users:list")
PASSWORD = "correct horse battery"  # noqa: S105 - of these tests
TYPED = {"form": 0, "pairs": [["given_name", "Leyla"]]}


@pytest.fixture
def user(client, user_as):
    user = user_as(Role.SYSTEM_ADMINISTRATOR, username="leyla", password=PASSWORD)
    client.force_login(user)
    return user


@pytest.fixture
def hidden(client, user):
    """Return the answer to hiding the screen over a page with something typed."""
    return client.post(LOCK, {"next": PAGE, "typed": json.dumps(TYPED)})


def unlock(client, password=PASSWORD):
    return client.post(LOCK, {"password": password})


def test_hiding_the_screen_leads_to_the_page_that_asks_for_the_password(client, hidden):
    page = client.get(hidden.url)

    assert hidden.url == LOCK
    assert list(page.context["form"].fields) == ["password"]
    assert PAGE not in page.text


@pytest.mark.parametrize("address", [PAGE, reverse("home"), KEPT])
def test_while_it_is_hidden_every_page_leads_there(client, hidden, address):
    for answer in (client.get(address), client.post(address)):
        assert (answer.status_code, answer.url) == (302, LOCK)


def test_the_password_opens_the_page_that_was_left(client, hidden):
    response = client.get(unlock(client).url)

    assert response.url == PAGE
    assert client.get(PAGE).status_code == 200
    assert client.get(LOCK).url == reverse("home")


def test_a_wrong_password_opens_nothing(client, hidden):
    response = unlock(client, "wrong")

    assert response.context["form"].errors == {
        "password": ["This is not your password. Type it again."]
    }
    assert client.get(PAGE).url == LOCK
    assert JournalEntry.objects.latest("pk").action == "sign_in_failed"


def test_wrong_passwords_are_counted_as_at_sign_in(client, hidden):
    for _attempt in range(4):
        unlock(client, "wrong")

    assert unlock(client, "wrong").status_code == 429
    assert unlock(client).status_code == 429


def test_opening_the_screen_is_kept_in_the_journal(client, hidden):
    unlock(client)

    entry = JournalEntry.objects.latest("pk")
    assert (entry.action, entry.codes) == ("signed_in", ["leyla"])


def test_a_page_of_another_site_is_not_led_to(client, user):
    client.post(LOCK, {"next": "https://elsewhere.example/"})

    assert client.get(unlock(client).url).url == "/"


def test_what_was_typed_is_offered_on_its_page_and_given_back_once(client, hidden):
    unlock(client)
    assert 'id="kept"' in client.get(PAGE).text
    assert 'id="kept"' not in client.get(reverse("home")).text

    assert client.post(KEPT, {"page": PAGE}).json() == TYPED
    assert client.post(KEPT, {"page": PAGE}).json() == {}
    assert 'id="kept"' not in client.get(PAGE).text


def test_what_was_typed_outlives_the_session(client, hidden):
    client.session.flush()
    client.cookies.clear()

    client.post(reverse("account_login"), {"login": "leyla", "password": PASSWORD})

    assert client.get(LOCK).url == PAGE
    assert 'id="kept"' in client.get(PAGE).text


def test_nobody_else_gets_it(client, user_as, hidden):
    client.force_login(user_as(Role.SYSTEM_ADMINISTRATOR))

    assert client.post(KEPT, {"page": PAGE}).json() == {}
    assert client.get(LOCK).url == "/"


def test_what_is_kept_is_sealed_for_its_user(client, user_as, hidden):
    with connection.cursor() as cursor:
        cursor.execute("SELECT sealed FROM accounts_leftopen")
        (sealed,) = cursor.fetchone()
    left = LeftOpen.objects.get()
    left.user = user_as(Role.AUDITOR)

    assert b"Leyla" not in bytes(sealed)
    with pytest.raises(InvalidTag):
        left.read()


def test_what_nobody_came_back_to_is_dropped_after_a_working_day(client, hidden):
    LeftOpen.objects.update(left_at=timezone.now() - timedelta(hours=11))

    unlock(client)

    assert client.post(KEPT, {"page": PAGE}).json() == {}
    assert LeftOpen.objects.count() == 0


@pytest.mark.parametrize(
    "typed", ["", "[", "[]", '{"pairs": 1}', '{"form": "x", "pairs": []}', "x" * 64_001]
)
def test_what_cannot_be_read_is_not_kept(client, user, typed):
    client.post(LOCK, {"next": PAGE, "typed": typed})

    unlock(client)

    assert 'id="kept"' not in client.get(PAGE).text


def test_two_tabs_each_keep_what_was_typed_there(client, hidden):
    other = reverse("users:add")
    client.post(LOCK, {"next": other, "typed": json.dumps(TYPED)})

    assert client.get(unlock(client).url).url == PAGE
    assert 'id="kept"' in client.get(PAGE).text
    assert 'id="kept"' in client.get(other).text


def test_staying_signed_in_lengthens_the_session(client, user):
    client.get(PAGE)
    session = client.session
    session["lengthened_at"] -= 120
    session.save()

    assert client.post(reverse("stay")).status_code == 204
    assert client.session["lengthened_at"] > session["lengthened_at"]


def test_the_foot_says_when_the_screen_is_hidden(client, user):
    until = timezone.localtime() + timedelta(minutes=14)

    text = client.get(PAGE).text

    assert any(
        f"Hidden at {moment:%H:%M} if nothing is opened" in text
        for moment in (until, until + timedelta(minutes=1))
    )
