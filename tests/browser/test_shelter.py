"""The whole path of a person through a shelter, as its staff walk it in Chromium."""

import pytest
from playwright.sync_api import expect

from accounts.choices import Role
from assistance.models import Allowance, Placement, Service
from tests.browser.steps import follow
from tests.factories import ShelterFactory, UserFactory
from victims.models import Victim

WIDTHS = (1366, 390)
SECTIONS = (
    "",
    "identity/",
    "identification/",
    "placement/",
    "services/",
    "referrals/",
    "allowance/",
    "children/",
    "history/",
)


class Walk:
    """What a person does on a page: open, fill in, choose, press."""

    def __init__(self, page, site):
        self.page, self.site = page, site

    def open(self, path):
        """Open a page by its path."""
        self.page.goto(f"{self.site}{path}")

    def fill(self, **answers):
        """Type or choose the answers, by the names of the fields."""
        for name, value in answers.items():
            field = self.page.locator(f"main [name={name}]").first
            if field.evaluate("field => field.tagName") == "SELECT":
                field.select_option(value)
            else:
                field.fill(value)

    def button(self, name):
        """Return a button of the page."""
        return self.page.locator("main").get_by_role("button", name=name, exact=True)

    def press(self, name):
        """Press a button of the page, and wait for the page that answers."""
        follow(self.button(name))

    def follow(self, name, *, exact=False):
        """Follow the first link of the page that begins so, and wait for its page."""
        links = self.page.locator("main").get_by_role("link", name=name, exact=exact)
        follow(links.first)

    def sees(self, text):
        """Return whether the page says so."""
        return text in self.page.locator("main").inner_text()


@pytest.fixture(params=WIDTHS)
def width(request):
    """Return the width of a desk's screen, then of a phone's, in pixels."""
    return request.param


@pytest.fixture
def walk_on(site, sign_in, user_as, width):
    """Return a way to walk on a page as the manager of a shelter."""
    manager = user_as(Role.SHELTER_MANAGER, shelter=ShelterFactory(name="Shelter 1"))

    def walk_on(page):
        page.set_viewport_size({"width": width, "height": 900})
        sign_in(page, manager)
        return Walk(page, site)

    return walk_on


@pytest.mark.parametrize("kind", ["page", "plain_page"])
def test_a_person_is_led_through_the_shelter(request, walk_on, kind):
    walk = walk_on(request.getfixturevalue(kind))

    code = register(walk)
    identify(walk, code)
    place(walk, code)
    help_out(walk, code)
    pay(walk, code)
    end_the_stay(walk, code)

    allowance, stay = Allowance.objects.get(), Placement.objects.get()
    assert (allowance.status, allowance.amount_azn) == ("paid", 700)
    assert (stay.left_on.isoformat(), stay.exit_reason) == ("2019-07-08", "family")
    assert Service.objects.count() == 2


def register(walk):
    """Search, find nobody, register; return the code."""
    walk.open("/people/")
    walk.follow("New person")
    walk.fill(text="Əliyeva Leyla")
    walk.press("Search")
    assert walk.page.locator("[name=family_name]").input_value() == "Əliyeva"
    walk.fill(first_contact_on="4/6/2019", citizenship="AZE")
    walk.page.locator("label", has_text="female").click()
    walk.page.locator("label", has_text="18 or over").first.click()
    walk.press("Save and continue")
    walk.press("Register person")
    assert walk.page.url.endswith("/added/")
    code = Victim.objects.get().code
    assert walk.sees(code)
    return code


def identify(walk, code):
    """Record the decision `identified`."""
    walk.open(f"/people/{code}/identification/")
    walk.follow("Record a decision")
    walk.fill(status="identified", decided_on="10 6 2019", body="police")
    walk.press("Record a decision")
    assert walk.sees("Formally identified")


