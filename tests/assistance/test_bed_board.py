"""The bed board: what it shows, to whom, and what it keeps."""

from datetime import timedelta

import pytest
from django.utils import timezone
from django.utils.timezone import localdate

from accounts.choices import Role
from accounts.models import JournalEntry
from accounts.sessions import LENGTHENED_AT, UNATTENDED
from tests.assistance.boards import BOARD, beds_of, board, lodged, states
from tests.factories import (
    BedFactory,
    BoardRulesFactory,
    HoldFactory,
    NightAbsenceFactory,
    PlacementFactory,
    ShelterFactory,
    SuspensionOrderFactory,
    VictimFactory,
)
from tests.shelter import address, queries

BY_ITSELF = {f"HTTP_{UNATTENDED.upper().replace('-', '_')}": "1"}


def test_every_bed_says_its_state_in_words(client, manager, shelter):
    _free, held, used, out = beds_of(shelter, 4)
    HoldFactory(bed=held)
    lodged(used)
    out.out_since, out.out_reason = localdate(), "window"
    out.save()

    assert states(client) == {
        "1": "Free",
        "2": "Held",
        "3": "Occupied",
        "4": "Out of use",
    }


def test_a_used_bed_tells_the_code_the_given_name_and_the_day(
    client, manager, person, shelter
):
    (bed,) = beds_of(shelter, 1)
    since = localdate() - timedelta(days=11)
    lodged(bed, victim=person, admitted_on=since)

    (tile,) = board(client).tiles

    name = person.identity.given_name
    assert (tile.code, tile.name, tile.lines) == ("KM-4821-7", name, ["Day 12"])


def test_a_held_bed_tells_until_when_and_by_whom(client, manager, shelter):
    (bed,) = beds_of(shelter, 1)
    noon = timezone.now().replace(hour=11, minute=40)
    HoldFactory(bed=bed, made_by=manager, made_at=noon, until=noon + timedelta(days=1))

    (tile,) = board(client).tiles

    assert tile.lines == [f"Until 15:40, by {manager}"]


def test_the_head_counts_beds_and_leaves_cots_apart(client, manager, shelter):
    free, used, cot = beds_of(shelter, 3)
    cot.beside = free
    cot.save()
    lodged(used)
    PlacementFactory(shelter=shelter)

    counts = [(count.number, str(count.text)) for count in board(client).counts]

    assert counts == [
        (1, "free"),
        (0, "held"),
        (1, "occupied"),
        (1, "cots free"),
        (1, "without a bed"),
    ]


def test_who_came_and_left_today_is_told(client, manager, shelter):
    first, second = beds_of(shelter, 2)
    came = lodged(first)
    week = localdate() - timedelta(days=7)
    left = lodged(second, admitted_on=week, left_on=localdate())

    told = board(client)

    assert [guest.code for guest in told.came] == [came.victim.code]
    assert [guest.code for guest in told.left] == [left.victim.code]


def test_a_night_away_is_not_counted_as_slept_here(client, manager, shelter):
    stay = lodged(beds_of(shelter, 1)[0])
    NightAbsenceFactory(placement=stay, night_of=localdate())

    told = board(client)

    assert (told.sleeping, told.tiles[0].badges) == (0, ["Away tonight"])


def test_the_strip_tells_the_people_of_each_night(client, manager, shelter):
    today = localdate()
    days = {"admitted_on": today - timedelta(days=3), "left_on": today}
    lodged(beds_of(shelter, 1)[0], **days)

    nights = [night.people for night in board(client).strip.nights]

    assert nights == [*[0] * 10, 1, 1, 1, 0]


def test_the_strip_has_a_title_a_summary_and_a_table_of_equal_values(
    client, manager, shelter
):
    lodged(beds_of(shelter, 1)[0])

    html = client.get(BOARD).text

    assert "Most on one night: 1 of 20" in html
    assert html.count('<td class="num">1</td>') == 1
    assert html.count('<td class="num">0</td>') == 13


def test_capacity_by_night_and_by_day_is_told(client, manager, shelter):
    beds_of(shelter, 1)
    BoardRulesFactory(shelter=shelter, people_by_day=30)

    html = client.get(BOARD).text

    assert "By night: 20. By day: 30." in html


def test_a_shelter_without_beds_says_so(client, manager):
    assert "No beds set up." in client.get(BOARD).text


def test_a_user_without_a_shelter_is_told_who_gives_one(client, user_as):
    client.force_login(user_as(Role.SHELTER_WORKER))

    assert "You work in no shelter yet." in client.get(BOARD).text


def test_the_board_of_another_shelter_is_not_found(client, manager):
    other = ShelterFactory()

    assert client.get(BOARD, {"shelter": other.code}).status_code == 404


