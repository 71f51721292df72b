"""Lists as people work with them in Chromium, with scripts and without."""

import pytest

from accounts.choices import Role
from tests.browser.steps import follow
from tests.factories import IdentityFactory, PlacementFactory, ShelterFactory
from victims.models import Victim

NAMES = ["Xalidə", "İradə", "Çinarə", "Elnur", "Cəmilə", "Əsmər", "Irma", "Həvva"]
IN_ORDER = ["Cəmilə", "Çinarə", "Elnur", "Əsmər", "Həvva", "Xalidə", "Irma", "İradə"]
PATHS = [
    "/people/?sex=F&missing=yes",
    "/people/?sex=M&status=withdrawn",
    "/lists/people/columns/",
    "/lists/people/views/",
    "/lists/people/views/add/?sex=F",
    "/lists/people/export/?sex=F",
]


@pytest.fixture
def shelter(committed_db):
    return ShelterFactory(name="Shelter 1", capacity=99)


@pytest.fixture
def people(shelter):
    """Return eight named women and twenty nameless men who live in the shelter."""
    for name in NAMES:
        woman = IdentityFactory(given_name=name, victim__sex="F").victim
        PlacementFactory(victim=woman, shelter=shelter)
    for _number in range(20):
        PlacementFactory(shelter=shelter, victim__sex="M")


@pytest.fixture
def manager(user_as, shelter):
    return user_as(Role.SHELTER_MANAGER, shelter=shelter)


@pytest.fixture(params=["page", "plain_page"])
def any_page(request):
    """Return a page with scripts, then one without."""
    return request.getfixturevalue(request.param)


@pytest.fixture
def prepared(page, site, sign_in, manager, people):
    """Return a page on which the manager of those people is signed in."""
    sign_in(page, manager)
    return page, site


def rows(page):
    return page.locator("[data-testid=rows] tbody tr")


def chips(page):
    return page.locator("[aria-label='Filters in use'] .chip").all_inner_texts()


def test_30_chips_are_the_filters_of_the_address_and_back_restores_them(
    any_page, site, sign_in, manager, people
):
    page = any_page
    sign_in(page, manager)
    page.goto(f"{site}/people/")
    page.locator("[name=sex]").select_option("M")
    follow(page.get_by_role("button", name="Apply filters").first)
    filtered = (rows(page).count(), [text.split("\n")[0] for text in chips(page)])

    follow(page.locator("a[rel=next], [data-testid=rows] tbody a").first)
    page.go_back()
    again = rows(page).count()
    follow(page.locator("[aria-label='Filters in use'] .chip").first)

    assert filtered[0] == again == 20
    assert filtered[1][0].startswith("Sex: male")
    assert "sex=" not in page.url
    assert rows(page).count() == 25


def test_31_next_and_previous_are_links_and_skip_nobody(
    any_page, site, sign_in, manager, people
):
    page = any_page
    sign_in(page, manager)
    page.goto(f"{site}/people/")
    first = rows(page).locator("th").all_inner_texts()
    PlacementFactory(shelter=manager.shelters.get())

    follow(page.locator("nav.pagination a[rel=next]"))
    second = rows(page).locator("th").all_inner_texts()
    follow(page.locator("nav.pagination a[rel=prev]"))

    everybody = list(Victim.objects.order_by("-pk").values_list("code", flat=True))
    assert first + second == everybody[1:]
    assert rows(page).locator("th").all_inner_texts() == first


def test_32_names_stand_in_azerbaijani_order(any_page, site, sign_in, manager, people):
    page = any_page
    sign_in(page, manager)
    page.goto(f"{site}/people/?sex=F")

    follow(page.get_by_role("link", name="Given name"))

    assert page.locator("td.given").all_inner_texts() == IN_ORDER


def test_a_view_is_saved_opened_removed_and_brought_back(
    any_page, site, sign_in, manager, people
):
    page = any_page
    sign_in(page, manager)
    page.goto(f"{site}/people/?sex=F")
    follow(page.get_by_role("link", name="Save this view"))
    page.locator("[name=name]").fill("Women")
    follow(page.get_by_role("button", name="Save the view"))
    saved = (rows(page).count(), page.locator(".chip[aria-current=true]").inner_text())

    follow(page.get_by_role("link", name="Saved views"))
    follow(page.get_by_role("button", name="Open with it"))
    page.goto(f"{site}/people/")
    opened = rows(page).count()
    follow(page.get_by_role("link", name="Saved views"))
    follow(page.get_by_role("button", name="Remove"))
    follow(page.get_by_role("button", name="Bring back"))

    assert (saved, opened) == ((8, "Women"), 8)
    assert page.get_by_role("button", name="Bring back").count() == 0


def test_columns_are_chosen_and_forgotten(any_page, site, sign_in, manager, people):
    page = any_page
    sign_in(page, manager)
    page.goto(f"{site}/people/")
    before = page.locator("thead th").all_inner_texts()
    follow(page.get_by_role("link", name="Columns"))
    page.locator("label[for=id_show-age]").click()
    page.locator("label[for=id_show-citizenship]").click()
    page.locator("[name=place-citizenship]").fill("1")
    follow(page.get_by_role("button", name="Save", exact=True))
    chosen = page.locator("thead th").all_inner_texts()
    follow(page.get_by_role("link", name="Columns"))
    follow(page.get_by_role("button", name="Show the list as at the start"))

    assert chosen[1] == "Citizenship"
    assert "Age" not in chosen
    assert page.locator("thead th").all_inner_texts() == before


