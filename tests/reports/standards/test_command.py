"""`export_standard` writes a file, or says what stands in its way and how it ended."""

import csv
from io import BytesIO

import pytest
from django.core.management import CommandError, call_command
from openpyxl import load_workbook

from accounts.choices import Role
from accounts.models import JournalEntry
from reports.models import Mapping
from tests.factories import UserFactory

pytestmark = pytest.mark.usefixtures("edition")


@pytest.fixture
def export(tmp_path):
    """Return a caller of the command, which returns the file."""

    def run(standard, *arguments, year=2019):
        file = tmp_path / "file"
        asked = ("--standard", standard, "--output", str(file), *arguments)
        call_command("export_standard", str(year), *asked)
        return file

    return run


def opened(file):
    """Return a workbook."""
    return load_workbook(BytesIO(file.read_bytes()))


def kept():
    """Return what the journal keeps of the command."""
    return JournalEntry.objects.filter(page="terminal:export_standard")


def test_a_workbook_has_a_sheet_a_table_and_one_on_what_it_is(export):
    book = opened(export("glotip"))

    assert book.sheetnames == [
        "about",
        "offences",
        "contact",
        "prosecuted",
        "convicted",
        "sex-and-age",
        "forms",
        "citizenship",
        "country-of-exploitation",
        "repatriated",
    ]
    assert [cell.value for cell in book["offences"][3]][1:4] == [186, None, "144-1"]
    assert book["about"]["B4"].value == "draft"


def test_the_public_workbook_tells_no_few_people(export):
    book = opened(export("glotip", "--level", "public"))

    told = [row for sheet in book for row in sheet.iter_rows(values_only=True)]
    assert ("Male", "0 to 17 years", None, "not shown") in [row[:4] for row in told]


def test_the_file_of_the_indicator_says_which_population_is_missing(export):
    book = opened(export("sdg"))

    words = [row[1] for row in book["about"].iter_rows(min_row=6, values_only=True)]
    assert words[0] == "female, 0 to 17 years"


def test_words_that_begin_like_a_formula_are_harmless(export):
    one = Mapping.objects.get(
        standard="glotip", list="exploitation_type", code="sexual_exploitation"
    )
    one.their_label = "=1+1"
    one.save()

    book = opened(export("glotip"))

    labels = [row[0] for row in book["forms"].iter_rows(values_only=True)]
    assert "'=1+1" in labels


def test_rows_begin_harmless_too(export):
    UserFactory(username="office", role=Role.ADMINISTRATOR)
    one = Mapping.objects.get(standard="htcds", list="sex", code="F")
    one.their_code = "@SUM(A1)"
    one.save()

    file = export("htcds", "--exported-by", "office", "--reason", "a study")

    with file.open(encoding="utf-8-sig", newline="") as text:
        sexes = {row["prs_Gender"] for row in csv.DictReader(text)}
    assert sexes == {"'@SUM(A1)", "Male"}


def test_a_value_without_a_word_ends_with_two_and_names_it(export):
    Mapping.objects.get(standard="sdg", list="sex", code="M").void("to be decided")

    with pytest.raises(CommandError, match="sex M: 6 records") as refused:
        export("sdg")

    assert refused.value.returncode == 2


def test_rows_leave_with_a_name_and_a_reason_which_are_kept(export):
    UserFactory(username="office", role=Role.ADMINISTRATOR)

    export("htcds", "--exported-by", "office", "--reason", "a study")

    entry = kept().get()
    assert (entry.username, entry.reason, len(entry.codes)) == ("office", "a study", 91)


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        ((), "needs --exported-by USER and --reason"),
        (("--exported-by", "office", "--reason", " "), "needs --exported-by"),
        (("--exported-by", "nobody", "--reason", "x"), "no active account nobody"),
        (("--exported-by", "analyst", "--reason", "x"), "role of analyst may not"),
        (("--level", "public"), "never public"),
    ],
)
def test_rows_stay_where_something_is_missing(export, arguments, said):
    UserFactory(username="office", role=Role.ADMINISTRATOR)
    UserFactory(username="analyst", role=Role.POLICE_ANALYST)

    with pytest.raises(CommandError, match=said):
        export("htcds", *arguments)

    assert not kept().exists()


def test_a_release_that_is_not_there_is_said(export):
    with pytest.raises(CommandError, match="2019 has no release 7"):
        export("glotip", "--release", "7")


def test_a_year_that_is_none_is_said(export):
    with pytest.raises(CommandError, match="The year must be"):
        export("glotip", year=20191)


def test_a_file_that_cannot_be_written_is_said(export, tmp_path):
    (tmp_path / "file").mkdir()

    with pytest.raises(CommandError, match="cannot be written"):
        export("glotip")
