"""What somebody does before a script, or the answer to it, has come is not lost."""

from functools import partial

import pytest

from accounts.choices import Role
from tests.browser.first_hour import Intake
from tests.factories import ShelterFactory
from victims.models import Draft


@pytest.fixture
def intake(page, site, sign_in, user_as):
    """Return the first hour of a person, just begun."""
    shelter = ShelterFactory(name="Shelter 1")
    sign_in(page, user_as(Role.SHELTER_MANAGER, shelter=shelter))
    intake = Intake(page, site)
    intake.begin()
    return intake


@pytest.fixture
def held(page):
    """Return a way to hold answers back, `held(address)`; it returns their routes."""

    def held(address):
        routes = []
        page.route(address, partial(list.append, routes))
        return routes

    return held


def test_18_what_is_typed_before_the_script_comes_is_saved(page, intake, held):
    scripts = held("**/drafts*.js")
    page.reload(wait_until="commit")
    page.locator("[name=father_name]").fill("Rəşad")
    assert Draft.objects.get().saved_at is None

    scripts[0].continue_()

    intake.line("Draft saved")
    assert Draft.objects.get().read()["answers"]["father_name"] == "Rəşad"


def test_18_what_is_answered_while_a_part_is_drawn_anew_stays(page, intake, held):
    intake.choose(of_age="child")
    page.locator("#child").wait_for()
    drawn_anew = held("**/parts/")
    with page.expect_request("**/parts/"):
        page.select_option("main [name=citizenship]", "UKR")

    intake.choose(guardian="unsafe")
    drawn_anew[0].continue_()

    page.locator("#foreign").wait_for()
    assert page.locator("[name=guardian][value=unsafe]").is_checked()
