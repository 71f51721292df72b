"""The summary of a row: by the space bar, by its link, and without scripts."""

import pytest

from accounts.choices import Role
from tests.browser.steps import follow
from tests.factories import CriminalCaseFactory, VictimFactory


@pytest.fixture
def office(committed_db, user_as):
    for code in ("A-1", "B-2", "C-3"):
        VictimFactory(code=code, sex="F", citizenship="UKR")
    for number in ("19-0001", "19-0002"):
        CriminalCaseFactory(number=number)
    return user_as(Role.ADMINISTRATOR)


@pytest.fixture
def prepared(page, site, sign_in, office):
    """Return a page on which the office is signed in, and the address of the site."""
    sign_in(page, office)
    return page, site


def focused(page):
    return page.evaluate("document.activeElement.textContent.trim()")


def test_space_opens_the_summary_of_a_row_and_escape_closes_it(prepared, axe):
    page, site = prepared
    page.goto(f"{site}/people/?sort=code")
    page.keyboard.press("r")
    page.keyboard.press("Space")
    page.get_by_test_id("quick").get_by_text("Ukraine").wait_for()
    row = page.locator(".quick-row").evaluate("one => one.previousElementSibling.id")
    hindrances = axe(page)

    page.keyboard.press("ArrowDown")
    second = focused(page)
    page.keyboard.press("Space")
    page.locator(f"#{row} + tr:not(.quick-row) + tr.quick-row dl").wait_for()
    moved = page.get_by_test_id("quick").count()
    page.keyboard.press("Escape")

    assert (hindrances, second, moved) == ([], "B-2", 1)
    assert page.locator(".quick-row").count() == 0
    assert focused(page) == "B-2"


def test_enter_opens_the_record_below_its_open_summary(prepared):
    page, site = prepared
    page.goto(f"{site}/cases/?sort=number")
    page.keyboard.press("r")
    page.keyboard.press("Space")
    page.get_by_test_id("quick").wait_for()

    page.keyboard.press("Enter")

    page.wait_for_url("**/cases/19-0001/")


def test_the_link_opens_and_closes_the_summary(prepared):
    page, site = prepared
    page.goto(f"{site}/people/?sort=code")
    link = page.get_by_role("link", name="Summary of B-2")
    link.click()
    page.get_by_test_id("quick").wait_for()
    opened = link.get_attribute("aria-expanded")

    link.click()

    assert opened == "true"
    assert page.get_by_test_id("quick").count() == 0
    assert link.get_attribute("aria-expanded") == "false"


def test_without_scripts_the_summary_is_a_page(plain_page, site, sign_in, office, axe):
    sign_in(plain_page, office)
    plain_page.goto(f"{site}/people/?sex=F")
    follow(plain_page.get_by_role("link", name="Summary of B-2"))
    there = plain_page.url

    follow(plain_page.get_by_role("link", name="Back to the list"))

    assert there == f"{site}/lists/people/quick/B-2/"
    assert plain_page.url == f"{site}/people/?sex=F"


def test_on_a_phone_a_card_opens_the_record_only(prepared):
    page, site = prepared
    page.set_viewport_size({"width": 390, "height": 800})
    page.goto(f"{site}/people/")

    assert not page.get_by_role("link", name="Summary of B-2").is_visible()


@pytest.mark.parametrize(
    ("language", "scheme"), [("az", "dark"), ("ru", "light"), ("en", "dark")]
)
def test_nothing_in_a_summary_hinders_anybody(prepared, axe, language, scheme):
    page, site = prepared
    page.context.add_cookies(
        [{"name": "django_language", "value": language, "url": site}]
    )
    page.emulate_media(color_scheme=scheme)
    page.goto(f"{site}/people/")
    page.keyboard.press("r")
    page.keyboard.press("Space")
    page.get_by_test_id("quick").wait_for()
    under = axe(page)

    page.set_viewport_size({"width": 390, "height": 800})
    page.goto(f"{site}/lists/people/quick/B-2/")

    assert (under, axe(page)) == ([], [])
