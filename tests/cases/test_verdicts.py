"""A verdict follows the day in court; a notice is closed after it was declared."""

from datetime import date

import pytest

from tests.factories import AccusedFactory, VerdictFactory, WantedNoticeFactory
from tests.refused import refused_by, said_after, said_of, saved_past_the_form

SEPTEMBER_1, SEPTEMBER_2 = date(2019, 9, 1), date(2019, 9, 2)


@pytest.mark.parametrize("sent", [None, SEPTEMBER_2])
def test_a_verdict_before_court_is_refused(db, sent):
    accused = AccusedFactory(sent_to_court_on=sent)

    with refused_by("verdict_after_court") as refusal:
        VerdictFactory(accused=accused, verdict_on=SEPTEMBER_1)

    assert said_after(refusal) == [
        "A verdict cannot come before the person was sent to court."
    ]


def test_a_verdict_on_the_day_in_court_is_taken(db):
    accused = AccusedFactory(sent_to_court_on=SEPTEMBER_1)

    assert VerdictFactory(accused=accused, verdict_on=SEPTEMBER_1).pk


@pytest.mark.parametrize(
    "change", [{"verdict_on": date(2019, 8, 31)}, {"accused": None}]
)
def test_a_verdict_cannot_move_before_court(db, change):
    verdict = VerdictFactory()
    if "accused" in change:
        change = {"accused": AccusedFactory()}

    with refused_by("verdict_after_court"):
        saved_past_the_form(verdict, **change)


@pytest.mark.parametrize("sent", [None, date(2019, 11, 21)])
def test_a_day_in_court_cannot_leave_its_verdict_behind(db, sent):
    verdict = VerdictFactory(verdict_on=date(2019, 11, 20))

    with refused_by("court_before_verdict") as refusal:
        saved_past_the_form(verdict.accused, sent_to_court_on=sent)

    (words,) = said_after(refusal)
    assert words.startswith("This person has a verdict: the day of the court must be")


def test_a_day_in_court_may_move_up_to_the_verdict(db):
    verdict = VerdictFactory(verdict_on=date(2019, 11, 20))

    moved = saved_past_the_form(verdict.accused, sent_to_court_on=verdict.verdict_on)

    assert moved == 1


def test_a_void_verdict_lets_the_day_in_court_go(db):
    verdict = VerdictFactory()
    verdict.void("of another person")

    assert saved_past_the_form(verdict.accused, sent_to_court_on=None) == 1


def test_a_void_verdict_cannot_return_before_court(db):
    verdict = VerdictFactory()
    verdict.void("of another person")
    saved_past_the_form(verdict.accused, sent_to_court_on=None)

    with refused_by("verdict_after_court"):
        saved_past_the_form(verdict, voided_at=None)


def test_a_verdict_of_a_day_is_recorded_once(db):
    first = VerdictFactory()
    again = VerdictFactory.build(accused=first.accused)

    assert said_of(again) == [
        "A verdict of that day is already recorded for this person."
    ]
    with refused_by("verdict_recorded_once"):
        again.save()


def test_a_form_refuses_a_notice_closed_before_it_was_declared(db):
    notice = WantedNoticeFactory()
    notice.closed_on = date(2019, 7, 30)

    assert said_of(notice) == ["A notice cannot be closed before it was declared."]


def test_the_database_refuses_a_notice_closed_before_it_was_declared(db):
    with refused_by("wanted_closed_on_or_after_declaration"):
        WantedNoticeFactory(closed_on=date(2019, 7, 30))


def test_a_notice_may_be_closed_on_its_day(db):
    assert WantedNoticeFactory(closed_on=date(2019, 7, 31)).pk


def test_a_notice_of_a_day_is_recorded_once(db):
    first = WantedNoticeFactory()
    again = WantedNoticeFactory.build(accused=first.accused)

    with refused_by("wanted_recorded_once"):
        again.save()
