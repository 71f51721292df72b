"""Undoing a merge to the letter; pairs that may be one person."""

from datetime import date

import pytest
from django.core.exceptions import ValidationError
from django.utils import timezone

from accounts.choices import Role
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
from tests.shelter import address
from victims.merges import merge, rows_of, undo
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
