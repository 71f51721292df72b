"""A year is prepared by one and frozen by another, all at one moment."""

import time
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing
from threading import Event

import pytest
from django.core.exceptions import PermissionDenied, ValidationError
from django.core.management import CommandError, call_command
from django.db import IntegrityError, connections, transaction
from django.utils.timezone import localdate

from accounts.choices import Role
from accounts.models import JournalEntry, User
from prevention.models import AgencyReturn
from reports.editions import draft_of, edition_of
from reports.models import Explanation, Preparation, Publication, Release
from reports.releases import counted as counting
from reports.releases import freezing
from reports.releases.counted import count
from reports.year import figures_of
from tests.factories import CallFactory, VictimFactory
from tests.reports.releases.conftest import WORD, explain_all, frozen

FREEZE = ("freeze_year", "2019", "--prepared-by", "administrator", "--approved-by")


@pytest.fixture
def prepared(demo_db, first):
    explain_all(2019, first)
    return freezing.prepare(2019, first)


def test_an_unexplained_warning_stops_the_freeze(demo_db, first):
    with pytest.raises(freezing.NotReady) as left:
        freezing.prepare(2019, first)

    assert left.value.blocking == []
    assert "breakdown.victims.identified.country_of_exploitation" in {
        check.code for check in left.value.unexplained
    }


def test_a_blocking_check_stops_the_freeze(prepared, second):
    AgencyReturn.objects.filter(figure="raids.confirmed_victims").update(value=999)

    with pytest.raises(freezing.NotReady) as left:
        freezing.freeze(prepared, second)

    assert {check.kind for check in left.value.blocking} == {"part"}
    assert not Release.objects.exists()


def test_an_explanation_is_void_once_its_finding_changes(prepared, first, second):
    CallFactory(received_on="2019-03-03", topic="other")

    with pytest.raises(freezing.NotReady) as left:
        freezing.freeze(prepared, second)

    assert "share.calls.received.topic.other" in {
        check.code for check in left.value.unexplained
    }


def test_explanations_are_frozen_with_their_author(prepared, second):
    freezing.freeze(prepared, second)

    edition = edition_of(2019)
    failed = {check.code for check in edition.checks if not check.passed}
    assert dict(edition.explanations) == dict.fromkeys(failed, WORD)
    words = edition.release.content["explanations"]
    assert {word["by"] for word in words.values()} == {"administrator"}


def test_the_draft_shows_the_explanations_that_hold(prepared):
    held = draft_of(2019).explanations

    assert set(held.values()) == {WORD}


def test_nobody_freezes_what_he_prepared(prepared, first):
    with pytest.raises(ValidationError, match="A second person freezes"):
        freezing.freeze(prepared, first)

    assert not Release.objects.exists()


def test_nobody_publishes_what_he_prepared(prepared, first, second):
    release = freezing.freeze(prepared, second)

    with pytest.raises(ValidationError, match="cannot publish"):
        freezing.publish(release, first)
    with pytest.raises(IntegrityError), transaction.atomic():
        Publication.objects.create(release=release, published_by=first)
    freezing.publish(release, second)

    assert edition_of(2019).stage == "published"


def test_only_administrators_freeze(prepared):
    analyst = User.objects.get(username="police_analyst")

    with pytest.raises(PermissionDenied):
        freezing.freeze(prepared, analyst)


def test_a_year_is_prepared_once_at_a_time(prepared, second):
    with pytest.raises(ValidationError, match="already prepared"):
        freezing.prepare(2019, second)


def test_a_withdrawn_preparation_is_not_frozen(prepared, first, second):
    freezing.withdraw(prepared, first)

    with pytest.raises(ValidationError, match="not what was prepared"):
        freezing.freeze(prepared, second)
    assert Preparation.objects.open_of(2019) is None


def test_a_year_that_is_not_over_is_not_prepared(demo_db, first):
    with pytest.raises(ValidationError, match="not over yet"):
        freezing.prepare(localdate().year, first)


def test_a_revision_needs_a_reason(frozen_db, first):
    with pytest.raises(ValidationError, match="Say why the year is revised"):
        freezing.prepare(2019, first, " ")


