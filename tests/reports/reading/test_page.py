"""The page of the text checker: what it shows, and that it keeps nothing."""

import logging

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse

from accounts.choices import Role
from accounts.models import JournalEntry
from tests.factories import CallFactory
from tests.reports.reading import files

pytestmark = pytest.mark.django_db
WRONG = "The hotline received 12 calls in 2019 <b>."


@pytest.fixture
def office(client, user_as):
    CallFactory(received_on="2019-03-01")
    client.force_login(user_as(Role.ADMINISTRATOR))
    return client


def checked(client, **posted):
    posted = {"year": 2019, "text": WRONG, "language": "en"} | posted
    return client.post(reverse("texts:check"), posted)


def test_a_number_that_differs_is_marked_and_leads_to_its_row(office):
    page = checked(office).text

    assert 'data-kind="differs"' in page
    assert 'href="#finding-1"' in page
    assert "&lt;b&gt;" in page


def test_the_row_opens_the_figure(office):
    page = checked(office).text

    assert reverse("reports:figure", args=[2019, "calls.received"]) in page


def test_the_list_is_narrowed_to_a_kind(office):
    rows = checked(office, show="matches").context["checked"].listed

    assert rows == []


def test_a_file_is_read_and_its_text_can_be_changed(office):
    file = SimpleUploadedFile("speech.docx", files.docx_file(files.SAID))

    page = checked(office, text="", file=file)

    assert page.context["form"].initial["text"] == files.SAID


@pytest.mark.parametrize(
    ("posted", "message"),
    [
        ({"text": " "}, "Paste a text, or choose a file."),
        (
            {"file": SimpleUploadedFile("speech.exe", b"MZ")},
            "Choose a TXT, a DOCX or a PDF file: this file is none of them.",
        ),
        (
            {"text": "7" * 200_001},
            "The text is longer than 200 000 characters. Check it in parts.",
        ),
    ],
)
def test_what_cannot_be_checked_is_said_at_its_field(office, posted, message):
    form = checked(office, **posted).context["form"]

    assert [message] in list(form.errors.values())


def test_no_text_is_kept_or_logged(office, caplog):
    caplog.set_level(logging.DEBUG)
    before = JournalEntry.objects.count()

    checked(office)

    assert "hotline received" not in caplog.text
    assert JournalEntry.objects.count() == before


def test_the_year_in_the_address_is_filled_in(office):
    page = office.get(reverse("texts:check"), {"year": "2018"})

    assert page.context["form"].initial == {"year": 2018}


def test_a_police_analyst_may_not_open_it(client, user_as):
    client.force_login(user_as(Role.POLICE_ANALYST))

    assert client.get(reverse("texts:check")).status_code == 403
