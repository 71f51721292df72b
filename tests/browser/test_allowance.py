"""The allowance in Chromium: points 25, 26 and 27, and the two people's whole walk."""

from datetime import date

import pytest
from django.urls import reverse
from playwright.sync_api import expect

from accounts.choices import Role
from assistance.models import Allowance
from tests.browser.steps import follow, press, speak
from tests.factories import (
    AllowanceCorrectionFactory,
    AllowanceFactory,
    IdentityFactory,
    ShelterFactory,
    VictimFactory,
)

SENT = {
    "az": "Təsdiqə göndər",
    "en": "Send for approval",
    "ru": "Отправить на утверждение",
}
WIDTHS = (1366, 390)


class Desk:
    """A shelter with a manager and an identified person, and the office."""

    def __init__(self, site, sign_in, user_as):
        self.site, self.sign_in = site, sign_in
        shelter = ShelterFactory(name="Shelter 1")
        self.manager = user_as(Role.SHELTER_MANAGER, shelter=shelter)
        self.office = user_as(Role.ADMINISTRATOR)
        self.person = VictimFactory(
            registered_at=shelter, identified_on=date(2019, 1, 10)
        )
        IdentityFactory(victim=self.person, given_name="Leyla")
        self.stranger = VictimFactory(registered_at=shelter)

    def open(self, page, user, name, *args):
        """Open a page of the allowance as the user."""
        self.sign_in(page, user)
        page.goto(self.site + reverse(name, args=args))

    def prepare(self, page):
        """Open the form of the person's allowance as the manager."""
        self.open(page, self.manager, "assistance:allowance_add", self.person.code)


@pytest.fixture
def desk(site, sign_in, user_as):
    """Return the two people who deal with one allowance."""
    return Desk(site, sign_in, user_as)


@pytest.fixture(params=["page", "plain_page"])
def any_page(request):
    """Return a page with scripts, then one without."""
    return request.getfixturevalue(request.param)


@pytest.mark.parametrize("language", SENT)
@pytest.mark.parametrize("rate", [("03.06.2019", 400), ("04.06.2019", 700)])
def test_25_the_rate_changes_on_4_june_2019(any_page, desk, language, rate):
    page, (day, amount) = any_page, rate
    desk.prepare(page)
    speak(page, language)

    page.fill("[name=decided_on]", day)
    follow(page.locator("main form button[type=submit]").first)
    assert page.locator("output").inner_text() == f"{amount} AZN"
    press(page, SENT[language])

    assert Allowance.objects.get().amount_azn == amount


def test_25_an_amount_cannot_be_posted_by_hand(page, desk):
    desk.prepare(page)
    page.evaluate(
        """() => document.querySelector("main form").insertAdjacentHTML("beforeend",
            "<input type='hidden' name='amount_azn' value='9000'>")"""
    )

    page.fill("[name=decided_on]", "4 6 2019")
    press(page, "Check the answers")
    press(page, "Send for approval")

    assert Allowance.objects.get().amount_azn == 700


def test_25_the_amount_is_said_as_soon_as_a_day_is_typed(page, desk):
    desk.prepare(page)

    page.fill("[name=decided_on]", "4 6 2019")
    page.locator("[name=order_number]").focus()

    expect(page.locator("output")).to_have_text("700 AZN")
    why = page.locator("#amount-why").inner_text()
    assert "One day earlier the amount would be 400 AZN." in why
    assert Allowance.objects.count() == 0


def test_26_a_second_allowance_gets_a_page_that_says_already_paid(any_page, desk):
    facts = {"decided_on": date(2019, 7, 9), "order_number": "12"}
    AllowanceFactory(victim=desk.person, paid=True, **facts)
    desk.prepare(any_page)

    title = "Already paid: 700 AZN, decision 12 of 9 July 2019"
    assert title in any_page.locator("main").inner_text()
    assert any_page.locator("main form").count() == 0


