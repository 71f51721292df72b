"""Point 38: the files of the report have the same numbers, and their letters right."""

import dataclasses
import json
import re
from html import unescape
from io import BytesIO

import pytest
from django.conf import settings
from django.test import Client
from django.utils.translation import override
from docx import Document
from openpyxl import load_workbook
from pypdf import PdfReader

from accounts.choices import Role
from reports.choices import Stage
from reports.export.document import as_json, plain
from reports.export.report.contents import composed
from reports.export.report.files import FORMATS, written
from reports.narrative import story
from reports.narrative.letters import FOREIGN

LANGUAGES = ("az", "ru", "en")
LETTERS = {"az": "əğşİıçöüƏ", "ru": "ёйщыэяцПВ", "en": "“ü"}
MARKS = {"az": "QARALAMA", "ru": "ЧЕРНОВИК", "en": "DRAFT"}


@pytest.fixture(scope="module")
def reports(editions):
    made = {}
    for language, edition in editions.items():
        with override(language):
            made[language] = composed(edition, language, {})
    return made


@pytest.fixture(scope="module")
def files(reports):
    return {
        (language, form): written(report, form)
        for language, report in reports.items()
        for form in FORMATS
    }


def solid(text):
    """Return the text without what a line's end does to it."""
    return re.sub(r"[\s\u00ad\u2010\u2060-]", "", text)


def text_of(content, form):
    return READERS[form](content)


def of_pdf(content):
    return "\n".join(page.extract_text() for page in PdfReader(BytesIO(content)).pages)


def of_docx(content):
    document = Document(BytesIO(content))
    cells = [c.text for t in document.tables for row in t.rows for c in row.cells]
    heads = [p.text for s in document.sections for p in s.header.paragraphs]
    return "\n".join([*heads, *(p.text for p in document.paragraphs), *cells])


def of_html(content):
    text = re.sub(r"<style>.*?</style>", "", content.decode(), flags=re.DOTALL)
    return unescape(re.sub(r"<[^>]+>", " ", text))


READERS = {
    "pdf": of_pdf,
    "docx": of_docx,
    "html": of_html,
    "txt": bytes.decode,
}


@pytest.mark.parametrize("form", READERS)
@pytest.mark.parametrize("language", LANGUAGES)
def test_38_every_word_and_number_of_the_text_stands_in_the_file(
    reports, files, language, form
):
    read = solid(text_of(files[language, form], form))
    told = [
        story.plain(runs)
        for part in reports[language].parts
        for runs in part.told.paragraphs
    ]

    assert len(told) > 25
    assert [text for text in told if solid(text) not in read] == []


@pytest.mark.parametrize("form", READERS)
@pytest.mark.parametrize("language", LANGUAGES)
def test_38_every_number_of_the_tables_stands_in_the_file(
    reports, files, language, form
):
    read = solid(text_of(files[language, form], form))
    rows = [r for p in reports[language].parts if p.table for r in p.table.rows]

    assert len(rows) > 90
    lines = [f"{row.title}{row.shown}{row.shown_previous}" for row in rows]
    assert [line for line in lines if solid(line) not in read] == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_38_the_workbook_has_the_numbers_as_numbers(reports, files, language):
    book = load_workbook(BytesIO(files[language, "xlsx"]))
    tables = [part.table for part in reports[language].parts if part.table]

    for table, sheet in zip(tables, book.worksheets, strict=False):
        rows = [row[1:4] for row in sheet.iter_rows(min_row=3, values_only=True)]
        assert rows == [
            tuple(map(plain, (row.value, row.change, row.previous)))
            for row in table.rows
        ]
    assert len(book.worksheets) == len(tables) + 2


@pytest.mark.parametrize("language", LANGUAGES)
def test_38_the_page_has_the_numbers_of_the_files(reports, client, user_as, language):
    client.force_login(user_as(Role.ADMINISTRATOR, language=language))
    client.cookies[settings.LANGUAGE_COOKIE_NAME] = language
    read = solid(of_html(client.get("/report/2019/").content))
    rows = [r for p in reports[language].parts if p.table for r in p.table.rows]
    told = [
        story.plain(runs) for p in reports[language].parts for runs in p.told.paragraphs
    ]

    lines = [f"{row.title}{row.shown}{row.shown_previous}" for row in rows]
    assert [line for line in [*lines, *told] if solid(line) not in read] == []


