"""The list of all texts that a native speaker checks."""

import csv
import zipfile
from io import StringIO

import pytest
from django.core.management import CommandError, call_command

from tests.thb.test_translations import texts as used
from thb.strings import HEADINGS, texts


@pytest.fixture
def listed(tmp_path):
    """Return the rows of the list as CSV."""
    path = tmp_path / "strings.csv"
    call_command("list_strings", path, stdout=StringIO())
    with path.open(encoding="utf-8-sig", newline="") as file:
        return list(csv.reader(file))


def test_the_list_starts_with_what_its_columns_are(listed):
    assert tuple(listed[0]) == HEADINGS


def test_every_text_that_people_read_stands_in_the_list(listed):
    english = {one for row in listed[1:] for one in (row[2], *row[2].split(" | "))}

    assert sorted(set(used()) - english) == []


def test_each_text_stands_beside_both_translations_and_its_file(listed):
    found = {row[2]: row for row in listed}

    assert found["Hide screen"][2:5] == ["Hide screen", "Ekranı gizlət", "Скрыть экран"]
    assert found["Hide screen"][0].endswith("components/top.html")


def test_plural_forms_stand_one_after_another():
    joined = [text for text in texts() if " | " in text.english]
    plural = [text for text in joined if "{" not in text.english]  # a token is one text

    assert plural
    assert {text.russian.count(" | ") for text in plural} == {2}


def test_no_text_is_without_its_translations():
    gaps = [text for text in texts() if not (text.azerbaijani and text.russian)]

    assert gaps == []


def test_a_workbook_holds_the_same_texts(tmp_path, listed):
    path = tmp_path / "strings.xlsx"
    said = StringIO()

    call_command("list_strings", path, stdout=said)

    with zipfile.ZipFile(path) as book:
        shared = book.read("xl/sharedStrings.xml").decode()
    assert "Ekranı gizlət" in shared
    assert said.getvalue() == f"{path}: {len(listed) - 1} texts.\n"


@pytest.mark.parametrize(
    ("name", "said"),
    [("strings.pdf", "must end in"), ("nowhere/strings.csv", "cannot be written")],
)
def test_a_file_that_cannot_be_is_refused(tmp_path, name, said):
    with pytest.raises(CommandError, match=said):
        call_command("list_strings", tmp_path / name, stdout=StringIO())
