"""Registering a person in Chromium: with scripts, without, and with the line lost."""

from urllib.parse import parse_qs

import pytest
from django.conf import settings
from playwright.sync_api import expect

from accounts.choices import Role
from reference.models import Shelter
from tests.browser.first_hour import PATIENCE_MS, Intake
from tests.browser.steps import follow
from tests.factories import IdentityFactory, PlacementFactory, ShelterFactory
from victims.models import Draft, FirstHour, Victim


@pytest.fixture(params=(1366, 390))
def width(request):
    return request.param


@pytest.fixture
def manager(site, user_as):
    return user_as(Role.SHELTER_MANAGER, shelter=ShelterFactory(name="Shelter 1"))


@pytest.fixture
def intake_on(site, sign_in, manager, width):
    def intake_on(page):
        page.set_viewport_size({"width": width, "height": 900})
        sign_in(page, manager)
        return Intake(page, site)

    return intake_on


@pytest.fixture
def intake(page, intake_on):
    return intake_on(page)


at_a_desk = pytest.mark.parametrize("width", [1366], indirect=True)


@pytest.mark.parametrize("kind", ["page", "plain_page"])
def test_a_child_is_registered_with_scripts_and_without(request, intake_on, kind):
    """Points 7, 15 and 28."""
    page = request.getfixturevalue(kind)
    intake = intake_on(page)
    intake.begin()
    assert page.locator("[name=given_name]").input_value() == "Leyla"
    intake.fill(first_contact_on="4 6 2019")
    for name, value in (("sex", "F"), ("of_age", "unsure")):
        page.locator(f"[name={name}][value={value}] + label").click()
    if kind == "plain_page":  # the next page asks
        intake.press("Save and continue")
    page.locator("[name=guardian][value=none] + label").click()
    intake.press("Save and continue")
    intake.press("Register person")

    code = Victim.objects.get().code
    assert code in page.locator("main").inner_text()
    assert FirstHour.objects.get().guardian == "none"
    follow(page.get_by_role("link", name="Card to print"))
    assert "Leyla" not in page.locator("main").inner_text()


def test_nothing_on_the_pages_of_registering_hinders_anybody(page, intake, axe):
    IdentityFactory(victim__registered_at=intake_shelter(), given_name="Leyla")
    intake.begin()
    first = f"/people/new/{Draft.objects.get().key}"
    intake.answer()
    intake.choose(of_age="child")
    page.locator("[name=guardian]").first.wait_for(state="attached")
    found = {"first": hindrances(page, axe)}
    intake.press("Save and continue")
    found |= looked_at(intake, axe, f"{first}/more/", f"{first}/check/")
    intake.press("Register person")
    new, old = Victim.objects.order_by("-pk")
    found |= looked_at(
        intake,
        axe,
        *(f"/people/{page}/" for page in ("drafts", "duplicates")),
        *(f"/people/{new.code}/{page}/" for page in ("added", "card")),
        *(f"/people/{old.code}/{page}/" for page in ("merge", f"merge/{new.code}")),
    )

    assert found == dict.fromkeys(found, ([], False))


def looked_at(intake, axe, *paths):
    """Return what hinders people on each of the pages."""
    found = {}
    for path in paths:
        assert intake.page.goto(f"{intake.site}{path}").status == 200
        found[path] = hindrances(intake.page, axe)
    return found


def intake_shelter():
    """Return the one shelter."""
    return Shelter.objects.get()


def hindrances(page, axe):
    """Return what axe finds, and whether the page is wider than the window."""
    wide = page.evaluate("document.documentElement.scrollWidth > window.innerWidth")
    return axe(page), wide


@at_a_desk
@pytest.mark.parametrize("typed", ["Aliyeva", "Алиева"])
def test_typing_a_name_shows_who_may_be_the_same(page, intake, typed):
    """Point 16."""
    known = IdentityFactory(victim__registered_at=intake_shelter()).victim
    intake.begin("Zzz")
    page.locator("[name=family_name]").fill("")
    page.locator("[name=family_name]").press_sequentially(typed)

    panel = page.locator("#alike")
    panel.get_by_text(known.code).first.wait_for(timeout=PATIENCE_MS)
    assert panel.get_attribute("aria-live") == "polite"


@at_a_desk
def test_typing_a_name_says_nothing_of_another_shelter(page, intake):
    """Point 17."""
    elsewhere = PlacementFactory(victim=IdentityFactory().victim)
    intake.begin("Zzz")

    page.locator("[name=family_name]").fill("")
    with page.expect_response(says_who_is_like("Aliyeva")):
        page.locator("[name=family_name]").press_sequentially("Aliyeva")
    expect(page.locator("#alike[class*=htmx]")).to_have_count(0)

    words = page.locator("main").inner_text()
    assert "0 people may be the same." in words
    assert elsewhere.victim.code not in words


