"""Every page of the style guide and every error page draws, in each language."""

import pytest
from django.test import Client, RequestFactory
from django.views.defaults import server_error

from accounts.choices import Role
from tests.templates.style import NAMES

pytestmark = pytest.mark.urls("tests.templates.style")
LANGUAGES = ("az", "en", "ru")


@pytest.fixture
def worker(client, user_as):
    client.force_login(user_as(Role.SHELTER_WORKER))
    return client


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("name", NAMES)
def test_each_style_page_draws(worker, name, language):
    worker.cookies["django_language"] = language

    response = worker.get(f"/style/{name}/")

    assert response.status_code == 200


def test_a_page_that_is_not_there_says_how_to_go_on(worker):
    response = worker.get("/nowhere/")

    assert response.status_code == 404
    assert "This page is not here" in response.text


def test_a_page_for_another_role_says_who_can_help(client, user_as):
    client.force_login(user_as(Role.AUDITOR))

    response = client.get("/style/parts/")

    assert response.status_code == 403
    assert "another role" in response.text


def test_a_form_that_came_too_late_says_what_to_do(user_as):
    strict = Client(enforce_csrf_checks=True)
    strict.force_login(user_as(Role.SHELTER_WORKER))

    response = strict.post("/style/form/", {})

    assert response.status_code == 403
    assert "nothing was saved" in response.text


def test_a_fault_of_ours_is_drawn_without_the_database():
    response = server_error(RequestFactory().get("/"))

    assert response.status_code == 500
    assert "Nothing of this step was saved" in response.text


def test_too_many_attempts_are_answered_with_a_page(db, client):
    for _ in range(5):
        response = client.post("/account/login/", {"login": "a", "password": "b"})

    assert response.status_code == 429
    assert "too many attempts" in response.text
