"""Out, into an empty register, and out again: the same bytes and figures."""

import csv
from io import StringIO

import openpyxl
import pytest
from django.conf import settings
from django.core.management import CommandError, call_command

from accounts.models import JournalEntry
from prevention.models import AgencyReturn
from tests.databases import copied_database
from tests.exchange.folders import exported, imported, write
from tests.factories import UserFactory
from victims.models import Victim

DEMO = settings.BASE_DIR / "demo" / "register-2019"


def figures():
    said = StringIO()
    call_command("annual_figures", 2019, format="csv", stdout=said)
    return said.getvalue()


@pytest.mark.parametrize("options", [(), ("--with-identity",)])
def test_the_second_export_equals_the_first(
    tmp_path, django_db_setup, django_db_blocker, options
):
    with django_db_blocker.unblock():
        with copied_database():
            imported(DEMO)
            first = exported(tmp_path / "1", *options)
            counted = figures()
        with copied_database():
            imported(tmp_path / "1")
            again, recounted = exported(tmp_path / "2", *options), figures()

    assert again == first
    assert recounted == counted


@pytest.mark.django_db
def test_a_workbook_brings_in_what_the_files_do(tmp_path):
    imported(DEMO)
    book = tmp_path / "register.xlsx"
    call_command(
        "export_register", book, "--format=xlsx", "--with-identity", stdout=StringIO()
    )

    assert imported(book).startswith("The register has all of it already")


@pytest.mark.django_db
def test_without_identities_no_name_goes_out(tmp_path):
    imported(write(tmp_path, victims="code,birth_date,phone\nV-1,1990-01-01,+99450"))

    files = exported(tmp_path / "out")

    row = next(csv.DictReader(StringIO(files["victims.csv"].decode())))
    assert {row[name] for name in ("birth_date", "phone", "family_name")} == {""}


@pytest.mark.django_db
def test_voided_and_merged_records_and_what_is_theirs_stay_in(tmp_path):
    imported(DEMO)
    one, other = Victim.objects.order_by("code")[:2]
    one.void("twice")

    files = exported(tmp_path)

    told = b"".join(files.values())
    assert one.code.encode() not in told
    assert other.code.encode() in told


@pytest.mark.django_db
def test_amounts_have_no_needless_decimals_and_approval_stays_here(tmp_path):
    rows = "figure,year,value\na.b,2019,12.50\nc.d,2019,100"
    imported(write(tmp_path, returns=rows))
    AgencyReturn.objects.get(figure="a.b").approve(UserFactory())

    files = exported(tmp_path / "out")

    assert files["returns.csv"] == (
        b"figure,year,value,precision,agency,document\r\n"
        b"a.b,2019,12.5,exact,,\r\nc.d,2019,100,exact,,\r\n"
    )


@pytest.mark.django_db
def test_a_text_that_begins_like_a_formula_stays_a_text(tmp_path):
    imported(write(tmp_path, grants="project\n=1+1"))
    book = tmp_path / "register.xlsx"

    call_command("export_register", book, "--format=xlsx", stdout=StringIO())

    assert openpyxl.load_workbook(book)["grants"]["A2"].data_type == "s"


@pytest.mark.django_db
def test_the_journal_keeps_whose_codes_went_out_and_nobody_else_reads_them(tmp_path):
    imported(write(tmp_path, victims="code\nV-1"))

    exported(tmp_path / "out", "--with-identity")

    entry = JournalEntry.objects.get(action="exported")
    assert (entry.codes, "phone" in entry.fields) == (["V-1"], True)
    assert (tmp_path / "out" / "victims.csv").stat().st_mode & 0o077 == 0


@pytest.mark.django_db
@pytest.mark.parametrize(
    "command",
    [
        ("export_register", "file/register"),
        ("export_register", "file/register.xlsx", "--format=xlsx"),
        ("annual_figures", 2019, "--output=file/figures.txt"),
    ],
)
def test_a_place_that_cannot_be_written_is_told(tmp_path, monkeypatch, command):
    monkeypatch.chdir(tmp_path)
    (tmp_path / "file").touch()

    with pytest.raises(CommandError, match="cannot be written"):
        call_command(*command, stdout=StringIO())
