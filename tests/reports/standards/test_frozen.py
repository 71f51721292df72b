"""A frozen year is told by its release, whatever was changed since."""

import pytest

from reports.editions import draft_of, edition_of
from reports.models import Release
from reports.open.publishing import publish_openly
from reports.standards.choices import Level, Standard
from reports.standards.files import edition_words
from reports.standards.levels import Reader, edition_for
from reports.standards.making import tables_of
from tests.reports.releases.changing import change_records
from tests.reports.releases.conftest import (
    first,
    frozen,
    frozen_db,
    frozen_template,
    second,
)
from tests.reports.standards.conftest import rows_of

__all__ = ["first", "frozen_db", "frozen_template", "second"]

pytestmark = pytest.mark.usefixtures("frozen_db")
LIVE = {"contact", "repatriated"}


def told(edition, level=Level.INTERNAL):
    reader = Reader(level, edition)
    tables = tables_of(Standard.GLOTIP, edition).tables
    return {table.code: rows_of(reader.read(table)) for table in tables}


def test_what_is_changed_after_the_freeze_does_not_move_the_tables():
    before = told(edition_of(2019))

    change_records()

    after, today = told(edition_of(2019)), told(draft_of(2019))
    assert after == before
    assert today != before


def test_a_table_says_which_release_it_is_of():
    edition = edition_of(2019)
    table = tables_of(Standard.GLOTIP, edition).tables[0]

    assert {row.source.text.split("; ")[1] for row in table.rows} == {"release 2019-1"}
    assert edition_words(edition)[2] == Release.objects.get().sha256


def test_the_public_level_reads_what_was_published_not_a_later_release(second):
    publish_openly(Release.objects.get(), second)
    change_records()
    frozen(2019, "late entries")

    newest = edition_of(2019)

    assert newest.number == 2
    assert edition_for(Level.PUBLIC, newest).number == 1
    assert edition_for(Level.INTERNAL, newest).number == 2


def test_the_public_level_tells_nothing_beside_what_was_published(second):
    publish_openly(Release.objects.get(), second)
    edition = edition_for(Level.PUBLIC, edition_of(2019))

    crossed = told(edition, Level.PUBLIC)["sex-and-age"]

    assert crossed["Male", "0 to 17 years"] is None
    assert crossed["Female", "18 years or over"] == 85
