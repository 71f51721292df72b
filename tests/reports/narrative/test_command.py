"""The command `write_report` writes a whole file or none, and says why not."""

import pytest
from django.core.management import CommandError, call_command

from accounts.choices import Action, Role
from accounts.models import JournalEntry

pytestmark = pytest.mark.django_db


def write(*arguments):
    call_command("write_report", "2019", *arguments, verbosity=0)


@pytest.mark.parametrize(
    ("form", "begins"),
    [("pdf", b"%PDF-1.7"), ("docx", b"PK"), ("xlsx", b"PK"), ("html", b"<!DOCTYPE")],
)
def test_the_file_is_written(tmp_path, form, begins):
    file = tmp_path / f"report.{form}"

    write("--language", "az", "--format", form, "--output", str(file))

    assert file.read_bytes().lstrip().startswith(begins)
    assert [*tmp_path.iterdir()] == [file]


def test_text_is_written_in_the_language_asked_for(tmp_path):
    file = tmp_path / "report.txt"

    write("--language", "ru", "--format", "txt", "--output", str(file))

    assert "Годовой отчёт о борьбе с торговлей людьми" in file.read_text()


def test_a_place_that_is_not_there_is_told(tmp_path):
    with pytest.raises(CommandError, match="cannot be written: No such file"):
        write("--output", str(tmp_path / "missing" / "report.pdf"))


def test_what_stood_there_stays_when_writing_fails(tmp_path):
    place = tmp_path / "report.pdf"
    place.mkdir()

    with pytest.raises(CommandError, match="cannot be written"):
        write("--output", str(place))
    assert [*tmp_path.iterdir()] == [place]


def test_a_year_out_of_reach_is_told(tmp_path):
    with pytest.raises(CommandError, match="The year must be 1901 to 9998"):
        call_command("write_report", "20190", "--output", str(tmp_path / "report.pdf"))


@pytest.mark.parametrize("arguments", [["--format", "odt"], ["--language", "de"]])
def test_another_format_or_language_is_told(tmp_path, arguments):
    with pytest.raises(CommandError, match="invalid choice"):
        write(*arguments, "--output", str(tmp_path / "report.pdf"))


def test_taking_a_file_is_kept_in_the_journal(client, user_as):
    client.force_login(user_as(Role.AUDITOR))

    response = client.get("/report/2019/ru.txt")

    assert response["Content-Disposition"] == (
        'attachment; filename="report-2019-ru.txt"'
    )
    entry = JournalEntry.objects.get(action=Action.EXPORTED)
    assert entry.fields == ["report-2019-ru.txt"]


@pytest.mark.parametrize("name", ["de.pdf", "az.odt"])
def test_a_file_that_is_not_made_is_not_found(client, user_as, name):
    client.force_login(user_as(Role.ADMINISTRATOR))

    assert client.get(f"/report/2019/{name}").status_code == 404


def test_an_auditor_reads_and_opens_no_list(client, user_as, demo_register):
    client.force_login(user_as(Role.AUDITOR))

    page = client.get("/report/2019/").text

    assert "formally identified as victims" in page
    assert "/figures/2019/" not in page
    assert "Change the text" not in page
