"""The work of the Coordinator's office in Chromium, with scripts and without."""

import pytest

from accounts.choices import Role
from prevention.models import AgencyReturn, Call
from tests.browser.steps import follow
from tests.browser.test_police import PHONE, WIDE, any_page, fits
from tests.factories import (
    ActivityFactory,
    AgencyReturnFactory,
    BaselineFactory,
    CallFactory,
    GrantFactory,
    UserFactory,
)

__all__ = ["any_page"]


def administrator():
    return UserFactory(role=Role.ADMINISTRATOR)


@pytest.mark.parametrize("size", [WIDE, PHONE], ids=["wide", "phone"])
def test_one_enters_a_return_and_a_second_approves(site, any_page, sign_in, size):
    any_page.set_viewport_size(size)
    first, second = administrator(), administrator()
    sign_in(any_page, first)
    any_page.goto(f"{site}/returns/2019/")
    follow(any_page.get_by_role("link", name="Enter Fines imposed, AZN"))
    any_page.get_by_label("Value").fill("454 000")
    any_page.get_by_label("Source document").fill("letter 12 of 2020")
    follow(any_page.get_by_role("button", name="Save"))
    own = any_page.get_by_role("link", name="Approve Fines imposed, AZN").count()

    sign_in(any_page, second)
    any_page.goto(f"{site}/returns/2019/")
    follow(any_page.get_by_role("link", name="Approve Fines imposed, AZN"))
    follow(any_page.get_by_role("button", name="Approve"))

    record = AgencyReturn.objects.get()
    assert own == 0
    assert (record.value, record.approved_by) == (454_000, second)
    assert any_page.url == f"{site}/returns/2019/"


def test_appeals_of_a_day_are_entered_one_after_another(site, any_page, sign_in):
    sign_in(any_page, administrator())
    any_page.goto(f"{site}/calls/add/?day=2019-09-17")

    for topic in ("labour", "education"):
        for answer in (topic, "explained"):
            any_page.locator("main form").get_by_text(answer, exact=True).click()
        follow(any_page.get_by_role("button", name="Save and enter the next"))

    assert Call.objects.filter(received_on="2019-09-17").count() == 2
    assert any_page.get_by_label("Received on").input_value() == "17.09.2019"


@pytest.mark.parametrize("size", [WIDE, PHONE], ids=["wide", "phone"])
def test_nothing_hinders_on_the_pages_of_the_office(site, page, sign_in, axe, size):
    page.set_viewport_size(size)
    sign_in(page, administrator())
    call, activity, grant = CallFactory(), ActivityFactory(), GrantFactory()
    total = BaselineFactory()
    AgencyReturnFactory()
    AgencyReturnFactory(figure="labour.fines_azn", approved=True)
    figure = "/returns/2019/labour.sites_inspected"
    pages = ["/", "/calls/", "/calls/add/", "/activities/", "/grants/"]
    pages += [f"/calls/{call.pk}/change/", f"/calls/{call.pk}/void/"]
    pages += ["/activities/add/", f"/activities/{activity.pk}/change/"]
    pages += ["/grants/add/", f"/grants/{grant.pk}/change/", "/returns/baselines/"]
    pages += ["/returns/baselines/add/", f"/returns/baselines/{total.pk}/change/"]
    pages += ["/returns/2019/", f"{figure}/change/", f"{figure}/approve/"]
    pages += [f"{figure}/void/", "/returns/2019/raids.children/enter/"]
    found = {}

    for address in pages:
        page.goto(site + address)
        found[address] = (axe(page), fits(page))

    assert found == dict.fromkeys(pages, ([], True))
