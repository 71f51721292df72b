"""`manage.py check_text`: the findings as JSON, and how it leaves."""

import json

import pytest
from django.core.management import CommandError, call_command

from tests.factories import CallFactory

pytestmark = pytest.mark.django_db


def written(tmp_path, text):
    path = tmp_path / "text.txt"
    path.write_text(text)
    return path


def test_the_findings_are_json_with_their_places(tmp_path, capsys):
    CallFactory(received_on="2019-03-01")
    path = written(tmp_path, "The hotline received 1 call in 2019.")

    call_command("check_text", path, year=2019, format="json")

    finding = json.loads(capsys.readouterr().out)["findings"][0]
    wanted = ("kind", "quote", "start", "end", "figure", "found", "expected")
    assert [finding[key] for key in wanted] == [
        *("matches", "1", 21, 22, "calls.received", 1, 1)
    ]


def test_it_leaves_with_1_when_something_is_wrong(tmp_path, capsys):
    CallFactory(received_on="2019-03-01")
    path = written(tmp_path, "The hotline received 12 calls in 2019.")

    with pytest.raises(SystemExit) as left:
        call_command("check_text", path, year=2019)

    assert left.value.code == 1
    assert "1 to correct" in capsys.readouterr().out


def test_a_year_without_records_raises_no_alarm(tmp_path, capsys):
    path = written(tmp_path, "The hotline received 12 calls in 2030.")

    call_command("check_text", path, year=2030, format="json")

    assert json.loads(capsys.readouterr().out)["findings"][0]["kind"] == "unknown"


@pytest.mark.parametrize("content", [None, b"\x00", b""])
def test_what_cannot_be_read_leaves_with_2(tmp_path, content):
    path = tmp_path / "text.txt"
    if content is not None:
        path.write_bytes(content)

    with pytest.raises(CommandError) as refused:
        call_command("check_text", path, year=2019)

    assert refused.value.returncode == 2
