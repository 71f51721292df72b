"""The report of a frozen year is the same bytes, whatever is recorded afterwards."""

import pytest
from django.core.management import CommandError, call_command

from reports.export.report.files import FORMATS, written
from reports.models import Release
from reports.narrative.source import report_of
from tests.reports.releases.changing import change_records
from tests.reports.releases.conftest import frozen, frozen_db, frozen_template

__all__ = ["frozen_db", "frozen_template"]

pytestmark = pytest.mark.usefixtures("frozen_db")
YEAR = 2019


def files(language):
    """Return the report in every format."""
    return {form: written(report_of(YEAR, language), form) for form in FORMATS}


@pytest.mark.parametrize("language", ["az", "en", "ru"])
def test_a_frozen_report_stays_the_same_bytes_after_records_changed(language):
    before = files(language)

    change_records()

    after = files(language)
    assert [form for form in FORMATS if before[form] != after[form]] == []


def test_the_report_of_an_earlier_release_can_still_be_written(tmp_path):
    first = written(report_of(YEAR, "en"), "txt")
    change_records()
    frozen(YEAR, "A late entry")

    file = tmp_path / "report.txt"
    options = {"language": "en", "format": "txt", "output": file}
    call_command("write_report", YEAR, release=1, **options)

    assert file.read_bytes() == first
    with pytest.raises(CommandError, match="2019 has no release 3"):
        call_command("write_report", YEAR, release=3, **options)


def test_the_report_says_which_release_it_tells():
    told = written(report_of(YEAR, "en"), "txt").decode()

    assert Release.objects.get().sha256 in told


def test_the_frozen_word_on_a_warning_stands_in_the_annex():
    told = written(report_of(YEAR, "en"), "html").decode()

    assert "Looked at; it is as recorded." in told
