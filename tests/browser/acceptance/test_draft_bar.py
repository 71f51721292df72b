"""The bar of a draft: in sight while one types, and never over what has the focus."""

import pytest

from accounts.choices import Role
from tests.browser.acceptance.conftest import choose
from tests.browser.acceptance.keyboard import Keyboard
from tests.browser.first_hour import Intake
from tests.factories import ShelterFactory

LINE = """() => {
    const { top, bottom, left } = document.querySelector("[data-draft-words]")
        .getBoundingClientRect();
    const hit = document.elementFromPoint(left + 4, (top + bottom) / 2);
    return top > 0 && bottom < innerHeight && hit.closest("[data-draft-line]") !== null;
}"""
LAST = "main [name=exit]"
SCREENS = [(1366, 768), (768, 1000), (390, 800), (320, 640)]


@pytest.fixture
def typing(page, site, sign_in, user_as):
    """Return a keyboard at the first hour, in a language, on a screen."""

    def typing(language, width, height):
        shelter = ShelterFactory(name="Shelter 1")
        sign_in(page, user_as(Role.SHELTER_MANAGER, shelter=shelter))
        page.set_viewport_size({"width": width, "height": height})
        Intake(page, site).begin()
        choose(page, language, site)
        page.reload(wait_until="networkidle")
        return Keyboard(page)

    return typing


@pytest.mark.parametrize("language", ["az", "en", "ru"])
@pytest.mark.parametrize("screen", SCREENS)
def test_05_the_line_of_the_draft_is_in_sight_and_covers_no_focus(
    typing, page, language, screen
):
    keyboard = typing(language, *screen)
    fields = page.locator("#first-hour .form-body input:visible").all()

    unseen = [field for field in fields if not in_sight(field)]
    page.evaluate("() => { document.activeElement.blur(); scrollTo(0, 0); }")
    keyboard.go(LAST)

    assert len(fields) > 10
    assert unseen == []
    assert keyboard.unseen == []


def in_sight(field):
    """Tell whether the line of the draft is seen while the field has the focus."""
    field.focus()
    return field.page.evaluate(LINE)


def test_05_nothing_but_the_top_bar_sticks_on_a_page_enlarged_four_times(typing, page):
    keyboard = typing("ru", 320, 256)

    keyboard.go(LAST)

    assert keyboard.unseen == []
    sticky = page.locator(".draft-bar, .form-acts, .idbar").evaluate_all(
        "bars => bars.map(bar => getComputedStyle(bar).position)"
    )
    assert {*sticky} == {"static"}
