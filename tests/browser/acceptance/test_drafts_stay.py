"""Point 2, its second half: a change of language loses nothing."""

import pytest

from accounts.choices import Role
from tests.browser.first_hour import Intake
from tests.browser.steps import speak
from tests.factories import ShelterFactory


@pytest.fixture
def manager(site, user_as):
    return user_as(Role.SHELTER_MANAGER, shelter=ShelterFactory(name="Shelter 1"))


def test_02_a_change_of_language_keeps_path_query_and_what_was_typed(
    page, site, sign_in, manager
):
    sign_in(page, manager)
    page.goto(f"{site}/people/?sex=F&placement=now")
    speak(page, "az")
    assert page.url == f"{site}/people/?sex=F&placement=now"
    speak(page, "en")
    Intake(page, site).begin()
    address = page.url
    page.locator("[name=father_name]").press_sequentially("Rəşad")

    speak(page, "ru")

    assert page.url == address
    assert page.locator("[name=father_name]").input_value() == "Rəşad"
