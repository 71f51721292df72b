"""What people say of deadlines: done, postponed with a reason, handed over, undone."""

import re

import pytest
from django.urls import reverse

from accounts.choices import Action, Role
from accounts.models import JournalEntry, User
from assistance.deadlines.workers import candidates
from assistance.models import Deadline, DeadlineMark
from tests.assistance.deadlines.conftest import ago, due
from tests.factories import (
    AssignmentFactory,
    DeadlineMarkFactory,
    PlacementFactory,
    ReflectionPeriodFactory,
    ResidencePermitFactory,
    ShelterFactory,
    UserFactory,
    VictimFactory,
)
from tests.shelter import hidden, problems, send
from victims.models import Victim

pytestmark = pytest.mark.django_db


@pytest.fixture
def period(person, worker):
    """Return a reflection period that ended yesterday, of a person of the worker."""
    return ReflectionPeriodFactory(victim=person, granted_on=ago(31), ends_on=ago(1))


def page(act, record, kind="reflection"):
    return reverse(f"due:{act}", args=[record.victim.code, kind, record.pk])


def typed(day):
    return f"{day:%d.%m.%Y}"


def test_what_is_marked_as_done_is_not_due(client, period):
    response = send(client, page("done", period), done_on=typed(ago(0)), reason="Ok")

    mark = DeadlineMark.objects.get()
    assert (response.url, due()) == (reverse("due:list"), [])
    assert (mark.act, mark.done_on, mark.reason) == ("done", ago(0), "Ok")


def test_what_the_records_tell_cannot_be_marked_as_done(client, person, worker):
    permit = ResidencePermitFactory(
        victim=person, applied_on=ago(9), granted_on=ago(9), valid_until=ago(-3)
    )

    assert client.get(page("done", permit, "permit")).status_code == 404
    assert client.get(page("postpone", permit, "permit")).status_code == 200


def test_a_postponed_deadline_is_due_on_the_new_day(client, period):
    send(
        client, page("postpone", period), postponed_to=typed(ago(-4)), reason="In care"
    )

    assert due() == [("reflection", 4)]


def test_the_second_postponement_changes_the_first(client, period):
    for days in (4, 9):
        send(
            client,
            page("postpone", period),
            postponed_to=typed(ago(-days)),
            reason="In care",
        )

    assert due() == [("reflection", 9)]
    assert DeadlineMark.objects.count() == 1


@pytest.mark.parametrize(
    ("answers", "words"),
    [
        ({"reason": "In care"}, "Enter the new day."),
        ({"postponed_to": "1 1 2100"}, "Enter the reason."),
    ],
)
def test_a_postponement_needs_a_day_and_a_reason(client, period, answers, words):
    response = send(client, page("postpone", period), **answers)

    assert (response.status_code, DeadlineMark.objects.count()) == (200, 0)
    assert len(problems(response)) == 1


def test_nothing_is_postponed_to_today(client, period):
    answers = {"postponed_to": typed(ago(0)), "reason": "In care"}

    response = send(client, page("postpone", period), **answers)

    tomorrow = typed(ago(-1))
    assert problems(response) == [f"New day must be {tomorrow} or later."]


def test_a_corrected_record_is_another_deadline(client, period):
    send(client, page("done", period), done_on=typed(ago(0)))

    period.ends_on = ago(-5)
    period.save()

    assert due() == [("reflection", 5)]


def test_a_deadline_is_handed_over_to_a_worker_who_reaches_the_person(
    client, period, shelter, user_as
):
    other = user_as(Role.SHELTER_WORKER, shelter=shelter)

    send(client, page("reassign", period), worker=other.pk)

    assert Deadline.objects.get().worker == other


def test_a_deadline_is_not_handed_over_beyond_reach(client, period, user_as):
    stranger = user_as(Role.SHELTER_WORKER, shelter=ShelterFactory())

    response = send(client, page("reassign", period), worker=stranger.pk)

    assert (response.status_code, DeadlineMark.objects.count()) == (200, 0)


def test_a_worker_of_an_earlier_shelter_is_offered_and_refused(client, period, user_as):
    before = PlacementFactory(
        victim=period.victim,
        admitted_on=ago(300),
        left_on=ago(200),
        exit_reason="other",
    )
    earlier = user_as(Role.SHELTER_WORKER, shelter=before.shelter)

    response = send(client, page("reassign", period), worker=earlier.pk)

    assert problems(response) == [
        "This worker does not reach the person. Choose another."
    ]


