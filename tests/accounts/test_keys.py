"""Single keys can be switched off, by each user for himself."""

import pytest
from django.urls import reverse

from accounts.choices import Role

KEYS = reverse("account_keys")


@pytest.fixture
def auditor(client, user_as):
    user = user_as(Role.AUDITOR)
    client.force_login(user)
    return user


def test_keys_work_until_they_are_switched_off(client, auditor):
    before = client.get("/").text

    client.post(KEYS, {})

    assert "keys.js" in before
    assert "keys.js" not in client.get("/").text


def test_keys_are_switched_on_again(client, auditor):
    client.post(KEYS, {})

    client.post(KEYS, {"uses_keys": "on"})

    assert "keys.js" in client.get("/").text
