"""Two editions side by side: exactly the records that differ, and why."""

import json

import pytest
from django.core.management import CommandError, call_command

from reports.choices import Why
from reports.models import Release
from reports.releases import definitions
from reports.releases.comparing import Comparison, Side, changed_since
from reports.releases.reasons import explain
from tests.reports.releases.changing import change_records
from tests.reports.releases.conftest import frozen
from victims.models import StatusDecision


def compared(before="1", after="live"):
    found = Comparison(Side.named(2019, before), Side.named(2019, after))
    return found, {record.code: record for record in explain(found)}


def reasons(record):
    return {reason.why for reason in record.reasons}


def test_nothing_differs_where_nothing_was_changed(frozen_db):
    comparison, records = compared()

    assert records == {}
    assert [figure.code for figure in comparison.figures if figure.differs] == []
    assert changed_since(Release.objects.get()) == 0


def test_exactly_the_changed_records_are_listed_with_their_reasons(frozen_db):
    codes = change_records()

    _comparison, records = compared()

    about = {code: reasons(record) for code, record in records.items()}
    about.pop(codes.kept, None)  # where what it gained changes its cells
    assert about == {
        codes.added: {Why.LATE_ENTRY},
        codes.changed: {Why.CORRECTION},
        codes.voided: {Why.VOIDED},
        codes.gone: {Why.MERGED},
        "raids.children": {Why.CORRECTION},
    }


def test_a_reason_says_from_which_value_to_which_by_whom(frozen_db):
    codes = change_records()

    _comparison, records = compared()

    (correction,) = records[codes.changed].reasons
    (told,) = correction.differences
    assert (told.label, correction.by) == ("Country of exploitation", "administrator")
    assert told.before != told.after
    assert records[codes.voided].reasons[0].text == "entered twice"
    assert records[codes.gone].reasons[0].text == codes.kept


def test_each_figure_stands_old_and_new(frozen_db):
    change_records()

    comparison, _records = compared()

    figures = {figure.code: figure for figure in comparison.figures}
    identified = figures["victims.identified"]
    assert (identified.before, identified.after) == (91, 90)  # one more, two less
    assert identified.change == -1
    assert "country_of_exploitation" in identified.cells
    assert figures["raids.children"].change == 1
    assert not figures["calls.received"].differs


def test_a_revision_carries_both(frozen_db, first):
    codes = change_records()

    revision = frozen(2019, "Late entries")

    _comparison, records = compared("1", "2")
    assert (revision.number, revision.previous_sha256) == (
        2,
        Release.objects.get(number=1).sha256,
    )
    assert codes.added in records
    assert compared("2", "live")[1] == {}
    assert (
        Release.objects.get(number=1).content["figures"]
        != (revision.content["figures"])
    )


def test_a_changed_definition_is_found_by_itself(frozen_db, monkeypatch):
    versions = definitions.version_of
    monkeypatch.setattr(
        definitions,
        "version_of",
        lambda f: "other" if f.code == "wanted.total" else versions(f),
    )

    comparison, _records = compared()

    assert comparison.redefined == {"wanted.total"}


def test_the_command_tells_it_as_json(frozen_db, capsys):
    codes = change_records()

    call_command("compare_releases", "2019", "1", "live", format="json")

    told = json.loads(capsys.readouterr().out)
    assert told["figures"]["victims.identified"]["change"] == -1
    assert {record["code"]: record["what"] for record in told["records"]}[
        codes.added
    ] == "added"


def test_the_command_tells_it_as_text(frozen_db, capsys):
    codes = change_records()

    call_command("compare_releases", "2019", "1", "live")

    said = capsys.readouterr().out
    assert "victims.identified: 91 → 90" in said
    assert codes.voided in said
    assert "entered twice" in said


@pytest.mark.parametrize("name", ["7", "draft"])
def test_a_release_that_is_not_there_is_told(frozen_db, name):
    with pytest.raises(CommandError, match=f"2019 has no release {name}."):
        call_command("compare_releases", "2019", "1", name)


def test_no_personal_value_is_told(frozen_db):
    decision = StatusDecision.objects.filter(decided_on__year=2019).first()
    decision.grounds = "what she told"
    decision.decided_on = "2018-12-01"
    decision.save()

    _comparison, records = compared()

    assert "what she told" not in str(list(records.values()))