def test_everybody_who_reaches_a_person_is_offered(period, user_as, shelter):
    person = period.victim
    user_as(Role.SHELTER_MANAGER, shelter=shelter)
    user_as(Role.SHELTER_WORKER, shelter=ShelterFactory())
    AssignmentFactory(victim=period.victim)
    AssignmentFactory(victim=period.victim, until=ago(1))
    workers = User.objects.filter(
        role__in=(Role.SHELTER_WORKER, Role.SHELTER_MANAGER, Role.ASSISTANCE_WORKER)
    )

    reach = {
        user for user in workers if Victim.objects.visible_to(user).filter(pk=person.pk)
    }

    assert {*candidates(period.victim)} == reach


def test_without_a_mark_the_assigned_worker_has_it(period):
    assigned = AssignmentFactory(victim=period.victim)

    assert Deadline.objects.get().worker == assigned.user


def test_a_mark_is_taken_back(client, period):
    send(client, page("done", period), done_on=typed(ago(0)))
    mark = DeadlineMark.objects.get()

    send(client, reverse("due:undo", args=[period.victim.code, mark.pk]))

    mark.refresh_from_db()
    assert mark.voided_at is not None
    assert due() == [("reflection", -1)]


def undo_offered(client):
    """Return the address to which the message after a mark posts."""
    html = client.get(reverse("due:list")).content.decode()
    (address,) = re.findall(r'method="post" action="(\S+/undo/\?version=\d+)"', html)
    return address


def test_the_message_after_a_mark_takes_it_back_at_once(client, period):
    send(client, page("done", period), done_on=typed(ago(0)))

    response = client.post(undo_offered(client), follow=True)

    assert DeadlineMark.objects.get().voided_at is not None
    assert due() == [("reflection", -1)]
    assert "The mark is taken back." in response.content.decode()


def test_what_somebody_changed_since_is_not_taken_back_at_once(client, period):
    send(client, page("postpone", period), postponed_to=typed(ago(-4)), reason="Care")
    offered = undo_offered(client)
    send(client, page("postpone", period), postponed_to=typed(ago(-5)), reason="Care")

    response = client.post(offered)

    assert response.status_code == 409
    assert DeadlineMark.objects.get().voided_at is None


def test_a_mark_of_another_person_cannot_be_taken_back(client, period, person):
    mark = DeadlineMarkFactory()

    address = reverse("due:undo", args=[person.code, mark.pk])

    assert client.get(address).status_code == 404


def test_a_mark_posted_twice_is_made_once(client, period):
    answers = hidden(client, page("done", period)) | {"done_on": typed(ago(0))}

    for _time in range(2):
        assert client.post(page("done", period), answers).status_code == 302

    assert DeadlineMark.objects.count() == 1


def test_two_people_who_postpone_at_once_see_both_days(client, period):
    send(client, page("postpone", period), postponed_to=typed(ago(-4)), reason="Care")
    mine = hidden(client, page("postpone", period))
    send(client, page("postpone", period), postponed_to=typed(ago(-5)), reason="Care")

    response = client.post(
        page("postpone", period),
        mine | {"postponed_to": typed(ago(-6)), "reason": "Care"},
    )

    assert (response.status_code, due()) == (409, [("reflection", 5)])


def test_the_journal_keeps_the_mark_and_no_value(client, period):
    send(client, page("done", period), done_on=typed(ago(1)), reason="Spoke to Leyla")

    entry = JournalEntry.objects.of(Action.CREATED).get()
    assert (entry.codes, entry.fields) == ([period.victim.code], ["done_on", "reason"])


def test_the_history_of_the_file_tells_of_the_mark(client, period):
    send(client, page("done", period), done_on=typed(ago(0)), reason="Spoke to Leyla")

    history = reverse("assistance:history", args=[period.victim.code])
    html = client.get(history).content.decode()

    assert "mark on a deadline" in html.lower()
    assert "Spoke to Leyla" not in html


def test_a_worker_who_is_switched_off_is_not_offered(period, shelter):
    off = UserFactory(shelter=shelter, is_active=False)

    assert off not in candidates(period.victim)


def test_a_mark_goes_with_its_record_to_the_person_merged_into(client, period):
    send(client, page("done", period), done_on=typed(ago(0)))
    other = VictimFactory()

    period.victim.merge_into(other, "the same person")

    assert DeadlineMark.objects.current().get().victim == other
    assert due() == []
