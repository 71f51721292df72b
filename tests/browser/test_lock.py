"""Hide screen and the end of a session in Chromium: points 12, 13, 14 and 21."""

from functools import partial

import pytest
from django.contrib.sessions.models import Session
from django.urls import reverse
from django.utils.timezone import localdate
from playwright.sync_api import expect

from accounts.choices import Role
from tests.browser.steps import follow
from tests.factories import PlacementFactory, ShelterFactory

PASSWORD = "correct horse battery"  # noqa: S105 - of these tests
MINUTE = 60 * 1000


@pytest.fixture
def worker(site, user_as):
    shelter = ShelterFactory(name="Shelter 1")
    fields = {"username": "leyla", "password": PASSWORD}
    return user_as(Role.SHELTER_MANAGER, shelter=shelter, **fields)


@pytest.fixture
def form(site, worker):
    """Return the address of a form on a person's file."""
    stay = PlacementFactory(shelter=worker.shelters.get())
    return site + reverse("assistance:service_add", args=[stay.victim.code])


@pytest.fixture
def opened(sign_in, worker, form):
    """Return a way to open the form on a page as the worker; it returns the page."""

    def opened(page):
        sign_in(page, worker)
        page.goto(form)
        return page

    return opened


def open_screen(page):
    page.fill("[name=password]", PASSWORD)
    follow(page.get_by_role("button", name="Open the screen"))


def press_hide(page):
    follow(page.get_by_role("button", name="Hide screen"))


def test_12_no_signed_in_page_is_kept_and_back_after_sign_out_shows_sign_in(
    site, page, opened
):
    opened(page)
    response = page.reload()
    assert response.headers["cache-control"] == "no-store"
    page.goto(site + reverse("account_logout"))
    follow(page.locator("main").get_by_role("button", name="Sign out"))

    page.go_back()
    page.go_back()

    expect(page.locator("[name=login]")).to_be_visible()
    assert "/account/login/" in page.url


def test_13_the_button_covers_the_page_at_once(page, opened, form):
    opened(page)
    page.evaluate(
        """() => document.querySelector("form.hide").addEventListener("submit",
            (event) => event.preventDefault())"""
    )

    took, title, covered = page.evaluate(
        """() => {
            const began = performance.now();
            document.querySelector("form.hide button").click();
            const top = document.elementFromPoint(300, 300);
            return [performance.now() - began, document.title, top.className];
        }"""
    )

    assert took < 100
    assert (title, covered) == ("·", "curtain")


@pytest.mark.parametrize("kind", ["page", "plain_page"])
def test_13_a_hidden_screen_tells_nothing_and_back_does_not_reveal_it(
    request, site, opened, form, kind
):
    page = request.getfixturevalue(kind)
    opened(page)
    code = form.split("/")[4]

    press_hide(page)
    assert page.url == site + reverse("lock")
    assert page.title() == "·"
    assert code not in page.content()

    page.go_back()
    assert page.url == site + reverse("lock")
    open_screen(page)
    assert page.url == form


def test_13_opening_the_screen_offers_back_what_was_typed(page, opened, form):
    opened(page)
    page.select_option("[name=type]", "legal")
    page.fill("[name=provided_on]", "4 6 2019")
    press_hide(page)
    open_screen(page)
    today = f"{localdate():%d.%m.%Y}"
    assert page.locator("[name=provided_on]").input_value() == today

    page.get_by_role("button", name="Put it back").click()

    expect(page.locator("[name=provided_on]")).to_have_value("4 6 2019")
    assert page.locator("[name=type]").input_value() == "legal"
    follow(page.locator("main form button[type=submit]"))
    assert "04.06.2019" in page.locator("main").inner_text()


def test_14_shift_three_times_alone_hides_the_screen(page, opened, form):
    opened(page)

    for _press in range(3):
        page.keyboard.press("Shift")

    page.wait_for_url("**" + reverse("lock"))


@pytest.mark.parametrize("held", ["Alt", "Control", "Meta"])
def test_14_shift_with_another_key_held_does_not(page, opened, form, held):
    opened(page)

    page.keyboard.down(held)
    for _press in range(3):
        page.keyboard.press("Shift")
    page.keyboard.up(held)
    page.locator("[name=provided_on]").focus()
    for letter in "ABC":
        page.keyboard.press(f"Shift+{letter}")

    assert page.locator(".curtain").count() == 0
    assert page.url == form