def test_who_works_in_two_shelters_chooses(client, manager, shelter):
    other = ShelterFactory()
    manager.shelters.add(other)

    assert board(client, shelter=other.code).shelter == other


PAGES = ["bed", "hold", "place", "out"]


@pytest.mark.parametrize("name", [f"beds:{name}" for name in PAGES])
@pytest.mark.parametrize("verb", ["get", "post"])
def test_a_bed_of_another_shelter_is_not_found(client, manager, name, verb):
    page = address(name, BedFactory().pk)

    assert getattr(client, verb)(page).status_code in {404, 405}


@pytest.mark.parametrize("name", ["beds:move", "beds:away", "beds:leave"])
def test_a_stay_in_another_shelter_is_not_found(client, manager, person, name):
    stay = PlacementFactory(victim=person)

    assert client.get(address(name, stay.pk)).status_code == 404


def test_a_person_beyond_reach_is_a_bed_occupied_and_no_more(client, manager, shelter):
    stay = lodged(beds_of(shelter, 1)[0])
    SuspensionOrderFactory(victim=stay.victim)

    page = client.get(BOARD)

    (tile,) = page.context["board"].tiles
    assert (str(tile.state), tile.acts) == ("Occupied", [])
    assert stay.victim.code not in page.text


@pytest.mark.parametrize(
    "role", [Role.POLICE_ANALYST, Role.POLICE_INVESTIGATOR, Role.ADMINISTRATOR]
)
def test_police_and_office_never_see_the_board(client, user_as, role, shelter):
    client.force_login(user_as(role, shelter=shelter))

    assert client.get(BOARD).status_code == 403


@pytest.mark.parametrize("role", [Role.ADMINISTRATOR, Role.ASSISTANCE_WORKER])
def test_others_do_not_read_the_bed_in_a_file(client, user_as, role, person, shelter):
    user = user_as(role)
    person.assignments.create(user=user, since=localdate())
    bed = BedFactory(shelter=shelter, number="77")
    stay = lodged(bed, victim=person)
    stay.bed = None
    stay.save()
    client.force_login(user)

    pages = ("assistance:placement", "assistance:history")
    texts = [client.get(address(name, person.code)).text for name in pages]

    assert ["Bed 77" in text for text in texts] == [False, False]


def test_the_list_view_says_the_same_without_decoration(client, manager, shelter):
    stay = lodged(beds_of(shelter, 2)[0])

    html = client.get(BOARD, {"view": "list"}).text

    assert (stay.victim.code in html, 'class="beds"' in html) == (True, False)


def test_only_the_board_is_sent_to_a_page_that_looks_again(client, manager, shelter):
    beds_of(shelter, 1)

    html = client.get(BOARD, headers={"HX-Request": "true"}).text

    assert html.strip().startswith('<div id="board"')
    assert "<html" not in html


def kept():
    return JournalEntry.objects.count()


def test_looking_again_at_the_same_people_keeps_nothing_new(client, manager, shelter):
    lodged(beds_of(shelter, 1)[0])
    client.get(BOARD)
    before = kept()

    client.get(BOARD, **BY_ITSELF)

    assert kept() == before


def test_looking_again_at_somebody_new_is_kept(client, manager, shelter):
    first, second = beds_of(shelter, 2)
    lodged(first)
    client.get(BOARD)
    stay = lodged(second)

    client.get(BOARD, **BY_ITSELF)

    assert stay.victim.code in JournalEntry.objects.first().codes


def test_whoever_looks_himself_is_kept_each_time(client, manager, shelter):
    lodged(beds_of(shelter, 1)[0])
    client.get(BOARD)
    before = kept()

    client.get(BOARD)

    assert kept() == before + 1


def test_a_board_that_looks_again_keeps_nobody_signed_in(client, manager):
    session = client.session
    session[LENGTHENED_AT] = 1
    session.save()

    client.get(BOARD, **BY_ITSELF)

    assert client.session[LENGTHENED_AT] == 1


def test_a_person_who_came_by_oneself_is_offered_a_bed(client, manager, shelter):
    stay = PlacementFactory(shelter=shelter, admitted_on=localdate())
    beds_of(shelter, 1)

    (guest,) = board(client).without_bed

    assert guest.move == address("beds:move", stay.pk)


@pytest.mark.parametrize("people", [1, 3])
def test_the_board_asks_the_database_as_often_for_one_bed_as_for_three(
    client, manager, shelter, people
):
    for bed in beds_of(shelter, people):
        lodged(bed)
        HoldFactory(bed=BedFactory(shelter=shelter), victim=VictimFactory())

    assert queries(client, BOARD) == 12
