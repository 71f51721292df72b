"""Points of acceptance on what a browser keeps, and on what paper shows."""

import json

import pytest
from django.contrib.auth import get_user_model
from playwright.sync_api import expect

from tests.browser.acceptance.screens import PERSON
from tests.browser.steps import follow, settle
from victims.models import Victim

KEPT = "JSON.stringify([{...localStorage}, {...sessionStorage}])"
FIGURES = "/figures/2019/"


@pytest.fixture
def opened(demo_site, page, sign_in):
    """Return a way to open a screen as a user of the demo."""

    def opened(username, address):
        sign_in(page, get_user_model().objects.get(username=username))
        page.goto(demo_site + address)

    return opened


@pytest.fixture
def english(demo_db):
    get_user_model().objects.update(language="en")


def test_11_a_person_leaves_nothing_in_the_browser(english, opened, page):
    identity = Victim.objects.get(code="V-2019-0053").identity
    opened("shelter_manager", f"{PERSON}identity/")
    page.locator("summary", has_text="Show full name").click()
    page.locator("main [name=reason]").fill("the doctor asks for the name")
    follow(page.get_by_role("button", name="Show and record the reason"))
    assert identity.family_name in page.locator("main").inner_text()

    page.goto(page.url.replace("identity/", ""))

    kept = json.loads(page.evaluate(KEPT))
    assert identity.family_name not in str(kept)
    assert identity.given_name not in str(kept)


def test_12_back_after_signing_out_shows_no_data(english, opened, page):
    opened("shelter_manager", PERSON)
    follow(page.get_by_role("link", name="Sign out"))
    follow(page.locator("main form button"))

    page.go_back()
    page.go_back()

    expect(page.locator("[name=login]")).to_be_visible()
    assert "V-2019-0053" not in page.locator("body").inner_text()


@pytest.mark.parametrize(
    ("username", "address"),
    [("shelter_manager", PERSON), ("administrator", FIGURES)],
)
def test_40_paper_shows_no_navigation_but_who_printed(
    english, opened, page, username, address
):
    opened(username, address)

    page.emulate_media(media="print")

    assert page.locator("nav:visible, header.top:visible").count() == 0
    assert page.get_by_text(f"Printed by {username},").is_visible()


def test_40_a_table_repeats_its_head_on_every_sheet(english, opened, page):
    opened("administrator", FIGURES)

    page.emulate_media(media="print")

    display = "head => getComputedStyle(head).display"
    heads = page.locator("main table thead").all()
    assert {head.evaluate(display) for head in heads} == {"table-header-group"}


def test_36_the_check_of_countries_opens_its_three_records(english, opened, page):
    opened("administrator", FIGURES)
    alert = page.locator("main").get_by_text("88, not 91")
    assert alert.is_visible()

    follow(page.get_by_role("link", name="Open 3 records"))

    expect(page.locator("main table tbody tr")).to_have_count(3)


def test_39_every_chart_has_a_title_a_summary_and_its_table(english, opened, page):
    opened("administrator", FIGURES)
    charts = page.locator("figure:has(svg.chart)").all()

    assert len(charts) == 9
    for chart in charts:
        drawn = chart.locator("svg text.v").all_text_contents()
        listed = chart.locator("table tbody tr td").all_text_contents()
        assert chart.locator("figcaption h3").inner_text()
        assert chart.locator("svg").get_attribute("aria-label")
        assert listed[: len(drawn)] == drawn


def test_a_part_that_is_fetched_leaves_the_title_of_the_page(english, opened, page):
    opened("administrator", "/")
    settle(page)

    assert page.title() == "Start – Dayaq"
