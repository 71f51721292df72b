"""Charts in Chromium: in both colours, on a desk and on a phone, in three languages."""

import pytest
from django.utils import timezone

from accounts.choices import Role
from accounts.models import User
from reports.models import LegacyYear, Release
from reports.open.publishing import publish_openly
from tests.browser.test_figures import BEYOND
from tests.browser.test_police import PHONE, WIDE, fits
from tests.factories import UserFactory
from tests.reports.releases.conftest import frozen

PAGES = ["/figures/2019/", "/open/{}/", "/open/{}/2019/", "/analytics/?first=2019"]


@pytest.fixture
def charted(demo_site, page, sign_in):
    """Freeze and publish 2019 of the demo; return how a page is opened."""
    second = User.objects.get(username="second_administrator")
    for one in LegacyYear.objects.filter(approved_by=None):
        one.approved_by, one.approved_at = second, timezone.now()
        one.save()
    frozen(2019)
    publish_openly(Release.objects.get(), second)

    def open_page(address, language):
        sign_in(page, UserFactory(role=Role.ADMINISTRATOR, language=language))
        page.goto(demo_site + address.format(language))

    return open_page


@pytest.mark.parametrize("language", ["az", "en", "ru"])
def test_nothing_hinders_on_the_pages_with_charts(charted, page, axe, language):
    found = {}
    for address in PAGES:
        charted(address, language)
        for size in (WIDE, PHONE):
            for scheme in ("light", "dark"):
                page.set_viewport_size(size)
                page.emulate_media(color_scheme=scheme)
                place = (address, size["width"], scheme)
                found[place] = (axe(page), fits(page), page.evaluate(BEYOND))

    assert found == dict.fromkeys(found, ([], True, []))


def test_a_phone_has_the_years_below_each_other(charted, page):
    page.set_viewport_size(PHONE)
    charted("/open/{}/", "en")

    assert page.locator("svg.narrow").is_visible()
    assert not page.locator("svg.wide").is_visible()


def test_the_table_of_a_chart_opens_without_a_script(charted, page):
    charted("/figures/2019/", "en")
    chart = page.locator("section[aria-labelledby=chart-people]")

    chart.locator("summary").click()

    assert chart.get_by_role("cell", name="93.4%").is_visible()


def test_on_paper_the_colours_are_told_apart_by_patterns(charted, page):
    charted("/figures/2019/", "en")
    page.emulate_media(media="print")

    fill = page.locator("rect.b2").first.evaluate("e => getComputedStyle(e).fill")

    assert "#print-2" in fill
