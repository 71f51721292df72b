"""The text checker in Chromium: paste, mark, narrow, open the figure."""

import pytest

from accounts.choices import Role
from tests.browser.steps import follow
from tests.factories import CallFactory, UserFactory

WIDE, PHONE = {"width": 1366, "height": 768}, {"width": 390, "height": 844}
SAID = "In 2019 the hotline received 12 calls.\nIt also received 1 call, article 144-1."


@pytest.fixture(params=["with scripts", "without scripts"])
def any_page(request):
    """Return a page with scripts, and one without."""
    plain = request.param == "without scripts"
    return request.getfixturevalue("plain_page" if plain else "page")


def checked(site, page, sign_in):
    """Sign in as an administrator and have the text checked."""
    CallFactory(received_on="2019-03-01")
    sign_in(page, UserFactory(role=Role.ADMINISTRATOR))
    page.goto(f"{site}/texts/?year=2019")
    page.locator("#id_text").fill(SAID)
    follow(page.get_by_role("button", name="Check the text"))


@pytest.mark.parametrize("size", [WIDE, PHONE], ids=["wide", "phone"])
def test_07_an_administrator_has_a_text_checked(site, any_page, sign_in, size):
    any_page.set_viewport_size(size)
    checked(site, any_page, sign_in)

    assert any_page.get_by_role("heading", name="1 to correct").is_visible()
    assert (
        any_page.locator("a.reading-mark[data-kind=differs]").inner_text()[:2] == "12"
    )

    follow(any_page.get_by_role("button", name="matches the register: 1"))
    follow(any_page.locator("tbody").get_by_role("link", name="Appeals received"))

    assert any_page.url.endswith("/figures/2019/calls.received/")


@pytest.fixture(params=["wide light", "wide dark", "phone light", "phone dark"])
def looked_at(page, request):
    """Return a page of each width in each theme."""
    width, theme = request.param.split()
    page.set_viewport_size(WIDE if width == "wide" else PHONE)
    page.emulate_media(color_scheme=theme)
    return page


def test_01_nothing_hinders_on_a_checked_text(site, looked_at, sign_in, axe):
    checked(site, looked_at, sign_in)

    assert axe(looked_at) == []
    assert looked_at.evaluate(
        "document.documentElement.scrollWidth <= document.documentElement.clientWidth"
    )


def test_40_on_paper_the_text_has_its_marks_and_no_form(site, page, sign_in):
    checked(site, page, sign_in)
    page.emulate_media(media="print")

    assert page.locator("a.reading-mark").first.is_visible()
    assert not page.locator("#text-form").is_visible()
