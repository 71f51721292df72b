"""The register in and out in the browser: rehearsed first, then confirmed."""

import re
from io import BytesIO
from zipfile import ZipFile

import pytest
from django.conf import settings as configured
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse

from accounts.choices import Role
from accounts.models import JournalEntry
from exchange import uploads
from tests.exchange.folders import imported, write
from victims.models import Victim

IMPORT = reverse("exchange:import")
CONFIRM = reverse("exchange:confirm")
EXPORT = reverse("exchange:export")


@pytest.fixture
def office(client, user_as, settings, tmp_path):
    """Sign an administrator in; uploads lie in a folder of the test."""
    settings.THB_VAR = tmp_path / "var"
    client.force_login(user_as(Role.ADMINISTRATOR))
    return client


def csv_file(name="victims.csv", text="code,family_name\nV-1,Əliyeva\n"):
    return SimpleUploadedFile(name, text.encode())


def archive(*members):
    content = BytesIO()
    with ZipFile(content, "w") as file:
        for name, text in members:
            file.writestr(name, text)
    return SimpleUploadedFile("register.zip", content.getvalue())


def locked_archive():
    """Return an archive whose one member says that it needs a password."""
    content = bytearray(archive(("victims.csv", "code\nV-1\n")).read())
    for mark, place in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        content[content.index(mark) + place] |= 1
    return SimpleUploadedFile("register.zip", bytes(content))


def token_of(response):
    found = re.search(r'name="token" value="([^"]+)"', response.text)
    return found[1] if found else ""


def waiting():
    return list(uploads.uploads().iterdir())


def test_an_upload_is_rehearsed_and_writes_nothing(office):
    response = office.post(IMPORT, {"register": [csv_file()]})

    assert "The import would do this." in response.text
    assert "Əliyeva" not in response.text
    assert Victim.objects.count() == 0


def test_a_confirmed_upload_is_imported_kept_in_the_journal_and_removed(office):
    token = token_of(office.post(IMPORT, {"register": [csv_file()]}))

    response = office.post(CONFIRM, {"token": token})

    assert "The register was imported." in response.text
    assert Victim.objects.get().identity.family_name == "Əliyeva"
    entry = JournalEntry.objects.get(action="imported")
    assert (entry.role, entry.codes) == (Role.ADMINISTRATOR, ["V-1"])
    assert waiting() == []


def test_a_confirmation_posted_twice_imports_once(office):
    token = token_of(office.post(IMPORT, {"register": [csv_file()]}))
    office.post(CONFIRM, {"token": token})

    response = office.post(CONFIRM, {"token": token})

    assert response.headers["location"] == IMPORT
    assert JournalEntry.objects.filter(action="imported").count() == 1


def test_another_administrator_cannot_confirm(office, user_as):
    token = token_of(office.post(IMPORT, {"register": [csv_file()]}))
    office.force_login(user_as(Role.ADMINISTRATOR))

    office.post(CONFIRM, {"token": token})

    assert Victim.objects.count() == 0


def test_errors_are_shown_and_the_files_removed(office):
    response = office.post(IMPORT, {"register": [csv_file(text="code,sex\nV-1,W\n")]})

    assert "victims.csv, line 2, sex" in response.text
    assert token_of(response) == ""
    assert waiting() == []


def test_a_zip_brings_its_csv_files_whatever_folder_they_lie_in(office):
    members = [
        ("year/victims.csv", "code\nV-1\n"),
        ("__MACOSX/year/._victims.csv", "x"),
        ("../../notes.txt", "x"),
    ]

    response = office.post(IMPORT, {"register": [archive(*members)]})

    assert "The import would do this." in response.text


@pytest.mark.parametrize(
    ("files", "told"),
    [
        ([], "Choose the files of the register."),
        ([csv_file("a.pdf")], "Choose files that end with .csv, .zip or .xlsx."),
        ([csv_file("a.zip")], str(uploads.NOT_A_ZIP)),
        ([csv_file("a.xlsx")], str(uploads.NOT_A_ZIP)),
        ([locked_archive()], str(uploads.NOT_A_ZIP)),
        (
            [archive(("a/victims.csv", "code\n"), ("b/victims.csv", "code\n"))],
            "Two files have the same name: choose each once.",
        ),
        (
            [csv_file(), csv_file("a.zip")],
            "Choose CSV files only, or one ZIP or XLSX file.",
        ),
    ],
)
def test_other_files_are_refused_with_what_to_do(office, files, told):
    response = office.post(IMPORT, {"register": files})

    assert response.context["form"].errors["register"] == [told]
    assert waiting() == []


def locked():
    """Return an archive whose members ask for a password."""
    content = bytearray(archive(("victims.csv", "code\nV-1\n")).read())
    content[content.find(b"PK\x01\x02") + 8] |= 1
    content[content.find(b"PK\x03\x04") + 6] |= 1
    return SimpleUploadedFile("register.zip", bytes(content))


TWO_OF_A_NAME = [("a/victims.csv", "code\nV-1\n"), ("b/victims.csv", "code\nV-2\n")]


@pytest.mark.parametrize(
    ("file", "told"),
    [
        (locked(), uploads.NOT_A_ZIP),
        (archive(*TWO_OF_A_NAME), uploads.TWICE),
        (archive(), uploads.NO_CSV),
        (archive(("notes.txt", "x")), uploads.NO_CSV),
    ],
    ids=["locked", "two files of a name", "empty", "without a CSV file"],
)
def test_an_archive_that_is_no_register_is_refused_and_removed(office, file, told):
    file.seek(0)

    response = office.post(IMPORT, {"register": [file]})

    assert response.context["form"].errors["register"] == [str(told)]
    assert waiting() == []


def test_an_archive_that_would_fill_the_disk_is_refused(office, monkeypatch):
    monkeypatch.setattr(uploads, "LARGEST_UNPACKED", 10)

    response = office.post(
        IMPORT, {"register": [archive(("victims.csv", "code\n" + "V-1\n" * 9))]}
    )

    assert response.context["form"].errors["register"] == [str(uploads.TOO_LARGE)]


def test_uploads_that_nobody_confirmed_are_swept(office, monkeypatch):
    office.post(IMPORT, {"register": [csv_file()]})
    monkeypatch.setattr(uploads, "KEPT_SECONDS", -1)

    uploads.sweep()

    assert waiting() == []


def test_an_export_needs_a_reason(office):
    response = office.post(EXPORT, {"layout_of_files": "csv"})

    assert list(response.context["form"].errors) == ["reason"]


def test_an_export_holds_no_identity_and_stands_in_the_journal(office, tmp_path):
    imported(write(tmp_path, victims="code,family_name\nV-1,Əliyeva"))

    response = office.post(EXPORT, {"layout_of_files": "csv", "reason": "yearly"})

    content = BytesIO(b"".join(response.streaming_content))
    victims = ZipFile(content).read("victims.csv").decode()
    assert ("V-1" in victims, "Əliyeva" in victims) == (True, False)
    entry = JournalEntry.objects.get(action="exported", reason="yearly")
    assert entry.codes == ["V-1"]


def test_the_exported_archive_comes_in_again(office):
    imported(configured.BASE_DIR / "demo" / "register-2019")
    response = office.post(EXPORT, {"layout_of_files": "xlsx", "reason": "yearly"})
    book = SimpleUploadedFile("r.xlsx", b"".join(response.streaming_content))

    response = office.post(IMPORT, {"register": [book]})

    assert "The register has all of it already: nothing changes." in response.text
