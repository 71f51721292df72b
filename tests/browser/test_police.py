"""The work of the police in Chromium: with scripts and without, wide and on a phone."""

import pytest

from accounts.choices import Role
from cases.models import Verdict
from tests.browser.steps import follow
from tests.factories import (
    AccusedFactory,
    CaseAssignmentFactory,
    CaseVictimFactory,
    CriminalCaseFactory,
    CriminalGroupFactory,
    ExploitationFactory,
    OffenceFactory,
    UserFactory,
    VerdictFactory,
    WantedNoticeFactory,
)

SECTIONS = (
    "",
    "offences/",
    "accused/",
    "wanted/",
    "verdicts/",
    "victims/",
    "groups/",
    "history/",
)
FORMS = ("change/", "void/", *(f"{part}add/" for part in SECTIONS[1:7]))
WIDE, PHONE = {"width": 1366, "height": 768}, {"width": 390, "height": 844}


@pytest.fixture(params=["with scripts", "without scripts"])
def any_page(request):
    """Return a page with scripts, and one without."""
    plain = request.param == "without scripts"
    return request.getfixturevalue("plain_page" if plain else "page")


def full_case(number="19-0147"):
    case = CriminalCaseFactory(number=number, stage="sent_to_court")
    group = CriminalGroupFactory(case=case)
    VerdictFactory(accused=AccusedFactory(case=case, group=group, in_court=True))
    WantedNoticeFactory(accused=AccusedFactory(case=case))
    OffenceFactory(case=case)
    ExploitationFactory(victim=CaseVictimFactory(case=case).victim, main=True)
    return case


def fits(page):
    """Tell whether the page does not scroll sideways."""
    return page.evaluate(
        "document.documentElement.scrollWidth <= document.documentElement.clientWidth"
    )


@pytest.mark.parametrize("size", [WIDE, PHONE], ids=["wide", "phone"])
def test_an_analyst_finds_a_case_and_opens_it(site, any_page, sign_in, size):
    full_case()
    CriminalCaseFactory(number="18-0002")
    any_page.set_viewport_size(size)
    sign_in(any_page, UserFactory(role=Role.POLICE_ANALYST))

    any_page.goto(f"{site}/cases/#filters")
    any_page.get_by_label("Number", exact=True).fill("0147")
    follow(any_page.get_by_role("button", name="Apply filters"))
    follow(any_page.get_by_role("link", name="19-0147", exact=True))

    assert any_page.title() == "Case 19-0147 – Dayaq"
    assert any_page.get_by_role("link", name="Add").count() == 0
    assert fits(any_page)


ENTERED = (
    (
        "offences",
        "Add an offence",
        {"number": "O-1", "article": "144-1", "registered_on": "4.6.2019"},
    ),
    (
        "accused",
        "Add an accused person",
        {"code": "A-1", "sent_to_court_on": "04/09/2019"},
    ),
    ("verdicts", "Record a verdict", {"verdict_on": "20 11 2019"}),
)


def test_an_investigator_adds_an_offence_an_accused_and_a_verdict(
    site, any_page, sign_in
):
    sign_in(any_page, CaseAssignmentFactory(case__number="19-0147").user)

    for section, link, answers in ENTERED:
        any_page.goto(f"{site}/cases/19-0147/{section}/")
        follow(any_page.get_by_role("link", name=link).first)
        for name, answer in answers.items():
            any_page.locator(f"main [name={name}]").fill(answer)
        if section == "verdicts":
            any_page.get_by_label("Accused person").select_option(label="A-1")
        follow(any_page.locator("main form button.btn-primary"))

    verdict = Verdict.objects.get()
    assert str(verdict.accused.sent_to_court_on) == "2019-09-04"
    assert any_page.get_by_text("sent to court in 2019").is_visible()


def test_a_verdict_too_early_is_said_kindly_and_what_was_typed_stays(
    site, any_page, sign_in
):
    assignment = CaseAssignmentFactory(case__number="19-0147")
    AccusedFactory(case=assignment.case, code="A-1", in_court=True)
    sign_in(any_page, assignment.user)

    any_page.goto(f"{site}/cases/19-0147/verdicts/add/")
    any_page.get_by_label("Accused person").select_option(label="A-1")
    any_page.get_by_label("Date of the verdict").fill("31.8.2019")
    follow(any_page.locator("main form button.btn-primary"))

    assert any_page.title() == "Error: Record a verdict – Dayaq"
    said = "A-1 was sent to court on 1 September 2019: enter that day or later."
    assert said in any_page.get_by_role("alert").inner_text()
    assert any_page.get_by_label("Date of the verdict").input_value() == "31.8.2019"


@pytest.mark.parametrize("size", [WIDE, PHONE], ids=["wide", "phone"])
def test_nothing_hinders_on_the_pages_of_cases(site, page, sign_in, axe, size):
    case = full_case()
    page.set_viewport_size(size)
    sign_in(page, CaseAssignmentFactory(case=case).user)
    pages = ["/cases/", "/cases/?court=yes", "/cases/add/", "/"]
    pages += [f"/cases/19-0147/{part}" for part in (*SECTIONS, *FORMS)]
    found = {}

    for address in pages:
        page.goto(site + address)
        found[address] = (axe(page), fits(page))

    assert found == dict.fromkeys(pages, ([], True))
