"""Merging two entries field by field, what stands in the way, and undoing it."""

from datetime import date

import pytest
from django.core.exceptions import ValidationError
from django.utils import timezone

from accounts.choices import Action, Role
from accounts.models import JournalEntry
from tests.factories import (
    AllowanceFactory,
    ExploitationFactory,
    FirstHourFactory,
    IdentityDocumentFactory,
    IdentityFactory,
    MergeFactory,
    PlacementFactory,
    PossibleDuplicateFactory,
    ServiceFactory,
    StatusDecisionFactory,
    VictimFactory,
)
from tests.intake import registered
from tests.refused import refused_by, said_of, saved_past_the_form
from tests.shelter import address, problems, queries
from victims.merges import IN_THE_WAY, merge, rows_of, undo
from victims.models import Identity, Merge, PossibleDuplicate, Victim
from victims.sealed import SealedRow

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


def everything(*people):
    """Return every value of every record of the people, but the versions."""
    values = {}
    for model, records in rows_of(*people):
        for record in records.order_by("pk"):
            names = [field.attname for field in model._meta.concrete_fields]
            sealed = issubclass(model, SealedRow) and record.__dict__.copy()
            values[model._meta.label, record.pk] = {
                name: (sealed or record.__dict__)[name]
                for name in names
                if name != "version"
            }
    return values


def filled(person, twin):
    """Give both entries records of many kinds, some of them alike."""
    for victim in (person, twin):
        StatusDecisionFactory(victim=victim)
        ServiceFactory(victim=victim)
        ExploitationFactory(victim=victim)
        FirstHourFactory(victim=victim)
        IdentityDocumentFactory(identity=victim.identity)
    ExploitationFactory(victim=twin, type="forced_labour", main=False)
    StatusDecisionFactory(victim=twin, decided_on=date(2018, 3, 1))
    AllowanceFactory(victim=twin, decided_on=date(2019, 7, 1))
    PlacementFactory(victim=twin)


CHOSEN = ("victim-citizenship", "identity-given_name", "identity-birth_date")


def test_undoing_restores_both_to_the_letter(manager, person, twin):
    filled(person, twin)
    before = everything(person, twin)
    person, twin = Victim.objects.order_by("pk")
    done = merge(person, twin, CHOSEN, reason=REASON, by=manager)
    between = everything(person, twin)

    undo(done, manager)

    assert everything(person, twin) == before
    assert between != before
    assert Identity.objects.get(victim=person).given_name == "Günay"


def test_the_button_undoes_and_the_page_says_so(client, manager, person, twin):
    post(client, person, twin)
    url = address("victims:merge_undo", person.code, twin.code)

    answer = client.post(url, follow=True)

    assert Victim.objects.current().count() == 2
    assert "The merge is undone: both are as before." in answer.content.decode()
    assert Merge.objects.get().undone_by == manager


def test_a_merge_undone_twice_is_undone_once(client, manager, person, twin):
    post(client, person, twin)
    url = address("victims:merge_undo", person.code, twin.code)

    client.post(url)
    at = Merge.objects.get().undone_at
    client.post(url)

    assert Merge.objects.get().undone_at == at


def test_after_a_later_change_the_merge_cannot_be_undone(manager, person, twin):
    service = ServiceFactory(victim=twin)
    done = merge(person, twin, (), reason=REASON, by=manager)
    service.refresh_from_db()
    service.provided_on = date(2019, 2, 2)
    service.save()

    with pytest.raises(ValidationError) as refusal:
        undo(done, manager)

    assert refusal.value.messages[0].startswith("1 record was changed after the merge.")


def test_an_allowance_of_the_time_after_the_merge_keeps_its_decision(
    manager, person, twin
):
    StatusDecisionFactory(victim=twin)
    done = merge(person, twin, (), reason=REASON, by=manager)
    AllowanceFactory(victim=Victim.objects.get(pk=person.pk))

    with pytest.raises(ValidationError) as refusal:
        undo(done, manager)

    assert "An allowance stands on this decision" in refusal.value.messages[0]
    assert Victim.objects.get(pk=twin.pk).merged_into == person


def test_a_merged_record_says_so_and_can_be_merged_no_more(
    client, manager, person, twin
):
    post(client, person, twin)

    bar = client.get(address("assistance:overview", twin.code)).content.decode()

    assert "Merged into another record" in bar
    assert client.get(url_of(twin, person)).status_code == 404


def test_a_pair_alike_waits_for_whoever_reaches_both(client, manager, user_as, person):
    """Point 17: the one who registers is told nothing, the office is."""
    elsewhere = PlacementFactory().victim
    IdentityFactory(victim=elsewhere, given_name="Leyla")
    near = VictimFactory(registered_at=person.registered_at)
    IdentityFactory(victim=near, given_name="Leyla")
    registered(client)

    managers = client.get(address("victims:duplicates")).context["pairs"]
    client.force_login(user_as(Role.ADMINISTRATOR))
    offices = client.get(address("victims:duplicates")).context["pairs"]

    new = Victim.objects.latest("pk")
    assert [pair.victim for pair in offices] == [new, new]
    assert [pair.other for pair in managers] == [near]


def test_a_pair_that_is_told_apart_leaves_the_list(client, manager, person, twin):
    pair = PossibleDuplicateFactory(victim=twin, other=person)

    client.post(address("victims:duplicate_apart", pair.pk), {"why": "relative"})

    assert client.get(address("victims:duplicates")).context["pairs"] == []
    assert PossibleDuplicate.objects.get().why_apart == "relative"


def test_a_pair_of_which_one_is_beyond_reach_is_not_found(client, manager, person):
    pair = PossibleDuplicateFactory(victim=person)

    url = address("victims:duplicate_apart", pair.pk)

    assert client.post(url, {"why": "relative"}).status_code == 404


def test_a_pair_is_of_two_and_kept_once(db):
    pair = PossibleDuplicateFactory()
    again = PossibleDuplicate(victim=pair.victim, other=pair.other)

    assert said_of(again) == ["This pair is already kept."]
    with refused_by("possible_duplicate_once"):
        again.save()
    pair.other = pair.victim
    assert said_of(pair) == ["A person is no duplicate of itself."]
    with refused_by("possible_duplicate_of_another"):
        saved_past_the_form(pair, other=pair.victim)


def test_a_merge_is_of_two_stands_once_and_is_undone_by_somebody(db):
    done = MergeFactory()
    again = MergeFactory.build(
        kept=VictimFactory(), gone=done.gone, merged_by=done.merged_by
    )

    assert said_of(again) == ["This entry is already merged."]
    with refused_by("merge_stands_once"):
        again.save()
    with refused_by("merge_of_two_entries"):
        saved_past_the_form(done, gone=done.kept)
    with refused_by("merge_undone_by_somebody"):
        saved_past_the_form(done, undone_at=timezone.now())
    done.gone, done.undone_at = done.kept, timezone.now()
    assert said_of(done) == [
        "A person cannot be merged into itself.",
        "Say who undid the merge, and when.",
    ]


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