def test_a_record_leads_on_through_the_filtered_list_and_back(
    any_page, site, sign_in, manager, people
):
    page = any_page
    sign_in(page, manager)
    page.goto(f"{site}/people/?sex=F&sort=name")
    codes = rows(page).locator("th").all_inner_texts()
    follow(rows(page).locator("th a").first)

    follow(page.locator("[data-testid=way] a[rel=next]"))
    second = page.url
    follow(page.locator("[data-testid=way] a[rel=prev]"))
    follow(page.locator("[data-testid=way] a[rel=prev]"))

    assert second.endswith(f"/people/{codes[1]}/")
    assert page.url.endswith(f"/people/{codes[0]}/")
    assert "This is the first of the list." in page.locator("main").inner_text()
    follow(page.get_by_role("link", name="Back to the list"))
    assert "?sex=F&sort=name#row-" in page.url


def test_the_list_is_taken_out(any_page, site, sign_in, manager, people):
    page = any_page
    sign_in(page, manager)
    page.goto(f"{site}/people/?sex=F")
    follow(page.get_by_role("link", name="Export"))
    page.locator("[name=reason]").fill("Meeting of 4 June")

    with page.expect_download() as download:
        page.get_by_role("button", name="Take the list out").click()

    assert download.value.suggested_filename.startswith("people-")


def focused(page):
    return page.evaluate("document.activeElement.textContent.trim()")


def test_keys_lead_through_a_list(page, site, sign_in, manager, people):
    sign_in(page, manager)
    page.goto(f"{site}/people/")
    codes = rows(page).locator("th").all_inner_texts()

    page.keyboard.press("r")
    page.keyboard.press("ArrowDown")
    second = focused(page)
    page.keyboard.press("ArrowUp")
    page.keyboard.press("Enter")
    page.wait_for_url(f"**/people/{codes[0]}/")
    page.keyboard.press("n")

    page.wait_for_url(f"**/people/{codes[1]}/")
    assert second == codes[1]


def test_a_key_typed_into_a_field_is_typed(page, site, sign_in, manager, people):
    sign_in(page, manager)
    page.goto(f"{site}/people/")

    page.keyboard.press("/")
    page.keyboard.type("n/r?p")

    assert page.locator("#quick").input_value() == "n/r?p"
    assert page.url.endswith("/people/")


def test_the_keys_are_told_and_switched_off(page, site, sign_in, manager, axe):
    sign_in(page, manager)
    page.goto(f"{site}/people/")
    page.keyboard.press("?")
    told = page.locator("#keys").is_visible()
    hindrances = axe(page)

    follow(page.get_by_role("link", name="Switch single keys off"))
    page.locator("main label", has_text="Single keys do something").click()
    follow(page.get_by_role("button", name="Save", exact=True))
    page.goto(f"{site}/people/")
    page.keyboard.press("/")

    assert (told, hindrances) == (True, [])
    assert page.evaluate("document.activeElement === document.body")


@pytest.mark.parametrize(
    ("language", "width", "scheme"),
    [("az", 390, "dark"), ("ru", 320, "light"), ("en", 1366, "dark")],
)
def test_nothing_on_the_pages_of_lists_hinders_anybody(
    prepared, axe, language, width, scheme
):
    page, site = prepared
    page.context.add_cookies(
        [{"name": "django_language", "value": language, "url": site}]
    )
    page.set_viewport_size({"width": width, "height": 900})
    page.emulate_media(color_scheme=scheme)

    hindrances = {}
    for path in PATHS:
        page.goto(f"{site}{path}")
        too_wide = page.evaluate(
            "document.documentElement.scrollWidth > window.innerWidth"
        )
        hindrances[path] = (axe(page), too_wide)

    assert hindrances == dict.fromkeys(PATHS, ([], False))


@pytest.mark.parametrize("width", [1366, 390])
def test_5_nothing_covers_what_has_the_focus(prepared, width):
    page, site = prepared
    page.set_viewport_size({"width": width, "height": 700})
    page.goto(f"{site}/people/?sex=F")

    covered = []
    for _press in range(60):
        page.keyboard.press("Tab")
        covered.append(page.evaluate(COVERED))

    assert [text for text in covered if text] == []


COVERED = """() => {
  const one = document.activeElement;
  if (one === document.body) return "";
  const box = one.getBoundingClientRect();
  const [x, y] = [box.x + box.width / 2, box.y + box.height / 2];
  const top = document.elementFromPoint(x, y);
  const seen = top && (one.contains(top) || top.contains(one));
  return seen ? "" : one.outerHTML;
}"""


def test_a_record_says_where_in_its_list_it_stands(
    any_page, site, sign_in, manager, people
):
    page = any_page
    sign_in(page, manager)
    page.goto(f"{site}/people/?sex=F&sort=name")
    follow(rows(page).locator("th a").nth(2))

    if not page.evaluate("'htmx' in window"):  # a script asks by itself
        follow(page.get_by_role("link", name="Where in the list?"))

    page.get_by_text("Record 3 of 8").wait_for()
