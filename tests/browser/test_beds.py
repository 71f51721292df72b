"""The bed board in Chromium: the walk of a day, two at one bed, arrows, looks."""

from datetime import timedelta

import pytest
from django.utils import timezone
from django.utils.timezone import localdate
from playwright.sync_api import expect

from accounts.choices import Role
from assistance.models import Bed, Placement
from tests.assistance.boards import beds_of, lodged
from tests.browser.steps import follow, speak
from tests.browser.test_shelter import Walk
from tests.factories import HoldFactory, IdentityFactory, ShelterFactory, VictimFactory

BOARD = "/shelter/beds/"
LANGUAGES = ("az", "en", "ru")


@pytest.fixture
def shelter(committed_db):
    """Return a shelter with six beds and a person who waits for one."""
    shelter = ShelterFactory(name="Shelter 1")
    beds_of(shelter, 6)
    victim = VictimFactory(code="KM-4821-7", registered_at=shelter)
    IdentityFactory(victim=victim)
    return shelter


@pytest.fixture
def walk_on(site, sign_in, user_as, shelter):
    """Return a way to walk on a page as a manager of the shelter."""

    def walk_on(page, width=1366):
        page.set_viewport_size({"width": width, "height": 900})
        sign_in(page, user_as(Role.SHELTER_MANAGER, shelter=shelter))
        return Walk(page, site)

    return walk_on


def act(walk, name, number):
    """Follow the link of an act on the tile of a bed."""
    walk.open(BOARD)
    tile = walk.page.get_by_test_id(f"bed-{number}")
    follow(tile.get_by_role("link", name=name))


def state(walk, number):
    """Return the state of a bed on the board."""
    walk.open(BOARD)
    return walk.page.get_by_test_id(f"bed-{number}").locator(".st").inner_text()


@pytest.mark.parametrize("width", [1366, 390])
@pytest.mark.parametrize("kind", ["page", "plain_page"])
def test_every_act_of_the_board_is_reached_without_dragging(
    request, walk_on, kind, width
):
    walk = walk_on(request.getfixturevalue(kind), width)

    act(walk, "Hold", 1)
    walk.press("Hold the bed")
    assert state(walk, 1) == "Held"
    act(walk, "Let go", 1)
    walk.press("Let the bed go")
    assert state(walk, 1) == "Free"
    place_and_move(walk)
    absence_and_leave(walk)
    out_and_back(walk)

    stay = Placement.objects.get()
    assert (stay.exit_reason, Bed.objects.free().count()) == ("family", 6)


def place_and_move(walk):
    """Place the person who waits, move them, take the move back."""
    act(walk, "Place", 2)
    walk.page.locator("label", has_text="KM-4821-7").click()
    walk.press("Place the person")
    assert state(walk, 2) == "Occupied"
    act(walk, "Move", 2)
    walk.fill(bed=str(Bed.objects.get(number="3").pk))
    walk.press("Move the person")
    assert walk.sees("moved from Bed 2 to Bed 3")
    follow(walk.page.get_by_role("button", name="Undo").first)
    assert walk.sees("Undone.")
    assert state(walk, 2) == "Occupied"


def absence_and_leave(walk):
    """Record a night away, then the end of the stay."""
    act(walk, "Away", 2)
    walk.page.locator("label", has_text="Agreed with the shelter").click()
    walk.press("Record the night")
    assert walk.sees("Away tonight")
    act(walk, "Leave", 2)
    walk.fill(exit_reason="family")
    walk.press("End the stay")
    assert state(walk, 2) == "Free"


def out_and_back(walk):
    """Take a bed out of use, put it back."""
    walk.open(BOARD)
    walk.follow("Bed 4", exact=True)
    walk.follow("Out of use", exact=True)
    walk.fill(out_reason="window")
    walk.press("Take it out of use")
    assert state(walk, 4) == "Out of use"
    act(walk, "Put back", 4)
    walk.press("Put it back into use")
    assert state(walk, 4) == "Free"


@pytest.mark.parametrize("kind", ["page", "plain_page"])
def test_two_people_at_one_bed_the_second_takes_a_free_one(request, walk_on, kind):
    walk = walk_on(request.getfixturevalue(kind))
    act(walk, "Place", 4)
    walk.page.locator("label", has_text="KM-4821-7").click()
    lodged(Bed.objects.get(number="4"))

    walk.press("Place the person")

    assert walk.sees("Bed 4 was taken at ")
    assert walk.page.locator("[name=person]:checked").count() == 1
    walk.press("Bed 6")
    assert Placement.objects.get(victim__code="KM-4821-7").bed.number == "6"


def test_a_hold_expires_on_time(walk_on, page):
    walk = walk_on(page)
    hold = HoldFactory(bed=Bed.objects.get(number="1"), made_at=timezone.now())
    assert state(walk, 1) == "Held"

    hold.until = timezone.now() + timedelta(seconds=1)
    hold.save()
    page.wait_for_timeout(1000)

    assert state(walk, 1) == "Free"


