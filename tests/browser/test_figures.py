"""The figures of the demo in Chromium: nothing hinders, and charts keep labels."""

import pytest
from django.contrib.auth import get_user_model

from tests.browser.steps import speak
from tests.browser.test_police import PHONE, WIDE, fits

BEYOND = """[...document.querySelectorAll('svg.chart')].flatMap(chart => {
    const box = chart.getBoundingClientRect();
    return [...chart.querySelectorAll('text')].filter(text => {
        const own = text.getBoundingClientRect();
        return own.left < box.left - 1 || own.right > box.right + 1;
    }).map(text => text.textContent);
})"""
UNKNOWN = "victims.identified/country_of_exploitation/unknown"
PAGES = [
    "/figures/2019/",
    "/figures/2030/",
    f"/figures/2019/{UNKNOWN}/",
    "/figures/2019/cumulative.victims/",
    "/register/import/",
    "/register/export/",
    "/users/",
    "/account/password/",
]


@pytest.fixture
def office(demo_site, page, sign_in):
    """Sign the demo's administrator in; return how a page is opened."""
    sign_in(page, get_user_model().objects.get(username="administrator"))
    return lambda address: page.goto(demo_site + address)


@pytest.mark.parametrize("size", [WIDE, PHONE], ids=["wide", "phone"])
def test_nothing_hinders_on_the_pages_of_figures(office, page, axe, size):
    page.set_viewport_size(size)
    found = {}

    for address in PAGES:
        office(address)
        found[address] = (axe(page), fits(page))

    assert found == dict.fromkeys(PAGES, ([], True))


@pytest.mark.parametrize("language", ["az", "ru", "en"])
def test_the_labels_of_a_chart_stay_inside_it_on_a_phone(office, page, language):
    page.set_viewport_size(PHONE)
    office("/")
    speak(page, language)

    office("/figures/2019/")

    assert page.locator("svg.chart").count() == 9
    assert page.evaluate(BEYOND) == []
