"""The text of files: TXT, DOCX and PDF, and what is refused with words."""

import pytest
from django.core.exceptions import ValidationError

from reports.reading.documents import text_of
from reports.reading.extract import running_lines
from tests.reports.reading import files


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16"])
def test_a_text_is_read_without_the_mark_of_its_byte_order(encoding):
    assert text_of("Türkiyəyə 54 nəfər".encode(encoding)) == "Türkiyəyə 54 nəfər"


def test_line_ends_stay_as_they_are():
    assert text_of(b"one\r\ntwo") == "one\r\ntwo"


def test_paragraphs_and_tables_of_a_document_are_read():
    file = files.docx_file(files.SAID, rows=[("Müəyyən edilib", "91")])

    assert text_of(file).split("\n") == [files.SAID, "Müəyyən edilib\t91", ""]


def test_the_text_of_a_pdf_is_read():
    assert text_of(files.pdf_file(files.SAID)).strip() == files.SAID


HOSTILE = {
    "empty": b" \n",
    "unknown": b"\x00\x01\x02 binary",
    "encoding": "Привет".encode("cp1251"),
    "long": b"7" * 1_000_001,
    "numbers": b"1 2 3 " * 4_000,
    "broken": b"%PDF-1.4 nothing more",
}


@pytest.mark.parametrize("code", HOSTILE)
def test_a_file_that_cannot_be_read_is_refused_with_a_reason(code):
    with pytest.raises(ValidationError) as refused:
        text_of(HOSTILE[code])

    assert refused.value.code == code


@pytest.mark.parametrize(
    ("make", "code"),
    [
        (files.zip_bomb, "large"),
        (lambda: files.pdf_file(files.SAID, password="secret"), "locked"),  # noqa: S106
        (files.pdf_file, "empty"),
        (lambda: b"PK\x03\x04 no archive", "broken"),
    ],
)
def test_a_hostile_file_is_refused_by_the_process_that_reads_it(make, code):
    with pytest.raises(ValidationError) as refused:
        text_of(make())

    assert refused.value.code == code


def test_the_feet_of_pages_are_no_text():
    said = ["victims", "crimes", "courts", "calls"]
    pages = [[word, "Draft", f"Page {at} of 4"] for at, word in enumerate(said, 1)]

    assert running_lines(pages) == {"Draft", "Page  of "}
    assert running_lines(pages[:2]) == set()
