"""Uploads that were made to do harm: refused in words, and nothing stays behind."""

from io import BytesIO
from zipfile import ZIP_DEFLATED, ZipFile

import openpyxl
import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse

from accounts.choices import Role
from exchange import uploads

IMPORT = reverse("exchange:import")
TEXT = "code,family_name\nV-1,Əliyeva\n"
EXTERNAL = '<!DOCTYPE l [<!ENTITY a SYSTEM "file:///etc/passwd">]>'
GROWING = '<!DOCTYPE l [<!ENTITY a "{}">{}]>'.format(
    "x" * 100,
    "".join(f'<!ENTITY {b} "{f"&{a};" * 10}">' for a, b in zip("abcdef", "bcdefg")),  # noqa: B905
)


@pytest.fixture
def office(client, user_as, settings, tmp_path):
    """Sign an administrator in; uploads lie in a folder of the test."""
    settings.THB_VAR = tmp_path / "var"
    client.force_login(user_as(Role.ADMINISTRATOR))
    return client


def archive(*names):
    content = BytesIO()
    with ZipFile(content, "w", ZIP_DEFLATED) as file:
        for name in names:
            file.writestr(name, TEXT)
    return content.getvalue()


def altered(content, in_file, in_directory, value):
    """Return an archive with one byte set in the heads of its first member."""
    changed = bytearray(content)
    changed[content.index(b"PK\3\4") + in_file] = value
    changed[content.index(b"PK\1\2") + in_directory] = value
    return bytes(changed)


def workbook(head, value):
    """Return a workbook whose one cell is `value`, with a head before its XML."""
    plain, made = BytesIO(), BytesIO()
    book = openpyxl.Workbook()
    book.active.title = "victims"
    book.save(plain)
    sheet = (
        f'{head}<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/'
        f'main"><sheetData><row><c t="inlineStr"><is><t>{value}</t></is></c></row>'
        "</sheetData></worksheet>"
    )
    with ZipFile(plain) as old, ZipFile(made, "w", ZIP_DEFLATED) as new:
        for name in old.namelist():
            own = name == "xl/worksheets/sheet1.xml"
            new.writestr(name, sheet if own else old.read(name))
    return made.getvalue()


def waiting():
    return list(uploads.uploads().iterdir())


ARCHIVES = {
    "a name too long": archive("v" * 300 + ".csv"),
    "with a password": altered(archive("victims.csv"), 6, 8, 1),
    "packed unheard of": altered(archive("victims.csv"), 8, 10, 99),
}


@pytest.mark.filterwarnings("ignore:Duplicate name")
@pytest.mark.parametrize("kind", ARCHIVES)
def test_an_archive_that_cannot_be_opened_leaves_nothing(office, kind):
    upload = SimpleUploadedFile("register.zip", ARCHIVES[kind])

    response = office.post(IMPORT, {"register": [upload]})

    assert response.context["form"].errors["register"] == [str(uploads.NOT_A_ZIP)]
    assert waiting() == []


@pytest.mark.parametrize(
    ("head", "value"),
    [(EXTERNAL, "&a;"), (GROWING, "&g;"), ("<broken", "V-1"), ("", "<broken")],
)
def test_a_workbook_of_evil_xml_is_an_error_and_leaves_nothing(office, head, value):
    upload = SimpleUploadedFile("register.xlsx", workbook(head, value))

    response = office.post(IMPORT, {"register": [upload]})

    assert (response.status_code, "root:" in response.text) == (200, False)
    assert "A file cannot be read" in response.text
    assert waiting() == []


def test_an_archive_writes_nowhere_but_in_its_folder(office, tmp_path):
    upload = SimpleUploadedFile("register.zip", archive("../../../escaped.csv"))

    office.post(IMPORT, {"register": [upload]})

    assert list(tmp_path.rglob("escaped.csv")) == []


def test_a_rehearsal_that_breaks_off_leaves_nothing(office, monkeypatch):
    office.raise_request_exception = False
    monkeypatch.setattr("exchange.views.import_register", lambda *_a, **_k: 1 / 0)
    upload = SimpleUploadedFile("victims.csv", TEXT.encode())

    response = office.post(IMPORT, {"register": [upload]})

    assert (response.status_code, waiting()) == (500, [])


def test_what_nobody_confirmed_goes_with_the_next_page_of_anybody(office, monkeypatch):
    upload = SimpleUploadedFile("victims.csv", TEXT.encode())
    office.post(IMPORT, {"register": [upload]})
    monkeypatch.setattr(uploads, "KEPT_SECONDS", -1)
    monkeypatch.setattr(uploads, "_swept", [float("-inf")])

    office.get(reverse("home")).close()

    assert waiting() == []
