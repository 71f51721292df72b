"""Merging two entries field by field, what stands in the way, and undoing it."""

from datetime import date

import pytest

from accounts.choices import Action, Role
from accounts.models import JournalEntry
from tests.factories import (
    AllowanceFactory,
    IdentityFactory,
    MergeFactory,
    PlacementFactory,
    PossibleDuplicateFactory,
    StatusDecisionFactory,
    VictimFactory,
)
from tests.shelter import address, problems, queries
from victims.merges import IN_THE_WAY
from victims.models import Identity, Merge, PossibleDuplicate, Victim

REASON = "one woman, registered twice"


@pytest.fixture
def twin(shelter):
    """Return another entry of the person, registered by the shelter as well."""
    victim = VictimFactory(
        code="KM-9001-1", registered_at=shelter, sex="", citizenship="UZB"
    )
    IdentityFactory(victim=victim, given_name="Guney", phone="", address="Gəncə")
    return victim


def url_of(person, twin):
    return address("victims:merge_compare", person.code, twin.code)


def post(client, person, twin, **answers):
    """Open the page and post it with the reason."""
    page = client.get(url_of(person, twin)).context
    hidden = {name: page[name] for name in ("versions", "submission")}
    return client.post(url_of(person, twin), hidden | {"reason": REASON} | answers)


def test_each_field_that_differs_is_chosen(client, manager, person, twin):
    answers = {"victim-citizenship": "gone", "identity-address": "gone"}

    post(client, person, twin, **answers)

    kept = Victim.objects.get(pk=person.pk)
    assert (kept.citizenship, kept.sex, kept.identity.address) == ("UZB", "F", "Gəncə")
    assert kept.identity.given_name == "Günay"
    assert list(Victim.objects.current()) == [kept]


def test_a_chosen_name_finds_the_person(client, manager, person, twin):
    post(client, person, twin, **{"identity-given_name": "gone"})

    found = Identity.objects.matching("Guney").filter(voided_at=None)
    assert [one.victim for one in found] == [person]


def test_what_is_recorded_once_is_proposed(client, manager, person, twin):
    choices = client.get(url_of(twin, person)).context["choices"]

    proposed = {one.name: one.chosen for one in choices if one.differs}
    assert (proposed["victim-sex"], proposed["victim-citizenship"]) == ("gone", "kept")


def test_names_are_masked_until_a_reason_is_given(client, manager, person, twin):
    masked = client.get(url_of(person, twin)).content.decode()

    shown = post(client, person, twin, show="1").content.decode()

    assert ("Guney" in masked, "Guney" in shown) == (False, True)
    entry = JournalEntry.objects.get(action=Action.SHOWED)
    assert (sorted(entry.codes), entry.reason) == (["KM-4821-7", "KM-9001-1"], REASON)


def test_an_administrator_sees_whether_names_differ_and_never_the_names(
    client, user_as, person, twin
):
    client.force_login(user_as(Role.ADMINISTRATOR))

    pages = [
        client.get(url_of(person, twin)),
        post(client, person, twin, show="1"),
    ]

    texts = "".join(page.content.decode() for page in pages if page.status_code == 200)
    assert "Guney" not in texts
    assert "recorded, not shown" in texts


def test_an_administrator_merges_across_shelters(client, user_as, person):
    client.force_login(user_as(Role.ADMINISTRATOR))
    elsewhere = PlacementFactory().victim

    post(client, person, elsewhere)

    assert Victim.objects.get(pk=elsewhere.pk).merged_into == person


def test_a_manager_does_not_merge_beyond_the_shelter(client, manager, person):
    elsewhere = PlacementFactory().victim

    assert client.get(url_of(person, elsewhere)).status_code == 404
    assert client.post(url_of(person, elsewhere)).status_code == 404


def test_a_code_beyond_reach_is_as_one_that_is_not_there(client, manager, person):
    elsewhere = PlacementFactory().victim
    url = address("victims:merge", person.code)

    said = {
        code: problems(client.post(url, {"code": code}))
        for code in (elsewhere.code, "ZZ-0000-0", person.code)
    }

    words = "There is no other record with this code."
    assert [*said.values()] == [[words]] * 3


def test_a_code_leads_to_comparing(client, manager, person, twin):
    url = address("victims:merge", person.code)

    assert client.post(url, {"code": "km90011"}).url == url_of(person, twin)


def test_without_a_reason_nothing_is_merged(client, manager, person, twin):
    response = post(client, person, twin, reason="")

    assert problems(response) == ["Fill in “Why they are one person”."]
    assert Victim.objects.current().count() == 2


def test_a_record_that_changed_meanwhile_is_looked_at_again(
    client, manager, person, twin
):
    page = client.get(url_of(person, twin)).context
    Victim.objects.filter(pk=twin.pk).update(sex="F")

    response = client.post(
        url_of(person, twin), {"versions": page["versions"], "reason": REASON}
    )

    assert response.status_code == 409
    assert Victim.objects.current().count() == 2


def test_a_form_posted_twice_merges_once(client, manager, person, twin):
    page = client.get(url_of(person, twin)).context
    answers = {name: page[name] for name in ("versions", "submission")}

    first, second = (
        client.post(url_of(person, twin), answers | {"reason": REASON})
        for _time in range(2)
    )

    assert first.url == second.url
    assert Merge.objects.count() == 1


def two_stays(person, twin):
    shelter = person.registered_at
    PlacementFactory(victim=person, shelter=shelter)
    PlacementFactory(victim=twin, shelter=shelter, admitted_on=date(2019, 6, 10))


def two_allowances(person, twin):
    for victim in (person, twin):
        StatusDecisionFactory(victim=victim)
    AllowanceFactory(victim=person)
    AllowanceFactory(victim=twin, decided_on=date(2019, 7, 1))


@pytest.mark.parametrize(
    ("both_have", "name"),
    [
        (two_stays, "placement_one_stay_at_a_time"),
        (two_allowances, "allowance_one_unreversed"),
    ],
)
@pytest.mark.usefixtures("manager")
def test_what_stands_in_the_way_is_explained(client, person, twin, both_have, name):
    both_have(person, twin)

    response = post(client, person, twin)

    assert problems(response) == [str(IN_THE_WAY[name])]
    assert Victim.objects.current().count() == 2
    assert not Merge.objects.exists()


def test_the_journal_keeps_both_codes_and_the_reason(client, manager, person, twin):
    post(client, person, twin, **{"victim-citizenship": "gone"})

    entry = JournalEntry.objects.get(action=Action.CHANGED)
    assert (sorted(entry.codes), entry.reason) == (["KM-4821-7", "KM-9001-1"], REASON)
    assert entry.fields == ["merged_into", "victim-citizenship"]


def test_the_pages_ask_the_database_alike_for_one_or_three(
    client, manager, person, twin, shelter
):
    counts = []
    for number in (1, 3):
        while PossibleDuplicate.objects.count() < number:
            other = VictimFactory(registered_at=shelter)
            PossibleDuplicateFactory(victim=person, other=other)
            MergeFactory(kept=person, gone=other, merged_by=manager)
        pages = (
            address("victims:duplicates"),
            address("victims:merge", person.code),
            url_of(person, twin),
        )
        counts.append([queries(client, page) for page in pages])

    assert counts[0] == counts[1] == [4, 7, 12]
