"""The work of an analyst in Chromium: compare, count, open the records behind."""

from datetime import date

import pytest

from accounts.choices import Role
from tests.browser.steps import follow
from tests.factories import (
    AccusedContactFactory,
    AccusedFactory,
    CaseAssignmentFactory,
    CaseVictimFactory,
    CriminalCaseFactory,
    ExploitationFactory,
    OffenceFactory,
    UserFactory,
    VictimFactory,
)

WIDE, PHONE = {"width": 1366, "height": 768}, {"width": 390, "height": 844}
ASKED = "?first=2019&last=2019&rows=form&columns=destination&share=row"
LANGUAGES = ("az", "en", "ru")


@pytest.fixture(params=["with scripts", "without scripts"])
def any_page(request):
    """Return a page with scripts, and one without."""
    plain = request.param == "without scripts"
    return request.getfixturevalue("plain_page" if plain else "page")


def register():
    """Enter two cases that share a victim and a contact, and some more victims."""
    one, other = (CriminalCaseFactory(number=f"19-000{n}") for n in (1, 2))
    for number, country in enumerate(("TUR", "QAT", "AZE", "")):
        born = ("AZE", "UZB")[number % 2]
        victim = VictimFactory(identified_on=date(2019, 3, 1), citizenship=born)
        ExploitationFactory(victim=victim, country=country)
        CaseVictimFactory(case=one, victim=victim)
    CaseVictimFactory(case=other, victim=victim)
    OffenceFactory(case=one)
    for case in (one, other):
        AccusedContactFactory(accused=AccusedFactory(case=case), value="0507777777")
    return one, other


def fits(page):
    """Tell whether the page does not scroll sideways."""
    return page.evaluate(
        "document.documentElement.scrollWidth <= document.documentElement.clientWidth"
    )


@pytest.mark.parametrize("size", [WIDE, PHONE], ids=["wide", "phone"])
def test_an_analyst_compares_two_cases_and_counts(site, any_page, sign_in, size):
    register()
    any_page.set_viewport_size(size)
    sign_in(any_page, UserFactory(role=Role.POLICE_ANALYST))

    any_page.goto(f"{site}/cases/")
    for number in ("19-0001", "19-0002"):
        any_page.get_by_label(f"Compare {number}").check()
    follow(any_page.get_by_role("button", name="Compare the ticked cases"))

    assert any_page.get_by_text("the same contact").is_visible()
    assert any_page.get_by_text("≠ differs").first.is_visible()

    any_page.goto(f"{site}/analytics/{ASKED}")
    any_page.get_by_label("Columns").select_option("citizenship")
    follow(any_page.get_by_role("button", name="Show the table"))
    follow(any_page.get_by_role("link", name="2 sexual exploitation, Azerbaijan"))

    assert any_page.locator("tbody tr").count() == 2
    assert any_page.get_by_text("2 records", exact=True).is_visible()


def test_39_every_chart_has_a_title_a_summary_and_a_table_of_equal_values(
    site, page, sign_in
):
    register()
    sign_in(page, UserFactory(role=Role.POLICE_ANALYST))
    page.goto(f"{site}/analytics/{ASKED}")

    for figure in page.locator("figure").all():
        drawn = figure.locator("svg .v").all_inner_texts()
        summary = figure.locator("svg").get_attribute("aria-label")
        listed = figure.locator("td.num").all_inner_texts()

        assert figure.locator("figcaption h2").inner_text()
        assert {number.strip() for number in drawn if number} <= {*listed, "2", "4"}
        assert all(part.split()[-1].isdecimal() for part in summary.split(", "))


@pytest.fixture(params=["wide light", "wide dark", "phone light", "phone dark"])
def looked_at(page, request):
    """Return a page of each width in each theme."""
    width, theme = request.param.split()
    page.set_viewport_size(WIDE if width == "wide" else PHONE)
    page.emulate_media(color_scheme=theme)
    return page


def test_01_nothing_hinders_on_the_pages_of_the_analyst(site, looked_at, sign_in, axe):
    one, other = register()
    page = looked_at
    sign_in(page, UserFactory(role=Role.POLICE_ANALYST))
    pages = [
        f"/analytics/{ASKED}",
        "/analytics/?first=2018&last=2019&measure=cases&columns=stage",
        "/analytics/records/?first=2019&last=2019&rows=sex&row=F",
        f"/cases/compare/?case={one.number}&case={other.number}",
        "/cases/compare/",
        "/cases/shared-contacts/",
    ]
    found = {}

    for address in pages:
        page.goto(site + address)
        found[address] = (axe(page), fits(page))

    assert found == dict.fromkeys(pages, ([], True))


@pytest.mark.parametrize("size", [WIDE, PHONE], ids=["wide", "phone"])
def test_nothing_hinders_an_investigator_with_contacts(site, page, sign_in, axe, size):
    one, other = register()
    user = CaseAssignmentFactory(case=one).user
    CaseAssignmentFactory(case=other, user=user)
    page.set_viewport_size(size)
    sign_in(page, user)
    pages = [
        f"/cases/{one.number}/",
        f"/cases/{one.number}/contacts/",
        f"/cases/{one.number}/contacts/add/",
        "/cases/shared-contacts/",
        "/analytics/",
    ]
    found = {}

    for address in pages:
        page.goto(site + address)
        found[address] = (axe(page), fits(page))

    assert found == dict.fromkeys(pages, ([], True))


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_labels_of_a_chart_stay_in_its_panel_on_a_phone(
    demo_site, page, sign_in, language
):
    page.set_viewport_size(PHONE)
    sign_in(page, UserFactory(role=Role.POLICE_ANALYST, language=language))
    page.goto(f"{demo_site}/figures/2019/")

    outside = page.evaluate(
        """() => [...document.querySelectorAll('svg.chart text')].filter(text => {
          const own = text.getBoundingClientRect();
          const panel = text.closest('.panel').getBoundingClientRect();
          return own.width && (own.left < panel.left || own.right > panel.right);
        }).map(text => text.textContent)"""
    )

    assert outside == []


def test_the_inputs_of_the_journals_filters_are_in_line(site, page, sign_in):
    sign_in(page, UserFactory(role=Role.AUDITOR))
    page.goto(f"{site}/journal/")

    tops = page.evaluate(
        """() => [...document.querySelectorAll(
            '.filters select, .filters input:not([type="hidden"])'
          )].map(input => Math.round(input.getBoundingClientRect().bottom))"""
    )

    rows = {top: tops.count(top) for top in tops}
    assert min(rows.values()) > 1
    assert len(rows) <= 2