def says_who_is_like(name):
    """Return what knows the answer about the whole family name."""
    return lambda answer: (
        answer.url.endswith("/alike/")
        and parse_qs(answer.request.post_data)["family_name"] == [name]
    )


@at_a_desk
def test_what_is_typed_is_saved_and_a_new_session_has_it(page, intake, sign_in):
    """Point 18."""
    intake.begin()
    page.locator("[name=father_name]").press_sequentially("Rəşad")
    intake.line("Draft saved")

    page.context.clear_cookies()
    sign_in(page, Draft.objects.get().owner)
    page.goto(f"{intake.site}/people/drafts/")
    follow(page.get_by_role("link", name="Go on Leyla"))

    assert page.locator("[name=father_name]").input_value() == "Rəşad"


@at_a_desk
def test_a_lost_line_keeps_what_is_typed_and_later_words_too(page, intake, breaches):
    """Point 19."""
    intake.begin()
    page.context.set_offline(True)
    page.locator("[name=father_name]").fill("Rə")
    intake.line("Not saved – no connection")
    page.locator("[name=father_name]").press_sequentially("şad")

    expect(page.get_by_role("button", name="Save now")).to_be_visible()
    page.context.set_offline(False)
    intake.line("Draft saved")

    assert page.locator("[name=father_name]").input_value() == "Rəşad"
    assert Draft.objects.get().read()["answers"]["father_name"] == "Rəşad"
    breaches.clear()  # htmx tells of the lost line


@at_a_desk
def test_a_session_that_ended_loses_nothing(page, intake, sign_in, breaches):
    """Point 21."""
    intake.begin()
    owner = Draft.objects.get().owner
    page.context.clear_cookies()
    intake.fill(father_name="Rəşad")
    intake.line("you are signed out")

    sign_in(page, owner)
    page.get_by_role("button", name="Save now").click()
    intake.line("Draft saved")
    page.reload()

    assert page.locator("[name=father_name]").input_value() == "Rəşad"
    breaches.clear()  # htmx tells of the refusal


@at_a_desk
def test_a_double_click_registers_one_person(page, intake):
    """Point 20."""
    intake.begin()
    intake.answer()
    intake.press("Save and continue")

    page.get_by_role("button", name="Register person").dblclick()

    page.wait_for_url("**/added/")
    assert Victim.objects.count() == 1


LANGUAGES = {"az": "Xəta:", "en": "Error:", "ru": "Ошибка:"}


@at_a_desk
@pytest.mark.parametrize(("language", "title"), LANGUAGES.items())
def test_an_empty_step_leads_to_what_is_missing(page, intake, language, title):
    """Point 22."""
    cookie = {"name": settings.LANGUAGE_COOKIE_NAME, "value": language}
    page.context.add_cookies([cookie | {"url": intake.site}])
    intake.page.goto(f"{intake.site}/people/new/")
    page.locator("main [name=text]").fill("123456789")
    follow(page.locator("main .form-acts .btn-primary"))
    follow(page.locator("main .form-acts .btn-primary"))

    summary = page.locator("[role=alert]")
    expect(summary).to_be_focused()
    assert page.title().startswith(title)
    for link in summary.locator("a").all():
        assert is_said_at_its_field(page, link)


def is_said_at_its_field(page, link):
    """Tell whether the link leads to its field, which says the same."""
    link.click()
    field = link.get_attribute("href")
    expect(page.locator(field)).to_be_focused()
    said = page.locator(f".bad:has({field}) .invalid-feedback")
    return link.inner_text() in said.inner_text()


@at_a_desk
def test_changing_the_age_warns_before_answers_are_hidden(page, intake):
    """Point 28."""
    intake.begin()
    intake.choose(of_age="child")
    page.locator("[name=guardian]").first.wait_for(state="attached")
    intake.choose(guardian="unsafe")
    intake.choose(of_age="adult")

    page.get_by_text("it has answers").wait_for(timeout=PATIENCE_MS)
    assert page.locator("[name=guardian][value=unsafe]").is_checked()
    intake.press("Hide these answers")
    assert page.get_by_text("it has answers").count() == 0
    intake.choose(of_age="child")
    page.locator("[name=guardian]").first.wait_for(state="attached")
    assert page.locator("[name=guardian][value=unsafe]").is_checked()


@at_a_desk
def test_11_no_name_of_a_draft_is_left_in_the_browser(page, intake):
    intake.begin()
    intake.fill(father_name="Rəşad")
    intake.line("Draft saved")

    left = page.evaluate("JSON.stringify([localStorage, sessionStorage])")
    assert not any(name in left + page.url for name in ("Leyla", "Rəşad"))
