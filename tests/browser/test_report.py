"""The written report in Chromium: read, its text changed and put back, its files."""

import pytest
from django.contrib.auth import get_user_model

from tests.browser.steps import follow
from tests.browser.test_police import PHONE, WIDE, fits

PAGES = ["/report/2019/", "/report/2030/", "/report/2019/victims/"]
STANDARD = "/report/2019/opening/"
OURS = "These are the words of {year}, and {victims.identified} persons."


def signed_in(site, page, sign_in, name="administrator"):
    """Sign in; return how a page is opened."""
    sign_in(page, get_user_model().objects.get(username=name))
    return lambda address: page.goto(site + address)


@pytest.mark.parametrize("size", [WIDE, PHONE], ids=["wide", "phone"])
def test_nothing_hinders_on_the_pages_of_the_report(
    demo_site, page, sign_in, axe, size
):
    office = signed_in(demo_site, page, sign_in)
    page.set_viewport_size(size)
    found = {}

    for address in PAGES:
        office(address)
        found[address] = (axe(page), fits(page))

    assert found == dict.fromkeys(PAGES, ([], True))


@pytest.mark.parametrize("scripts", [True, False], ids=["scripts", "plain"])
def test_a_text_is_changed_and_the_standard_one_put_back(
    demo_site, page, plain_page, sign_in, scripts
):
    page = page if scripts else plain_page
    office = signed_in(demo_site, page, sign_in)
    office(STANDARD)
    page.fill("[name=text_en]", OURS)
    follow(page.locator("main .form-acts [type=submit]"))
    office("/report/2019/")

    told = page.locator("section.report").first
    assert "These are the words of 2019, and 91 persons." in told.inner_text()

    follow(told.get_by_role("link", name="91"))
    assert page.url.endswith("/figures/2019/victims.identified/")

    office(STANDARD)
    follow(page.get_by_role("link", name="Take the standard text"))
    follow(page.locator("main .form-acts [type=submit]"))
    office("/report/2019/")
    assert "Dear Mr. Chairman!" in page.locator("section.report").first.inner_text()

    office(STANDARD)
    follow(page.get_by_role("link", name="Put this text back").first)
    follow(page.locator("main .form-acts [type=submit]"))
    assert page.input_value("[name=text_en]") == OURS


def test_an_auditor_takes_the_report_as_a_file(demo_site, page, sign_in):
    auditor = signed_in(demo_site, page, sign_in, "auditor")
    auditor("/report/2019/")

    with page.expect_download() as download:
        page.get_by_role("link", name="PDF English").click()

    assert download.value.suggested_filename == "report-2019-en.pdf"


def test_on_paper_the_report_has_no_chrome_and_no_marks(demo_site, page, sign_in):
    office = signed_in(demo_site, page, sign_in)
    office("/report/2019/")

    page.emulate_media(media="print")

    shown = [page.locator(one).first.is_visible() for one in ("nav", ".no-print")]
    assert shown == [False, False]
    assert page.locator(".fig thead").first.is_visible()