def test_the_board_looks_again_by_itself_and_tells_what_changed(walk_on, page):
    page.clock.install()
    walk = walk_on(page)
    walk.open(BOARD)
    lodged(Bed.objects.get(number="1"))

    with page.expect_response(lambda answer: BOARD in answer.url) as answer:
        page.clock.run_for(61_000)

    assert answer.value.request.headers["x-unattended"] == "1"
    expect(page.locator(".bed-used")).to_be_visible()
    expect(page.locator("#board-news")).to_contain_text("5 free")


def test_where_the_session_has_ended_the_board_leaves_the_screen(walk_on, page):
    page.clock.install()
    walk = walk_on(page)
    walk.open(BOARD)
    page.context.clear_cookies()

    page.clock.run_for(61_000)

    page.wait_for_url("**/account/login/**")
    assert page.get_by_test_id("board").count() == 0


def test_arrows_lead_from_bed_to_bed_and_enter_opens_one(walk_on, page):
    walk = walk_on(page)
    walk.open(BOARD)
    page.locator(".tile").first.focus()

    for key in ("ArrowRight", "ArrowDown", "ArrowLeft", "ArrowUp", "ArrowDown"):
        page.keyboard.press(key)

    assert page.evaluate("document.activeElement.innerText") == "Bed 3"
    page.keyboard.press("Enter")
    page.wait_for_url("**/shelter/beds/*/")
    assert walk.sees("Bed 3")


def paths():
    """Return the pages of the board, with records of every kind behind them."""
    beds = {bed.number: bed.pk for bed in Bed.objects.all()}
    stay = lodged(Bed.objects.get(number="1"))
    hold = HoldFactory(bed=Bed.objects.get(number="2"))
    Bed.objects.filter(number="3").update(out_since=localdate(), out_reason="window")
    free = [f"{BOARD}{beds['4']}/{end}" for end in ("", "place/", "hold/", "out/")]
    stays = [f"/shelter/stays/{stay.pk}/{end}/" for end in ("move", "away", "leave")]
    rooms = ["/shelter/rooms/", "/shelter/rooms/add/"]
    held = [f"/shelter/holds/{hold.pk}/release/", f"{BOARD}{beds['1']}/place/"]
    return [BOARD, f"{BOARD}?view=list", *free, *stays, *rooms, *held]


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("language", LANGUAGES)
def test_nothing_on_the_board_hinders_anybody(walk_on, page, axe, language, scheme):
    walk = walk_on(page)
    page.emulate_media(color_scheme=scheme)
    walk.open("/")
    speak(page, language)

    hindrances = {}
    for path in paths():
        walk.open(path)
        for width in (320, 768, 1366):
            page.set_viewport_size({"width": width, "height": 900})
            wide = "document.documentElement.scrollWidth > window.innerWidth"
            found = (axe(page), page.evaluate(wide))
            if found != ([], False):
                hindrances[path, width] = found

    assert hindrances == {}


SMALL = """least => [...document.querySelectorAll(
    "main a, main button, main summary, main select, main input:not([type=hidden])")]
  .filter(one => one.checkVisibility() && !one.closest(".form-check"))
  .map(one => [one.innerText || one.name, one.getBoundingClientRect()])
  .filter(([, box]) => box.width < least || box.height < least)
  .map(([name, box]) => `${name} ${box.width}x${box.height}`)"""


def test_every_target_of_the_board_is_wide_enough_for_a_mouse(walk_on, page):
    walk = walk_on(page)
    lodged(Bed.objects.get(number="1"))
    walk.open(BOARD)

    assert page.evaluate(SMALL, 24) == []


def test_every_target_of_the_board_is_wide_enough_for_a_finger(
    browser, site, sign_in, user_as, shelter
):
    context = browser.new_context(
        viewport={"width": 820, "height": 1100}, has_touch=True, is_mobile=True
    )
    page = context.new_page()
    sign_in(page, user_as(Role.SHELTER_MANAGER, shelter=shelter))
    lodged(Bed.objects.get(number="1"))
    page.goto(f"{site}{BOARD}")

    small = page.evaluate(SMALL, 44)
    context.close()

    assert small == []


COVERED = """() => {
  const one = document.activeElement;
  if (one === document.body) return false;
  const box = one.getBoundingClientRect();
  const at = document.elementFromPoint(box.left + box.width / 2, box.top + 4);
  return !(at && (one.contains(at) || at.contains(one)));
}"""


def test_nothing_covers_what_has_the_focus(walk_on, page):
    walk = walk_on(page)
    walk.open(BOARD)
    page.locator("main a").first.focus()

    covered = []
    for _press in range(25):
        page.keyboard.press("Tab")
        if page.evaluate(COVERED):
            covered.append(page.evaluate("document.activeElement.outerHTML"))

    assert covered == []