@pytest.mark.parametrize("form", READERS)
@pytest.mark.parametrize("language", LANGUAGES)
def test_38_the_letters_of_the_language_come_out_right(files, language, form):
    read = text_of(files[language, form], form)

    assert [letter for letter in LETTERS[language] if letter not in read] == []


@pytest.mark.parametrize("form", READERS)
@pytest.mark.parametrize("language", LANGUAGES)
def test_38_a_draft_is_marked_until_it_is_published(editions, files, language, form):
    with override(language):
        facts = {"stage": Stage.PUBLISHED, "number": 1, "sha256": "f" * 64}
        edition = dataclasses.replace(editions[language], **facts)
        published = written(composed(edition, language, {}), form)

    mark = MARKS[language]
    assert mark in solid(text_of(files[language, form], form))
    assert mark not in solid(text_of(published, form))
    if form != "docx":
        assert "f" * 64 in solid(text_of(published, form))


@pytest.mark.parametrize("form", FORMATS)
def test_the_same_edition_gives_the_same_bytes(reports, files, form):
    assert written(reports["az"], form) == files["az", form]


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_pdf_is_tagged_says_its_language_and_holds_the_figures(
    editions, files, language
):
    pdf = PdfReader(BytesIO(files[language, "pdf"]))

    assert pdf.trailer["/Root"]["/MarkInfo"]["/Marked"] == True  # noqa: E712
    assert pdf.trailer["/Root"]["/Lang"] == language
    metadata = pdf.trailer["/Root"]["/Metadata"].get_data().decode()
    assert "<pdfaid:part>3</pdfaid:part>" in metadata
    assert "<pdfuaid:part>1</pdfuaid:part>" in metadata
    with override(language):
        expected = json.loads(as_json(editions[language]))
    (held,) = pdf.attachments["figures.json"]
    assert json.loads(held) == expected


@pytest.mark.parametrize("language", LANGUAGES)
def test_word_has_headings_heads_of_tables_and_words_for_pictures(
    reports, files, language
):
    document = Document(BytesIO(files[language, "docx"]))
    heads = [p.text for p in document.paragraphs if p.style.name == "Heading 1"]
    repeated = document.element.body.findall(".//{*}tblHeader")
    pictures = document.element.body.findall(".//{*}docPr")

    assert len(heads) == len(reports[language].parts) + 2
    assert len(repeated) == len(document.tables)
    assert len(pictures) == 8
    assert all(picture.get("descr") for picture in pictures)
    assert b"w:lang" in document.styles.element.xml.encode()


def test_words_of_an_editor_are_words_in_every_file(editions):
    text = '=1+1 #let x = "<b>bold</b>" & $math$ *stars* \\ @ref'
    with override("en"):
        report = composed(editions["en"], "en", {"hotline": text})

    for form in READERS:
        assert solid(text) in solid(text_of(written(report, form), form)), form


def test_every_letter_that_is_taken_can_be_printed(editions):
    every = [chr(number) for number in range(0x20, 0x2300)]
    text = "".join(one for one in every if not FOREIGN.match(one) and one not in "{}[]")
    with override("en"):
        report = composed(editions["en"], "en", {"hotline": text})

    assert len(text) > 400
    for form in FORMATS:
        assert written(report, form)


def test_a_letter_without_shape_stops_no_file(editions):
    check = next(one.code for one in editions["en"].checks if not one.passed)
    said = {check: "Late \u6f22 and \x01 entries."}
    edition = dataclasses.replace(editions["en"], explanations=said)
    with override("en"):
        report = composed(edition, "en", {})

    for form in READERS:
        assert solid("Late ? and ? entries.") in solid(
            text_of(written(report, form), form)
        )


def test_the_page_in_a_browser_needs_nothing_from_elsewhere(files):
    page = files["az", "html"].decode()

    assert re.findall(r"(?:src|href)=\"(?!#)[^\"]*\"|url\((?!\"#)", page) == []
    assert '<html lang="az">' in page


def test_nobody_takes_a_file_without_signing_in():
    response = Client().get("/report/2019/az.pdf")

    assert response.status_code == 302
