"""The morning of a shelter worker: see what is due, settle it, and see it gone."""

from datetime import timedelta

import pytest
from django.utils.timezone import localdate

from accounts.choices import Role
from assistance.models import Deadline, DeadlineMark
from tests.browser.steps import settle
from tests.browser.test_shelter import Walk
from tests.factories import (
    IdentityFactory,
    PlacementFactory,
    ReflectionPeriodFactory,
    ShelterFactory,
)

WIDTHS = (1366, 390)
KINDS = ("page", "plain_page")


def ago(days):
    return localdate() - timedelta(days=days)


@pytest.fixture(params=WIDTHS)
def walk_on(request, site, sign_in, user_as):
    """Return a way to walk on a page as a worker with something late and next week."""
    shelter = ShelterFactory(name="Shelter 1")
    for days in (2, -3):
        stay = PlacementFactory(shelter=shelter, admitted_on=ago(20))
        IdentityFactory(victim=stay.victim)
        ReflectionPeriodFactory(victim=stay.victim, ends_on=ago(days))
    worker = user_as(Role.SHELTER_WORKER, shelter=shelter)

    def walk_on(page):
        page.set_viewport_size({"width": request.param, "height": 900})
        sign_in(page, worker)
        return Walk(page, site)

    return walk_on


@pytest.mark.parametrize("kind", KINDS)
def test_what_is_due_is_found_settled_and_gone(request, walk_on, kind):
    walk = walk_on(request.getfixturevalue(kind))

    walk.open("/")
    walk.follow("1 late")
    assert walk.sees("2 days late")
    walk.page.locator("main details.more summary").click()
    walk.follow("Mark as done")
    walk.press("Mark as done")

    assert DeadlineMark.objects.get().done_on == localdate()
    assert Deadline.objects.count() == 1
    walk.press("Undo")
    assert Deadline.objects.count() == 2


@pytest.mark.parametrize("kind", KINDS)
def test_a_deadline_is_postponed_and_its_form_opened(request, walk_on, kind):
    walk = walk_on(request.getfixturevalue(kind))
    day = ago(-5)

    walk.open("/due/?when=late")
    walk.page.locator("main details.more summary").click()
    walk.follow("Postpone")
    walk.fill(postponed_to=f"{day:%d %m %Y}", reason="In care")
    walk.press("Postpone")
    walk.open("/")
    walk.follow("2 next 7 days")
    assert walk.sees("postponed")
    walk.follow("Open")

    assert walk.page.locator("[name=ends_on]").count() == 1


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("path", ["/", "/due/", "/due/referrals/"])
def test_axe_finds_nothing_on_the_first_page_and_the_work_list(
    walk_on, page, axe, scheme, path
):
    walk = walk_on(page)
    page.emulate_media(color_scheme=scheme)

    walk.open(path)

    assert axe(page) == []


@pytest.mark.parametrize("path", ["/", "/due/"])
def test_nothing_scrolls_sideways(walk_on, page, path):
    walk = walk_on(page)

    walk.open(path)

    wide = page.evaluate("document.documentElement.scrollWidth - innerWidth")
    assert wide <= 0


@pytest.fixture(params=Role)
def signed_in(request, page, sign_in, user_as):
    """Return a page on which a user of each role is signed in."""
    sign_in(page, user_as(request.param))
    return page


def test_axe_finds_nothing_on_the_first_page_of_any_role(signed_in, site, axe):
    page = signed_in

    page.goto(site)
    settle(page)

    assert axe(page) == []


def test_the_failed_checks_are_fetched_into_the_first_page(
    site, sign_in, user_as, page
):
    sign_in(page, user_as(Role.ADMINISTRATOR))

    page.goto(site)

    page.locator("#checks").wait_for()
    assert page.locator("#checks details").count() == 1
