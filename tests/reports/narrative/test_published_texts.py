"""The report of a published year is what was composed then, in every language."""

import re

import pytest
from django.core.management import CommandError, call_command
from django.db import DatabaseError, connection
from django.utils.translation import override, trans_real

from reports.export.report.contents import composed
from reports.export.report.files import FORMATS, written
from reports.export.report.kept import document_of, report_in
from reports.models import PublishedText, Release, ReportText
from reports.narrative import wording
from reports.narrative.source import report_of
from reports.open.publishing import publish_openly
from reports.releases import freezing
from reports.releases.canonical import canonical, digest, read
from reports.releases.verifying import faults
from tests.reports.releases.conftest import (
    as_owner_without_triggers,
    first,
    frozen,
    frozen_db,
    frozen_template,
    second,
)

__all__ = ["first", "frozen_db", "frozen_template", "second"]

LANGUAGES = ("az", "en", "ru")
YEAR = 2019
SAID = ("Annex: definitions", "counted", "as of %s", "SHA-256 of the text")


@pytest.fixture
def published(frozen_db, second):
    """Return the release of 2019, published with its texts."""
    release = Release.objects.get()
    publish_openly(release, second)
    return Release.objects.of(YEAR).get()


def files(language, number=None):
    report = report_of(YEAR, language, number)
    return {form: written(report, form) for form in FORMATS}


@pytest.fixture
def newer_program(tmp_path, monkeypatch):
    """Return what makes the program word everything otherwise."""

    def reword():
        for language in LANGUAGES:
            name = f"{language}.toml"
            told = (wording.FOLDER / name).read_text()
            (tmp_path / name).write_text(re.sub(r'(= "+)', r"\1§ ", told))
            catalogue = trans_real.translation(language)._catalog._catalogs[0]  # noqa: SLF001
            for said in SAID:
                monkeypatch.setitem(catalogue, said, f"§{said}")
        monkeypatch.setattr(wording, "FOLDER", tmp_path)
        wording.words_of.cache_clear()

    yield reword
    wording.words_of.cache_clear()


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_published_report_stays_when_the_program_words_it_otherwise(
    published, newer_program, language
):
    before = files(language)

    newer_program()
    ReportText.objects.create(year=YEAR, section="hotline", text_en="§ Other words.")

    after = files(language)
    assert [form for form in FORMATS if before[form] != after[form]] == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_report_that_is_not_published_takes_the_words_of_today(
    frozen_db,
    newer_program,
    language,
):
    before = files(language)

    newer_program()

    after = files(language)
    assert [form for form in FORMATS if before[form] == after[form]] == []
    assert "§Annex: definitions" in after["html"].decode()


def test_every_language_is_kept_whole_with_its_figures(published):
    kept = {text.language: text for text in PublishedText.objects.all()}

    assert sorted(kept) == list(LANGUAGES)
    numbers = [
        run
        for part in kept["az"].content["parts"]
        for runs in part["paragraphs"]
        for run in runs
        if isinstance(run, dict)
    ]
    assert ["victims.identified"] in [run.get("opens") for run in numbers]
    assert len(kept["az"].content["parts"]) == 10
    assert all(5_000 < len(text.payload.encode()) < 150_000 for text in kept.values())


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_report_is_read_as_it_was_kept(published, language):
    with override(language):
        edition = report_of(YEAR, language).edition
        report = composed(edition, language, {})
    kept = canonical(document_of(report))

    again = report_in(read(kept), edition, "")

    assert canonical(document_of(again._replace(standing=report.standing))) == kept


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_hash_of_the_text_stands_beside_that_of_the_release(published, language):
    text = PublishedText.objects.get(language=language)

    told = written(report_of(YEAR, language), "txt").decode()

    assert digest(text.payload) == text.sha256
    assert published.sha256 in told
    assert text.sha256 in told


def test_the_page_of_the_release_tells_the_hashes_of_its_texts(
    published, client, second
):
    client.force_login(second)

    page = client.get(f"/figures/{YEAR}/releases/1/").text

    assert "SHA-256 of the text (az)" in page
    assert [t for t in PublishedText.objects.all() if t.sha256 not in page] == []


def test_a_release_published_before_texts_were_kept_is_told_with_the_words_of_today(
    frozen_db, second, newer_program
):
    freezing.publish(Release.objects.get(), second)
    before = files("az")

    newer_program()

    assert not PublishedText.objects.exists()
    assert before["txt"] != files("az")["txt"]
    assert list(faults()) == []


def test_a_text_of_the_year_changed_for_a_revision_leaves_the_earlier_one(
    published, first
):
    before = files("en")
    frozen(YEAR, "a revision")
    ReportText.objects.create(year=YEAR, section="hotline", text_en="§ Other words.")

    assert files("en", number=1) == before
    assert "§ Other words." in files("en", number=2)["txt"].decode()


ADDED = """
    INSERT INTO reports_publishedtext (publication_id, language, payload, sha256)
    SELECT id, 'en', '{}', encode(sha256('{}'), 'hex') FROM reports_publication
"""


def test_the_database_refuses_a_publication_without_the_texts_it_names(
    frozen_db, second
):
    with pytest.raises(DatabaseError, match="not the texts"):
        freezing.publish(Release.objects.get(), second, "f" * 64)


def test_the_database_refuses_a_text_that_comes_after_the_publication(
    frozen_db, second
):
    freezing.publish(Release.objects.get(), second)

    with (
        pytest.raises(DatabaseError, match="not the texts"),
        connection.cursor() as cursor,
    ):
        cursor.execute(ADDED)


def test_the_database_refuses_a_text_whose_hash_is_not_its_own(published):
    with (
        pytest.raises(DatabaseError, match="not the hash"),
        connection.cursor() as cursor,
    ):
        cursor.execute(ADDED.replace("sha256('{}')", "sha256('x')"))


OTHER = """replace(payload, '"language":"en"', '"language":"az"')"""
TAMPERED = {
    "text az: the hash": "UPDATE reports_publishedtext"
    " SET payload = replace(payload, '91', '92') WHERE language = 'az'",
    "the texts are not those that were published\\n.*text en: it is of another": (
        f"UPDATE reports_publishedtext SET payload = {OTHER},"  # noqa: S608 - ours
        f" sha256 = encode(sha256(convert_to({OTHER}, 'UTF8')), 'hex')"
        " WHERE language = 'en'"
    ),
    "the texts are not those": "DELETE FROM reports_publishedtext",
}


@pytest.mark.parametrize("found", TAMPERED)
def test_a_text_that_an_owner_changed_behind_the_triggers_is_found(published, found):
    with as_owner_without_triggers() as cursor:
        cursor.execute(TAMPERED[found])

    with pytest.raises(CommandError, match=f"2019, release 1: {found}"):
        call_command("verify_releases")