def test_21_a_warning_comes_two_minutes_before_the_end_and_can_be_answered(
    page, opened, axe, form
):
    page.clock.install()
    opened(page)
    page.clock.fast_forward(11 * MINUTE)
    expect(page.locator("dialog#idle")).to_be_hidden()

    page.clock.fast_forward(MINUTE + 2000)
    expect(page.locator("dialog#idle")).to_be_visible()
    assert axe(page) == []
    page.get_by_role("button", name="Stay signed in").click()

    expect(page.locator("dialog#idle")).to_be_hidden()
    page.clock.fast_forward(11 * MINUTE)
    assert page.locator(".curtain").count() == 0
    assert page.url == form


def test_21_whoever_types_is_not_asked_while_the_answer_is_on_its_way(page, opened):
    page.clock.install()
    opened(page)
    on_their_way = []
    page.route("**" + reverse("stay"), partial(list.append, on_their_way))
    page.clock.fast_forward(11 * MINUTE)
    page.fill("[name=provided_on]", "4 6 2019")

    with page.expect_request("**" + reverse("stay")):
        page.clock.run_for(MINUTE + 2000)
    page.clock.run_for(5000)

    expect(page.locator("dialog#idle")).to_be_hidden()
    assert len(on_their_way) == 1
    on_their_way[0].continue_()


def test_21_a_warning_answered_in_one_tab_is_answered_in_all(context, page, opened):
    other = context.new_page()
    for tab in (page, other):
        tab.clock.install()
    for tab in (page, other):
        opened(tab)
        tab.clock.fast_forward(12 * MINUTE + 2000)
        expect(tab.locator("dialog#idle")).to_be_visible()

    other.get_by_role("button", name="Stay signed in").click()

    expect(page.locator("dialog#idle")).to_be_hidden()


def test_21_after_the_session_ended_the_page_opens_with_what_was_typed(
    page, opened, form
):
    page.clock.install()
    opened(page)
    page.fill("[name=provided_on]", "4 6 2019")
    page.clock.fast_forward(3 * MINUTE)
    page.clock.fast_forward(12 * MINUTE)
    page.wait_for_url("**" + reverse("lock"))
    Session.objects.all().delete()

    page.reload()
    page.fill("[name=login]", "leyla")
    page.fill("[name=password]", PASSWORD)
    follow(page.locator("main button[type=submit]"))
    assert page.url == form
    page.get_by_role("button", name="Put it back").click()

    expect(page.locator("[name=provided_on]")).to_have_value("4 6 2019")


def test_21_what_is_sent_after_the_session_ended_is_offered_back(page, opened, form):
    opened(page)
    page.fill("[name=provided_on]", "4 6 2019")
    Session.objects.all().delete()

    follow(page.locator("main form button[type=submit]"))
    page.fill("[name=login]", "leyla")
    page.fill("[name=password]", PASSWORD)
    follow(page.locator("main button[type=submit]"))
    assert page.url == form
    page.get_by_role("button", name="Put it back").click()

    expect(page.locator("[name=provided_on]")).to_have_value("4 6 2019")


def test_no_storage_of_the_browser_holds_what_was_typed(page, opened, form):
    opened(page)
    page.fill("[name=provided_on]", "4 6 2019")
    press_hide(page)
    open_screen(page)

    left = page.evaluate("JSON.stringify([localStorage, sessionStorage])")

    assert "4 6 2019" not in left


@pytest.mark.parametrize("width", [1366, 390])
def test_the_page_of_a_hidden_screen_hinders_nobody(page, opened, axe, width):
    page.set_viewport_size({"width": width, "height": 900})
    opened(page)
    press_hide(page)

    assert axe(page) == []


@pytest.mark.parametrize("width", [1366, 390])
@pytest.mark.parametrize("name", ["home", "help:page"])
def test_help_and_the_first_visit_hinder_nobody(page, opened, axe, width, name):
    page.set_viewport_size({"width": width, "height": 900})
    root = opened(page).url.partition("/people/")[0]
    page.goto(root + reverse(name))

    wide = page.evaluate("document.documentElement.scrollWidth > innerWidth")

    assert (axe(page), wide) == ([], False)


def test_the_first_visit_is_closed_for_good_without_scripts(
    site, plain_page, sign_in, worker
):
    sign_in(plain_page, worker)
    plain_page.goto(site)
    follow(plain_page.get_by_role("button", name="Close this for good"))

    assert plain_page.locator("#welcome").count() == 0
    plain_page.goto(site)
    assert plain_page.locator("#welcome").count() == 0
