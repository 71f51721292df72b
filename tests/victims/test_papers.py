"""Documents: uploaded, stored sealed, given out as an attachment with a reason."""

from datetime import timedelta

import pytest
from cryptography.exceptions import InvalidTag
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.utils.timezone import localdate

from accounts.choices import Action, Role
from accounts.models import JournalEntry
from tests.factories import AssignmentFactory, ConsentFactory, PaperFactory
from tests.refused import refused_by, said_of, saved_past_the_form
from tests.shelter import address, hidden, problems, queries, send
from tests.victims.test_rewriting import picture
from victims.documents.uploads import LARGEST_UPLOAD
from victims.models import Paper, PaperContent

ANSWERS = {"kind": "photo", "readers": "all", "names_person": "on"}


def upload(client, person, content, name="face.jpg", **answers):
    """Post the form with a file."""
    file = SimpleUploadedFile(name, content, "image/jpeg")
    url = address("victims:paper_add", person.code)
    return send(client, url, file=file, **ANSWERS | answers)


@pytest.fixture
def paper(manager, person):
    return PaperFactory(victim=person, author=manager, content=b"%PDF-1.7 plain")


def test_a_document_is_uploaded_and_stored_sealed(client, manager, person):
    content = picture()

    upload(client, person, content, about="With her sister")

    paper = Paper.objects.get()
    stored = bytes(PaperContent.objects.get().sealed)
    assert (paper.author, paper.media, paper.about) == (
        manager,
        "jpeg",
        "With her sister",
    )
    assert b"JFIF" in paper.opened()
    assert (b"JFIF" in stored, b"secret street" in paper.opened()) == (False, False)


def test_the_content_opens_for_its_own_document_only(paper, person):
    other = PaperFactory(victim=person)
    other.stored.sealed = paper.stored.sealed

    with pytest.raises(InvalidTag):
        other.opened()


@pytest.mark.parametrize(
    ("content", "words"),
    [
        (b"x" * (LARGEST_UPLOAD + 1), "The file is larger than 10 MB."),
        (b"", "The file for “File” is empty. Choose another."),
        (
            b"MZ program",
            "Choose a JPEG, a PNG or a PDF file: this file is none of them.",
        ),
    ],
    ids=["large", "empty", "wrong extension"],
)
def test_a_file_that_is_not_taken_says_why(client, manager, person, content, words):
    page = upload(client, person, content)

    assert (problems(page), Paper.objects.count()) == ([words], 0)


def test_a_picture_with_the_name_of_a_pdf_is_a_picture(client, manager, person):
    upload(client, person, picture("PNG"), name="decision.pdf")

    assert Paper.objects.get().media == "png"


def test_the_same_upload_twice_is_one_document(client, manager, person):
    url = address("victims:paper_add", person.code)
    answers = ANSWERS | hidden(client, url)

    for _time in range(2):
        client.post(url, answers | {"file": SimpleUploadedFile("a.jpg", picture())})

    assert Paper.objects.count() == 1


def test_an_upload_without_the_token_of_its_form_is_refused(manager, person):
    client = Client(enforce_csrf_checks=True)
    client.force_login(manager)
    file = SimpleUploadedFile("a.jpg", picture())

    url = address("victims:paper_add", person.code)
    page = client.post(url, ANSWERS | {"file": file})

    assert (page.status_code, Paper.objects.count()) == (403, 0)


def test_a_document_is_given_out_as_an_attachment_that_can_do_nothing(
    client, manager, person, paper
):
    url = address("victims:paper_open", person.code, paper.pk)

    response = client.post(url, {"reason": "for the court"})

    told = ("Content-Type", "Content-Disposition", "Content-Security-Policy")
    told += ("X-Content-Type-Options", "Cache-Control")
    assert response.content == b"%PDF-1.7 plain"
    assert [response[name] for name in told] == [
        "application/pdf",
        f'attachment; filename="KM-4821-7-{paper.name}.pdf"',
        "sandbox; default-src 'none'",
        "nosniff",
        "no-store",
    ]


def test_who_took_a_document_out_and_why_is_kept(client, manager, person, paper):
    url = address("victims:paper_open", person.code, paper.pk)

    client.post(url, {"reason": "for the court"})

    entry = JournalEntry.objects.get()
    assert (entry.action, entry.codes, entry.fields, entry.reason) == (
        Action.SHOWED,
        ["KM-4821-7"],
        ["document", paper.name],
        "for the court",
    )


def test_without_a_reason_a_document_stays_closed(client, manager, person, paper):
    url = address("victims:paper_open", person.code, paper.pk)

    page = client.post(url, {"reason": " "})

    assert problems(page) == ["Fill in “Why you need it”."]


def test_a_document_that_names_nobody_needs_no_reason(client, manager, person):
    paper = PaperFactory(victim=person, names_person=False, content=b"%PDF-1.4")
    url = address("victims:paper_open", person.code, paper.pk)

    assert client.post(url).content == b"%PDF-1.4"


@pytest.mark.parametrize(("agreed", "status"), [(True, 200), (False, 403)])
def test_outside_the_shelter_a_name_needs_the_persons_consent(
    client, user_as, person, agreed, status
):
    worker = user_as(Role.ASSISTANCE_WORKER)
    AssignmentFactory(victim=person, user=worker)
    if agreed:
        ConsentFactory(victim=person, purpose="referral")
    paper = PaperFactory(victim=person)
    client.force_login(worker)

    url = address("victims:paper_open", person.code, paper.pk)

    assert client.post(url, {"reason": "form"}).status_code == status


@pytest.mark.parametrize("state", ["void", "of another person"])
def test_a_document_that_is_not_there_is_not_found(client, manager, person, state):
    paper = PaperFactory(**({"victim": person} if state == "void" else {}))
    paper.void("wrong")
    url = address("victims:paper_open", person.code, paper.pk)

    assert client.post(url, {"reason": "curious"}).status_code == 404


def test_a_document_past_its_day_says_so(client, manager, person):
    day = localdate() - timedelta(days=1)
    PaperFactory(victim=person, expires_on=day)

    page = client.get(address("victims:documents", person.code))

    assert "Ran out" in page.text


def test_a_document_without_content_is_refused(db):
    paper = PaperFactory()
    with refused_by("paper_is_not_empty"):
        saved_past_the_form(paper, size_bytes=0)
    paper.size_bytes = 0

    assert said_of(paper) == ["The file is empty. Choose another."]


@pytest.mark.parametrize("deed", ["update", "delete"])
def test_a_stored_content_is_never_changed(paper, deed):
    rows = PaperContent.objects.all()
    changes = {"update": lambda: rows.update(sealed=b""), "delete": rows.delete}

    with pytest.raises(Exception, match="Cannot update or delete"):
        changes[deed]()


@pytest.mark.parametrize("count", [1, 3])
def test_the_documents_take_as_many_queries_for_many(client, manager, person, count):
    PaperFactory.create_batch(count, victim=person)

    assert queries(client, address("victims:documents", person.code)) == 6