def test_27_who_is_not_identified_gets_a_page_that_says_why(any_page, desk):
    desk.open(any_page, desk.manager, "assistance:allowance_add", desk.stranger.code)

    told = any_page.locator("main").inner_text()
    assert "The allowance cannot start yet" in told
    assert "No decision on the status is recorded yet." in told
    assert any_page.locator("main form").count() == 0


@pytest.mark.parametrize("width", WIDTHS)
def test_two_people_prepare_return_approve_pay_and_take_back(any_page, desk, width):
    page = any_page
    page.set_viewport_size({"width": width, "height": 900})
    prepare(page, desk)
    answer(page, desk)
    follow(page.get_by_role("link", name="Return with a reason"))
    page.fill("[name=reason]", "the order has no number")
    press(page, "Return the allowance")

    prepare_anew(page, desk)
    answer(page, desk)
    press(page, "Approve")
    pay_and_ask_back(page, desk)
    answer(page, desk)
    press(page, "Approve")

    allowance = Allowance.objects.get()
    assert (allowance.status, allowance.order_number) == ("reversed", "12")
    assert allowance.void_reason == "paid to a stranger"


def prepare(page, desk):
    """Prepare without a number of the order."""
    desk.prepare(page)
    page.fill("[name=decided_on]", "9 7 2019")
    press(page, "Check the answers")
    press(page, "Send for approval")


def answer(page, desk):
    """Open what waits, as the office does."""
    desk.open(page, desk.office, "approvals:waiting")
    follow(page.get_by_role("link", name=desk.person.code))


def prepare_anew(page, desk):
    """Read why it came back, and add the number."""
    desk.open(page, desk.manager, "assistance:allowance", desk.person.code)
    follow(page.locator("main").get_by_role("link", name="Details"))
    assert "the order has no number" in page.locator("main").inner_text()
    follow(page.locator("main").get_by_role("link", name="Change", exact=True))
    page.fill("[name=order_number]", "12")
    press(page, "Check the answers")
    press(page, "Send for approval")


def pay_and_ask_back(page, desk):
    """Record the payment, then ask to reverse it."""
    desk.open(page, desk.manager, "assistance:allowance", desk.person.code)
    follow(page.locator("main").get_by_role("link", name="Record the payment"))
    page.fill("[name=paid_on]", "10 7 2019")
    press(page, "Check the answers")
    press(page, "Record the payment")
    follow(page.locator("main").get_by_role("link", name="Take back"))
    page.locator("label", has_text="Taken back").click()
    page.fill("[name=reason]", "paid to a stranger")
    press(page, "Send for approval")


@pytest.mark.parametrize("width", WIDTHS)
def test_nothing_on_the_pages_of_the_allowance_hinders_anybody(page, desk, axe, width):
    page.set_viewport_size({"width": width, "height": 900})

    found = {}
    for user, name, key in pages_of(desk):
        desk.open(page, user, name, *key)
        wide = page.evaluate("document.documentElement.scrollWidth > innerWidth")
        found[name] = (axe(page), wide)

    assert found == dict.fromkeys(found, ([], False))


def pages_of(desk):
    """Return who opens which pages, over an allowance in each state."""
    code, victim = desk.person.code, desk.person
    prepared = [code, AllowanceFactory(victim=victim, prepared=True, account="1").pk]
    other = {"kind": "other", "amount_azn": 55, "victim": victim}
    paid = AllowanceFactory(approved=True, paid=True, **other)
    asked = [code, AllowanceCorrectionFactory(allowance=paid).pk]
    pages = {"": [code], "_add": [code], "_decision": [code, paid.pk]}
    pages |= dict.fromkeys(("_detail", "_change", "_void"), prepared)
    return [
        *(
            (desk.manager, f"assistance:allowance{name}", key)
            for name, key in pages.items()
        ),
        (desk.office, "approvals:waiting", []),
        (desk.office, "assistance:allowance_approve", prepared),
        (desk.office, "assistance:allowance_return", prepared),
        (desk.office, "assistance:correction_approve", asked),
        (desk.office, "assistance:correction_decline", asked),
    ]
