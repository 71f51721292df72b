"""Notes, a document and a referral to an agency, as both agencies walk in Chromium."""

from io import BytesIO

import pytest
from PIL import Image

from accounts.choices import Role
from tests.browser.test_shelter import Walk
from tests.factories import (
    ConsentFactory,
    IdentityFactory,
    OrganisationFactory,
    ShelterFactory,
    VictimFactory,
)

WIDTHS = (1366, 390)
CODE = "KM-4821-7"


@pytest.fixture
def people(user_as):
    """Return the manager of a shelter and a worker of the agency, with a person."""
    shelter = ShelterFactory(name="Shelter 1")
    agency = OrganisationFactory(name="Assistance Centre")
    person = VictimFactory(code=CODE, registered_at=shelter)
    IdentityFactory(victim=person, phone="+994 50 123 45 67", phone_safety="unsafe")
    ConsentFactory(victim=person, purpose="referral", organisation=agency)
    manager = user_as(Role.SHELTER_MANAGER, shelter=shelter)
    return manager, user_as(Role.ASSISTANCE_WORKER, organisation=agency)


def picture():
    out = BytesIO()
    Image.new("RGB", (60, 40), "teal").save(out, "JPEG")
    return {"name": "face.jpg", "mimeType": "image/jpeg", "buffer": out.getvalue()}


@pytest.fixture(params=WIDTHS)
def sized(request):
    """Return the size of a desk's screen, then of a phone's."""
    return {"width": request.param, "height": 900}


@pytest.fixture(params=["page", "plain_page"])
def any_page(request, sized):
    """Return a page of the size, with scripts and without."""
    page = request.getfixturevalue(request.param)
    page.set_viewport_size(sized)
    return page


def test_a_file_is_kept_and_the_person_referred(any_page, site, sign_in, people):
    page = any_page
    walk = Walk(page, site)
    manager, worker = people

    sign_in(page, manager)
    write_a_note(walk)
    keep_a_document(walk)
    refer(walk)
    sign_in(page, worker)
    answer(walk)
    sign_in(page, manager)
    walk.open(f"/people/{CODE}/referrals/")

    assert walk.sees("Accepted")


def write_a_note(walk):
    """Write a note and correct it."""
    walk.open(f"/people/{CODE}/")
    walk.follow("Add a note")
    walk.page.locator("label", has_text="Talk").click()
    walk.fill(text="She wants to learn sewing.", happened_on="4 6 2019")
    walk.press("Add a note")
    walk.follow("Correct")
    walk.fill(text="She wants to learn cooking.")
    walk.press("Save the correction")
    walk.follow("corrected by")
    assert walk.sees("sewing")


def keep_a_document(walk):
    """Upload a picture, and take it out with a reason."""
    walk.open(f"/people/{CODE}/documents/")
    walk.follow("Upload a document")
    walk.page.set_input_files("[name=file]", picture())
    walk.fill(kind="photo")
    walk.press("Upload a document")
    walk.follow("Open")
    walk.fill(reason="for the court")
    with walk.page.expect_download() as download:
        walk.button("Take the file out").click()
    assert download.value.suggested_filename.startswith(f"{CODE}-")


def refer(walk):
    """Refer the person to the agency by the consent that is there."""
    walk.open(f"/people/{CODE}/referrals/")
    walk.follow("Refer to an agency")
    for label in ("Assistance Centre", "full name", "phone"):
        walk.page.locator("main label", has_text=label).first.click()
    walk.fill(type="legal")
    walk.press("Refer to an agency")
    assert walk.sees("Waiting since today")


def answer(walk):
    """Accept the referral as the agency, and see the phone that may not be called."""
    walk.open("/referrals/")
    walk.follow(CODE)
    walk.follow("Accept")
    walk.press("Accept the referral")
    walk.page.locator("summary", has_text="Show full name").click()
    walk.fill(reason="to call her")
    walk.press("Show and record the reason")
    assert walk.page.locator("main s").inner_text() == "+994 50 123 45 67"
    assert walk.page.locator("main a[href^='tel:']").count() == 0


PAGES = (
    "",
    "notes/",
    "note/add/",
    "documents/",
    "paper/add/",
    "referrals/",
    "sending/add/",
    "history/",
)


def test_nothing_on_the_pages_of_a_file_hinders_anybody(
    page, site, sign_in, people, axe
):
    walk = Walk(page, site)
    sign_in(page, people[0])
    write_a_note(walk)
    keep_a_document(walk)
    refer(walk)

    hindrances = {}
    for width in WIDTHS:
        page.set_viewport_size({"width": width, "height": 900})
        for path in PAGES:
            walk.open(f"/people/{CODE}/{path}")
            too_wide = "document.documentElement.scrollWidth > window.innerWidth"
            hindrances[width, path] = (axe(page), page.evaluate(too_wide))

    assert hindrances == dict.fromkeys(hindrances, ([], False))


def test_nothing_in_the_inbox_hinders_anybody(page, site, sign_in, people, axe):
    walk = Walk(page, site)
    sign_in(page, people[0])
    refer(walk)
    sign_in(page, people[1])
    walk.open("/referrals/")
    found = [axe(page)]
    walk.follow(CODE)
    found.append(axe(page))
    walk.follow("Decline")
    found.append(axe(page))

    assert found == [[], [], []]


def test_after_visiting_a_file_the_browser_keeps_nothing_personal(
    page, site, sign_in, people
):
    """Point 11 of the acceptance list, for notes and documents."""
    walk = Walk(page, site)
    sign_in(page, people[0])
    write_a_note(walk)
    walk.open(f"/people/{CODE}/notes/")

    left = page.evaluate("JSON.stringify([localStorage, sessionStorage])")

    assert ("sewing" in left, "cooking" in left, "Günay" in left) == (False,) * 3