def place(walk, code):
    """Begin a stay: the only shelter of the user is chosen already."""
    walk.open(f"/people/{code}/placement/")
    walk.follow("Place in a shelter")
    walk.fill(admitted_on="5.6.2019")
    walk.press("Place in a shelter")
    assert walk.sees("05.06.2019")


def help_out(walk, code):
    """Give help, give the same again, refer to a job."""
    walk.open(f"/people/{code}/services/")
    walk.follow("Record help")
    walk.fill(type="medical", provided_on="06062019")
    walk.press("Record help")
    walk.follow("Add same again")
    walk.fill(provided_on="2019-06-07")
    walk.press("Record help")
    walk.open(f"/people/{code}/referrals/")
    walk.follow("Refer", exact=True)
    walk.fill(type="employment", referred_on="7 6 2019")
    walk.press("Refer")
    walk.follow("Record the outcome")
    walk.fill(started_on="10 6 2019", outcome="hired")
    walk.press("Record the outcome")
    assert walk.sees("Hired")


def pay(walk, code):
    """Prepare the allowance, let the office approve it, record the payment."""
    walk.open(f"/people/{code}/allowance/")
    walk.follow("Prepare the allowance")
    walk.fill(decided_on="11 6 2019", order_number="12")
    walk.press("Check the answers")
    assert walk.sees("700 AZN")
    walk.press("Send for approval")
    assert walk.sees("Waits for approval")
    Allowance.objects.get().approve(UserFactory(role=Role.ADMINISTRATOR))
    walk.open(f"/people/{code}/allowance/")
    walk.follow("Record the payment")
    walk.fill(paid_on="12 6 2019")
    walk.press("Check the answers")
    assert walk.sees("700 AZN")
    walk.press("Record the payment")
    assert walk.sees("Paid")


def end_the_stay(walk, code):
    """End the stay: the person returns to the family."""
    walk.open(f"/people/{code}/placement/")
    walk.follow("End the stay")
    walk.fill(left_on="8 7 2019", exit_reason="family")
    walk.press("End the stay")
    assert walk.sees("To the family")


def test_nothing_on_a_shelters_pages_hinders_anybody(page, walk_on, axe):
    walk = walk_on(page)
    code = register(walk)
    identify(walk, code)
    place(walk, code)
    paths = ["/people/", "/people/new/", f"/people/{code}/added/"]
    paths += [f"/people/{code}/{section}" for section in SECTIONS]
    paths += [f"/people/{code}/{form}/add/" for form in ("exploitation", "allowance")]

    hindrances = {}
    for path in paths:
        walk.open(path)
        too_wide = page.evaluate(
            "document.documentElement.scrollWidth > window.innerWidth"
        )
        hindrances[path] = (axe(page), too_wide)

    assert hindrances == dict.fromkeys(paths, ([], False))


@pytest.mark.parametrize("width", [1366], indirect=True)
def test_no_name_is_left_in_the_browser(page, walk_on):
    walk = walk_on(page)
    code = register(walk)
    walk.open(f"/people/{code}/identity/")

    left = page.evaluate("JSON.stringify([localStorage, sessionStorage])")

    assert "Leyla" not in left


@pytest.mark.parametrize("width", [1366], indirect=True)
def test_a_wrong_form_takes_the_focus_to_what_to_do(page, walk_on):
    walk = walk_on(page)
    code = register(walk)
    walk.open(f"/people/{code}/stay/add/")

    walk.fill(admitted_on="6/25/2019")
    walk.press("Place in a shelter")

    assert page.title().startswith("Error: ")
    expect(page.locator("[role=alert]")).to_be_focused()


@pytest.mark.parametrize("width", [1366], indirect=True)
def test_back_from_a_file_leads_to_who_was_found(page, walk_on):
    walk = walk_on(page)
    code = register(walk)
    walk.open("/people/")
    walk.fill(text="Алиева")
    walk.press("Search")
    walk.follow(code)

    page.go_back()

    assert page.url.endswith("/people/found/")
    assert walk.sees(code)
