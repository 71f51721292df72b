"""Points 4 and 5: the day of a shelter without a mouse, the focus always seen."""

import pytest

from accounts.choices import Role
from assistance.models import Allowance, Placement
from tests.browser.acceptance.conftest import choose
from tests.browser.acceptance.keyboard import UNSEEN, Keyboard, all_stops
from tests.factories import ShelterFactory

PASSWORD = "correct horse battery"  # noqa: S105 - of these tests
SAVE = "main form .btn-primary[type=submit]"
LOOKS = [(1366, "en"), (1366, "az"), (390, "ru")]
NEW = "main a[href='/people/new/']"


@pytest.fixture
def manager(site, user_as):
    fields = {"username": "leyla", "password": PASSWORD}
    shelter = ShelterFactory(name="Shelter 1")
    return user_as(Role.SHELTER_MANAGER, shelter=shelter, **fields)


@pytest.fixture
def keyboard(page, site, manager):
    """Return a keyboard at the page that asks who one is."""

    def keyboard(width, language):
        manager.language = language
        manager.save()
        page.set_viewport_size({"width": width, "height": 800})
        choose(page, language, site)
        page.goto(site)
        return Keyboard(page)

    return keyboard


def sign_in(keyboard):
    """Say who one is."""
    keyboard.type("login", "leyla")
    keyboard.type("password", PASSWORD)
    keyboard.follow("main form [type=submit]")


def register(keyboard):
    """Search, answer the first hour, register; return the new code."""
    keyboard.follow(NEW)
    keyboard.type("text", "Əliyeva Leyla")
    keyboard.follow(SAVE)
    keyboard.choose("sex", "F")
    keyboard.choose("of_age", "adult")
    keyboard.type("first_contact_on", "4 6 2019")
    keyboard.follow(SAVE)
    keyboard.follow(SAVE)
    return keyboard.page.locator("main .code").first.inner_text()


def place(keyboard):
    """Begin a stay in the only shelter of the user, from what comes next."""
    keyboard.follow("main a[href$='/stay/add/']")
    keyboard.type("admitted_on", "5 6 2019")
    keyboard.follow(SAVE)


def identify(keyboard):
    """Record the decision without which no allowance is prepared."""
    keyboard.section("identification")
    keyboard.follow("main a[href$='/decision/add/']")
    keyboard.choose("status", "identified")
    keyboard.type("decided_on", "6 6 2019")
    keyboard.follow(SAVE)


def prepare(keyboard):
    """Prepare the allowance, check it, send it for approval."""
    keyboard.section("allowance")
    keyboard.follow("main a[href$='/allowance/add/']")
    keyboard.type("decided_on", "7 6 2019")
    keyboard.type("order_number", "12")
    keyboard.follow(SAVE)
    keyboard.follow(SAVE)


def sign_out(keyboard):
    """Sign out, and say so once more; on a phone the menu is opened first."""
    keyboard.menu()
    keyboard.follow("a[href='/account/logout/']")
    keyboard.follow("main form [type=submit]")


@pytest.mark.parametrize(("width", "language"), LOOKS)
def test_04_a_day_without_a_mouse_from_sign_in_to_sign_out(keyboard, width, language):
    keys = keyboard(width, language)

    sign_in(keys)
    code = register(keys)
    place(keys)
    identify(keys)
    prepare(keys)
    sign_out(keys)

    stay, allowance = Placement.objects.get(), Allowance.objects.get()
    assert (stay.victim.code, allowance.victim.code) == (code, code)
    assert (allowance.amount_azn, allowance.status) == (700, "pending")
    assert "/account/login/" in keys.page.url
    assert keys.unseen == []
    assert keys.stops > 100


HIDE = """how => {
    const at = document.activeElement;
    if (how === "unmarked") {
        at.style.outline = "none";
        at.style.boxShadow = "none";
        return;
    }
    const cover = document.body.appendChild(document.createElement("div"));
    cover.style.cssText = "position: fixed; inset: 0; z-index: 99";
}"""


@pytest.mark.parametrize(
    ("how", "said"), [("unmarked", "no mark of focus"), ("covered", "covered by")]
)
def test_04_a_focus_that_nobody_sees_would_be_found(keyboard, how, said):
    keys = keyboard(1366, "en")
    keys.type("login", "leyla")
    assert keys.page.evaluate(UNSEEN) == ""

    keys.page.evaluate(HIDE, how)

    assert keys.page.evaluate(UNSEEN).startswith(said)


@pytest.mark.parametrize("size", [(320, 256), (320, 800), (390, 800), (1366, 768)])
def test_05_no_stop_of_the_focus_is_covered_on_any_screen(found, page, size):
    width, height = size
    page.set_viewport_size({"width": width, "height": height})

    assert found("en", lambda: all_stops(page)) == {}


def test_05_every_stop_of_the_focus_is_marked_in_forced_colours(found, page):
    page.emulate_media(forced_colors="active")

    assert found("en", lambda: all_stops(page)) == {}
