"""What is posted after its session ended: kept for who typed it, never carried out."""

import json

import pytest
from django.conf import settings
from django.urls import reverse

from accounts.choices import Role
from accounts.ended import WHOSE
from accounts.models import LeftOpen
from tests.factories import ShelterFactory, VictimFactory
from tests.shelter import address
from victims.models import Note

PASSWORD = "correct horse battery"  # noqa: S105 - of these tests
NOTE = {"kind": "call", "happened_on": "4 6 2019", "text": "She will come on Friday."}


@pytest.fixture
def shelter(db):
    return ShelterFactory()


@pytest.fixture
def worker(client, user_as, shelter):
    user = user_as(Role.SHELTER_WORKER, shelter=shelter, password=PASSWORD)
    client.force_login(user)
    client.get(reverse("home"))
    return user


@pytest.fixture
def person(shelter):
    return VictimFactory(registered_at=shelter)


@pytest.fixture
def written(worker, person):
    return address("victims:note_add", person.code)


def end_session(client):
    """Take the session away, as a night in a pocket does."""
    del client.cookies[settings.SESSION_COOKIE_NAME]


def forms_of(user):
    return LeftOpen.objects.get(user=user).read()["forms"]


def test_a_post_after_the_session_ended_is_kept_and_not_carried_out(
    client, worker, written
):
    end_session(client)

    response = client.post(
        written, NOTE | {"csrfmiddlewaretoken": "a", "password": "b"}
    )

    assert response.url.startswith(reverse("account_login"))
    assert forms_of(worker) == {
        written: {"form": -1, "pairs": [list(pair) for pair in NOTE.items()]}
    }
    assert not Note.objects.exists()


def test_the_page_offers_it_once_its_writer_is_back(client, worker, written):
    end_session(client)
    client.post(written, NOTE)

    client.post(
        reverse("account_login"), {"login": worker.username, "password": PASSWORD}
    )

    assert "What you typed on this page before is kept." in client.get(written).text


def test_a_screen_hidden_too_late_keeps_what_stood_there(client, worker, written):
    end_session(client)
    typed = {"form": 0, "pairs": [["text", "She will come."]]}

    client.post(reverse("lock"), {"next": written, "typed": json.dumps(typed)})

    left = LeftOpen.objects.get(user=worker).read()
    assert left == {"page": written, "forms": {written: typed}}


@pytest.mark.parametrize("cookie", ["", "7", "7:forged:signature"])
def test_without_the_cookie_of_its_writer_nothing_is_kept(
    client, worker, written, cookie
):
    end_session(client)
    client.cookies[WHOSE] = cookie

    client.post(written, NOTE)

    assert not LeftOpen.objects.exists()


def test_the_cookie_of_whose_page_it_was_opens_nothing(client, worker, written):
    end_session(client)

    assert client.get(written).url.startswith(reverse("account_login"))
