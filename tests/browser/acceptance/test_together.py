"""Points 29 and 34: what a task waits for, and two people at one record."""

from datetime import date

import pytest
from django.urls import reverse

from accounts.choices import Role
from assistance.models import Service
from tests.browser.acceptance.conftest import choose
from tests.browser.steps import follow
from tests.factories import ServiceFactory, ShelterFactory, VictimFactory

FIRST = {
    "az": "status haqqında qərar",
    "en": "decision on status",
    "ru": "решение о статусе",
}
FOCUSABLE = "a, button, input, select, textarea, summary, [tabindex]"
TASKS = ".tasks h3 + ul > li"
CANNOT = f"{TASKS}:has(> .muted)"
ACROSS = """row => {
    row.scrollIntoView({ block: "center" });
    const { left, right, top, height } = row.getBoundingClientRect();
    const points = [left + 3, right - 3].map(x => [x, top + height / 2]);
    return points.every(([x, y]) => document.elementFromPoint(x, y).closest("a"));
}"""
ALLOWANCE = "a[href$='/allowance/']"


@pytest.fixture
def shelter(site):
    return ShelterFactory(name="Shelter 1")


@pytest.fixture
def person(shelter):
    return VictimFactory(registered_at=shelter)


@pytest.fixture
def editors(browser, site, user_as, shelter, sign_in):
    """Return the pages of two people of one shelter, each in a browser of his own."""
    contexts = [browser.new_context(), browser.new_context()]
    for name, context in zip(("aygun", "leyla"), contexts, strict=True):
        worker = user_as(Role.SHELTER_MANAGER, shelter=shelter, username=name)
        sign_in(context.new_page(), worker)
    yield [context.pages[0] for context in contexts]
    for context in contexts:
        context.close()


@pytest.fixture(params=["page", "plain_page"])
def any_page(request, user_as, shelter, sign_in):
    """Return the page of a manager, with scripts and without."""
    page = request.getfixturevalue(request.param)
    sign_in(page, user_as(Role.SHELTER_MANAGER, shelter=shelter))
    return page


@pytest.mark.parametrize("language", FIRST)
def test_29_a_task_that_cannot_start_names_the_one_before_and_is_no_stop(
    any_page, site, person, language
):
    choose(any_page, language, site)
    any_page.goto(site + reverse("assistance:overview", args=[person.code]))

    waiting = any_page.locator(CANNOT)
    assert waiting.count() == 1
    assert FIRST[language] in waiting.inner_text()
    assert waiting.locator(FOCUSABLE).count() == 0


def test_29_the_whole_row_of_every_other_task_is_a_link(any_page, site, person):
    any_page.goto(site + reverse("assistance:overview", args=[person.code]))

    rows = any_page.locator(f"{TASKS}:not(:has(> .muted))").all()

    assert len(rows) > 10
    assert {row.locator("> a[href]").count() for row in rows} == {1}
    assert all(row.evaluate(ACROSS) for row in rows)


def test_29_finishing_a_task_lets_the_next_one_start(any_page, site, person):
    file = site + reverse("assistance:overview", args=[person.code])
    any_page.goto(file)
    follow(any_page.locator(".tasks").get_by_role("link", name="Decision on status"))
    follow(any_page.get_by_role("link", name="Record a decision"))
    any_page.select_option("main [name=status]", "identified")
    any_page.fill("main [name=decided_on]", "6 6 2019")
    follow(any_page.locator("main form .btn-primary"))

    any_page.goto(file)

    assert any_page.locator(CANNOT).count() == 0
    follow(any_page.locator(".tasks").locator(ALLOWANCE))
    follow(any_page.get_by_role("link", name="Prepare the allowance"))
    assert any_page.locator("main [name=decided_on]").is_visible()


@pytest.fixture
def help_given(person):
    """Return help that both people are about to change."""
    return ServiceFactory(victim=person, type="medical", provided_on=date(2019, 6, 4))


@pytest.fixture
def both_saved(editors, site, help_given):
    """Return the page of the second of two who changed one record at one time."""
    form = reverse(
        "assistance:service_change", args=[help_given.victim.code, help_given.pk]
    )
    for page in editors:
        page.goto(site + form)
    first, second = editors
    first.select_option("main [name=type]", "legal")
    follow(first.locator("main form .btn-primary"))
    second.fill("main [name=provided_on]", "7 6 2019")
    second.select_option("main [name=type]", "documents")
    follow(second.locator("main form .btn-primary"))
    return second


def kept(record):
    """Return type and day of the help as they are stored."""
    record.refresh_from_db()
    return record.type, record.provided_on.day


def test_34_the_second_save_is_asked_field_by_field(both_saved, help_given):
    rows = both_saved.locator("main tbody tr")

    assert kept(help_given) == ("legal", 4)
    assert "aygun saved this record" in both_saved.locator("main").inner_text()
    told = [
        [part.strip() for part in row.split("\t")] for row in rows.all_inner_texts()
    ]
    assert told == [
        ["Help", "help with documents", "legal help"],
        ["Given on", "7 June 2019", "4 June 2019"],
    ]


def test_34_of_each_field_the_one_that_was_chosen_is_saved(both_saved, help_given):
    both_saved.locator("label[for=keep-type-saved]").click()
    follow(both_saved.get_by_role("button", name="Save what is chosen"))

    assert kept(help_given) == ("legal", 7)
    assert Service.objects.count() == 1


def test_34_leaving_it_as_saved_overwrites_nothing(both_saved, help_given):
    follow(both_saved.get_by_role("link", name="Leave everything as it is saved"))

    assert kept(help_given) == ("legal", 4)
    assert both_saved.locator("main [name=type]").input_value() == "legal"