def test_the_totals_of_the_next_year_start_from_the_frozen_one(frozen_db):
    before = figures_of(2020).lines["cumulative.victims"]
    for person in list(VictimFactory._meta.model.objects.current()[:5]):
        person.void("a mistake")

    after = figures_of(2020)
    line = after.lines["cumulative.victims"]

    assert (before.previous, line.previous) == (976, 976)
    assert line.value == 976 + int(after.value("victims.identified"))
    assert line.records == line.figure.records(2020).count()
    assert after.lines["calls.received"].previous == 6845
    assert after.before.number == 1


def test_two_who_freeze_at_once_make_one_release(prepared, second):
    third = User.objects.create_user("third", role=Role.ADMINISTRATOR)

    def try_to(user):
        with closing(connections["default"]):
            try:
                return freezing.freeze(prepared, user).number
            except (ValidationError, IntegrityError) as refusal:
                return type(refusal).__name__

    with ThreadPoolExecutor(2) as pool:
        done = list(pool.map(try_to, [second, third]))

    assert 1 in done
    assert Release.objects.count() == 1


def test_a_writer_in_between_waits_until_the_year_is_frozen(
    prepared, second, monkeypatch
):
    counted, waiting = Event(), Event()
    figures = counting.figures_of

    def slowly(year):
        found = figures(year)
        counted.set()
        waiting.wait(10)
        time.sleep(0.5)
        return found

    def write():
        with closing(connections["default"]):
            counted.wait(30)
            waiting.set()
            CallFactory(received_on="2019-03-03")

    monkeypatch.setattr(counting, "figures_of", slowly)
    with ThreadPoolExecutor(1) as pool:
        written = pool.submit(write)
        release = freezing.freeze(prepared, second)
        written.result()

    kept = release.records.filter(figure="calls.received").count()
    assert kept == release.content["figures"]["calls.received"]["value"] == 6845
    assert figures_of(2019).value("calls.received") == kept + 1


def test_what_was_counted_twice_is_the_same(demo_db):
    with transaction.atomic():
        once = count(2019).summary()
        assert count(2019).summary() == once


def test_the_commands_freeze_publish_and_verify(demo_db, capsys):
    call_command(*FREEZE, "second_administrator", "--explain-all", WORD)
    call_command("publish_year", "2019")
    call_command("verify_releases")

    said = capsys.readouterr().out
    release = Release.objects.get()
    assert f"2019 is frozen: release 1, {release.sha256}" in said
    assert "release 2019-1 is published" in said
    assert "Releases verified: 1" in said
    assert release.publication.published_by == release.approved_by
    assert JournalEntry.objects.filter(page="terminal:freeze_year").count() == 2


REFUSED = {
    "to be explained: breakdown.victims": ["second_administrator"],
    "A second person freezes": ["administrator", "--explain-all", WORD],
    "no active account nobody": ["nobody"],
    "is not a warning of 2019": ["second_administrator", "--explain", "x=y"],
    "takes CODE=TEXT": ["second_administrator", "--explain", "x"],
    "The role may not do this": ["police_analyst", "--explain-all", WORD],
}


@pytest.mark.parametrize("said", REFUSED)
def test_a_refused_freeze_leaves_nothing_behind(demo_db, said):
    with pytest.raises(CommandError, match=said):
        call_command(*FREEZE, *REFUSED[said])

    assert not Release.objects.exists()
    assert not Preparation.objects.exists()
    assert not Explanation.objects.exists()


def test_the_command_refuses_the_publisher_who_prepared(frozen_db):
    with pytest.raises(CommandError, match="cannot publish"):
        call_command("publish_year", "2019", "--published-by", "administrator")


@pytest.mark.parametrize("form", ["json", "csv", "table"])
def test_the_figures_of_a_frozen_year_stay_what_was_frozen(frozen_db, capsys, form):
    call_command("annual_figures", "2019", format=form)
    before = capsys.readouterr().out
    CallFactory(received_on="2019-03-03")

    call_command("annual_figures", "2019", format=form)
    after = capsys.readouterr().out
    call_command("annual_figures", "2019", "--live", format=form)
    live = capsys.readouterr().out

    assert after == before
    assert "6846" in live.replace(",", "")


def test_a_revision_follows_the_release_before_it(frozen_db):
    first = Release.objects.get()

    second = frozen(2019, "A late entry")

    assert (second.number, second.previous_sha256) == (2, first.sha256)
    assert edition_of(2019).number == 2
    assert edition_of(2019, 1).sha256 == first.sha256
