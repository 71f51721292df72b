"""A value without a word is mapped, and the tables leave; nothing hinders."""

import re

import pytest
from django.contrib.auth import get_user_model

from reports.models import Mapping
from tests.browser.steps import follow
from tests.browser.test_police import PHONE, WIDE, fits

PAGES = (
    "/standards/2019/",
    "/standards/2019/glotip/public/",
    "/standards/2019/sdg/parliament/",
    "/standards/2019/htcds/",
    "/standards/2019/others/",
    "/standards/mappings/",
    "/standards/mappings/1/change/",
    "/standards/populations/add/",
    "/standards/others/add/?year=2019",
    "/standards/history/mapping/",
)


@pytest.fixture
def office(demo_site, sign_in):
    """Return how an administrator opens a page: `office(page, address)`."""

    def open_page(page, address):
        person = get_user_model().objects.get(username="administrator")
        person.language = "en"
        person.save()
        sign_in(page, person)
        page.goto(demo_site + address)

    return open_page


@pytest.mark.parametrize("scripts", ["page", "plain_page"])
def test_a_value_is_mapped_before_the_tables_leave(request, office, scripts):
    page = request.getfixturevalue(scripts)
    Mapping.objects.get(standard="glotip", list="sex", code="M").void("undecided")
    office(page, "/standards/2019/")
    assert page.get_by_text("Nothing is exported until").count() == 1

    follow(page.get_by_role("link", name=re.compile("Map it.*male, UNODC")))
    page.get_by_label("Their code").fill("M")
    page.get_by_label("Their words").fill("Male")
    follow(page.get_by_role("button", name="Save"))
    follow(page.locator("main a.back", has_text="Standards"))

    assert page.get_by_text("Nothing is exported until").count() == 0
    follow(page.get_by_role("link", name=re.compile("Tables, for the public.*UNODC")))
    assert page.get_by_text("not shown").first.is_visible()
    with page.expect_download() as left:
        page.get_by_role("link", name="Download as XLSX").click()
    assert left.value.suggested_filename == "glotip-2019-public.xlsx"


@pytest.mark.parametrize("size", [WIDE, PHONE], ids=["wide", "phone"])
def test_nothing_hinders_on_the_pages_of_the_standards(office, page, axe, size):
    page.set_viewport_size(size)
    found = {}

    for address in PAGES:
        office(page, address)
        found[address] = (axe(page), fits(page))

    assert found == dict.fromkeys(PAGES, ([], True))
