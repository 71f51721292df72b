"""The pages of the style guide in Chromium: at every width, in both colours."""

import pytest
from playwright.sync_api import expect

from accounts.choices import Role
from tests.browser.steps import follow
from tests.templates.style import NAMES

pytestmark = pytest.mark.urls("tests.templates.style")
WIDTHS = (320, 768, 1366)
SCHEMES = ("light", "dark")


@pytest.fixture
def worker(page, sign_in, user_as):
    """Return a page on which a shelter worker is signed in."""
    sign_in(page, user_as(Role.SHELTER_WORKER))
    return page


@pytest.mark.parametrize("scheme", SCHEMES)
def test_nothing_hinders_anyone_on_a_style_page(worker, site, axe, scheme):
    worker.emulate_media(color_scheme=scheme)
    found = {}

    for name in NAMES:
        for width in WIDTHS:
            worker.set_viewport_size({"width": width, "height": 800})
            worker.goto(f"{site}/style/{name}/")
            found[name, width] = axe(worker)

    assert {place: broken for place, broken in found.items() if broken} == {}


def test_no_page_scrolls_sideways(worker, site):
    wider = (
        "document.documentElement.scrollWidth - document.documentElement.clientWidth"
    )
    found = {}

    for name in NAMES:
        for width in WIDTHS:
            worker.set_viewport_size({"width": width, "height": 800})
            worker.goto(f"{site}/style/{name}/")
            found[name, width] = worker.evaluate(wider)

    assert {place: extra for place, extra in found.items() if extra > 0} == {}


def test_a_refused_form_takes_the_reader_to_what_is_wrong(worker, site, axe):
    worker.goto(f"{site}/style/form/")
    follow(worker.get_by_role("button", name="Şəxsi qeydiyyata al"))

    told = worker.get_by_role("alert")
    expect(told).to_be_focused()
    assert worker.title().startswith("Error: ")
    assert told.locator("h2").inner_text() == "There is a problem"
    assert axe(worker) == []


def test_each_error_leads_to_its_field(worker, site):
    worker.goto(f"{site}/style/form/")
    follow(worker.get_by_role("button", name="Şəxsi qeydiyyata al"))
    fields = {"Gəldiyi gün": "id_came_on", "Cins": "id_sex_0", "Dil": "id_language"}

    for label, field in fields.items():
        worker.get_by_role("alert").get_by_role("link", name=label).click()
        expect(worker.locator(f"#{field}")).to_be_focused()


def test_a_day_is_said_back_while_it_is_typed(worker, site):
    right = ("4.6.2019", "04/06/2019", "04062019", "2019-06-04")
    wrong = ("6/25/2019", "31.6.2019", "4.6.19")
    worker.goto(f"{site}/style/form/")
    said = {}

    for typed in (*right, *wrong):
        worker.get_by_label("Gəldiyi gün").fill(typed)
        said[typed] = worker.locator("#id_came_on_echo").inner_text()

    assert said == dict.fromkeys(right, "4 June 2019, Tuesday") | dict.fromkeys(
        wrong, ""
    )


def test_a_day_is_said_back_by_the_server_too(plain_page, site, sign_in, user_as):
    sign_in(plain_page, user_as(Role.SHELTER_WORKER))
    plain_page.goto(f"{site}/style/form/")
    plain_page.get_by_label("Gəldiyi gün").fill("4 6 2019")
    follow(plain_page.get_by_role("button", name="Şəxsi qeydiyyata al"))

    echo = plain_page.locator("#id_came_on_echo").inner_text()
    assert echo == "4 June 2019, Tuesday"


def test_two_clicks_post_once(worker, site):
    worker.goto(f"{site}/style/form/")
    posts = []
    worker.on("request", lambda sent: posts.append(sent.method))
    with worker.expect_navigation(wait_until="networkidle"):
        worker.get_by_role("button", name="Şəxsi qeydiyyata al").dblclick()

    assert posts.count("POST") == 1


def test_shift_three_times_hides_the_screen(worker, site):
    worker.goto(f"{site}/style/record/")
    for _ in range(3):
        worker.keyboard.press("Shift")
    worker.wait_for_url("**/lock/")

    assert worker.title() == "·"


def test_shift_with_other_keys_hides_nothing(worker, site):
    worker.goto(f"{site}/style/record/")

    for held in ("Alt", "Control", "Meta"):
        worker.keyboard.down(held)
        for _ in range(3):
            worker.keyboard.press("Shift")
        worker.keyboard.up(held)
    for letter in "ABC":
        worker.keyboard.press(f"Shift+{letter}")

    assert worker.url == f"{site}/style/record/"


def test_hide_screen_works_without_scripts(plain_page, site, sign_in, user_as):
    sign_in(plain_page, user_as(Role.SHELTER_WORKER))
    plain_page.goto(f"{site}/style/record/")
    follow(plain_page.get_by_role("button", name="Hide screen"))

    assert plain_page.url == f"{site}/lock/"


def test_the_language_changes_and_the_page_stays(worker, site):
    worker.goto(f"{site}/style/list/?year=2019")
    follow(worker.get_by_role("button", name="ru", exact=False))

    assert worker.url == f"{site}/style/list/?year=2019"
    assert worker.locator("html").get_attribute("lang") == "ru"


@pytest.mark.parametrize(("width", "open_"), [(1366, True), (390, False)])
def test_groups_are_folded_on_a_phone_only(worker, site, width, open_):
    worker.set_viewport_size({"width": width, "height": 800})
    worker.goto(f"{site}/style/parts/")

    assert worker.locator("details.fold").evaluate("group => group.open") == open_


def test_the_letters_of_all_three_languages_are_in_our_own_face(worker, site):
    worker.goto(f"{site}/style/parts/")

    loaded = """document.fonts.ready.then(
        fonts => [...fonts].filter(face => face.status === "loaded").length)"""
    assert worker.evaluate(loaded) == 3
