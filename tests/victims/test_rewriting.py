"""Files made to do harm, and what is left of a file that is taken."""

from io import BytesIO
from zipfile import ZipFile

import pikepdf
import pytest
from django.core.exceptions import ValidationError
from PIL import Image

from victims.documents.rewriting import rewritten

SCRIPT = b"app.alert"


def picture(kind="JPEG", size=(60, 40), **more):
    """Return a picture with the place where it was taken."""
    place = Image.Exif()
    place[0x010E] = "secret street 5"
    place.get_ifd(0x8825)[1] = "N"
    out = BytesIO()
    Image.new("RGB", size, "teal").save(out, kind, exif=place, **more)
    return out.getvalue()


def pdf(*, harmful=True):
    """Return a PDF of one page; a harmful one has all that a PDF can do."""
    made = pikepdf.new()
    made.add_blank_page(page_size=(200, 200))
    page = made.pages[0]
    page.Contents = made.make_stream(b"BT (Hello) Tj ET")
    if harmful:
        act = pikepdf.Dictionary(S=pikepdf.Name.JavaScript, JS=SCRIPT.decode())
        made.Root.OpenAction = act
        page.AA = pikepdf.Dictionary(O=act)
        link = pikepdf.Dictionary(
            Type=pikepdf.Name.Annot,
            Subtype=pikepdf.Name.Link,
            Rect=[0, 0, 9, 9],
            A=pikepdf.Dictionary(S=pikepdf.Name.URI, URI="https://tracker.example"),
        )
        page.Annots = made.make_indirect(pikepdf.Array([link]))
        page.Resources = pikepdf.Dictionary(
            Properties=pikepdf.Dictionary(MC0=act, MC1=made.make_indirect(act)),
            XObject=pikepdf.Dictionary(Im0=photo_in(made)),
        )
        made.attachments["virus.exe"] = b"MZ attached"
    return as_file(made)


def photo_in(made):
    """Return a picture of a PDF, as the camera wrote it."""
    stream = pikepdf.Stream(made, picture())
    stream.Type, stream.Subtype = pikepdf.Name.XObject, pikepdf.Name.Image
    stream.Width, stream.Height, stream.BitsPerComponent = 60, 40, 8
    stream.ColorSpace, stream.Filter = pikepdf.Name.DeviceRGB, pikepdf.Name.DCTDecode
    return stream


def as_file(made, **options):
    out = BytesIO()
    made.save(out, compress_streams=False, **options)
    return out.getvalue()


def opened(content):
    """Return a PDF written out plainly, to look for words in it."""
    out = BytesIO()
    with pikepdf.open(BytesIO(content)) as made:
        made.save(out, qdf=True, object_stream_mode=pikepdf.ObjectStreamMode.disable)
    return out.getvalue()


def said(content):
    with pytest.raises(ValidationError) as refusal:
        rewritten(content)
    return refusal.value.messages


@pytest.mark.parametrize("kind", ["JPEG", "PNG"])
def test_a_picture_loses_the_place_where_it_was_taken(kind):
    assert b"secret street" in picture(kind)

    made = rewritten(picture(kind))

    with Image.open(BytesIO(made.content)) as image:
        assert (made.media, image.size, dict(image.getexif())) == (
            kind.lower(),
            (60, 40),
            {},
        )
    assert b"secret street" not in made.content


def test_a_picture_is_turned_as_the_camera_was_held():
    turned = Image.Exif()
    turned[0x0112] = 6
    out = BytesIO()
    Image.new("RGB", (60, 40)).save(out, "JPEG", exif=turned)

    with Image.open(BytesIO(rewritten(out.getvalue()).content)) as image:
        assert image.size == (40, 60)


def test_a_picture_that_is_an_archive_too_is_a_picture_only():
    archive = BytesIO()
    with ZipFile(archive, "w") as file:
        file.writestr("evil.js", SCRIPT)
    polyglot = picture() + archive.getvalue()

    made = rewritten(polyglot)

    assert SCRIPT in polyglot
    assert (SCRIPT in made.content, b"PK\x03\x04" in made.content) == (False, False)


def test_a_pdf_behind_a_picture_or_a_page_is_none():
    assert said(b"<html>" + pdf()) == [
        "Choose a JPEG, a PNG or a PDF file: this file is none of them."
    ]


def test_a_picture_of_too_many_pixels_is_not_decoded():
    out = BytesIO()
    Image.new("1", (60_000, 60_000)).save(out, "PNG")
    assert len(out.getvalue()) < 2_000_000

    assert said(out.getvalue()) == [
        "The picture has more than 40 million pixels. Make it smaller."
    ]


def test_forty_million_pixels_fit_into_the_memory():
    out = BytesIO()
    Image.new("RGBA", (8_000, 5_000), (1, 2, 3, 4)).save(out, "PNG")

    assert rewritten(out.getvalue()).media == "png"


@pytest.mark.parametrize(
    "content",
    [
        picture(size=(300, 300))[:400],
        picture("PNG", size=(300, 300))[:200],
        b"\xff\xd8\xff",
        b"%PDF-1.7\nnothing",
        pdf()[:300],
    ],
    ids=["jpeg", "png", "start", "pdf", "half a pdf"],
)
def test_a_file_cut_off_is_damaged(content):
    assert said(content) == [
        "The file is damaged and cannot be read. Save it anew and choose it."
    ]


@pytest.mark.parametrize("word", [SCRIPT, b"tracker.example", b"attached", b"secret"])
def test_nothing_is_left_of_what_a_pdf_can_do(word):
    assert word in pdf()

    assert word not in opened(rewritten(pdf()).content)


def test_what_a_pdf_shows_is_left():
    made = rewritten(pdf())

    with pikepdf.open(BytesIO(made.content)) as file:
        assert (made.media, len(file.pages)) == ("pdf", 1)
        assert b"Hello" in file.pages[0].Contents.read_bytes()
        photo = file.pages[0].Resources.XObject.Im0
        assert pikepdf.PdfImage(photo).as_pil_image().size == (60, 40)


def test_a_pdf_with_a_password_is_not_taken():
    with pikepdf.open(BytesIO(pdf(harmful=False))) as plain:
        closed = as_file(plain, encryption=pikepdf.Encryption(user="x", owner="y"))

    assert said(closed) == ["The PDF is closed with a password. Save it without one."]


def test_a_pdf_of_too_many_pages_is_not_taken():
    made = pikepdf.new()
    for _number in range(301):
        made.add_blank_page()

    assert said(as_file(made)) == [
        "The PDF has more than 300 pages. Upload it in parts."
    ]


def test_a_file_that_takes_too_long_is_not_taken(monkeypatch):
    monkeypatch.setattr("victims.documents.rewriting.SECONDS", 0.001)

    assert said(picture()) == [
        "The file could not be checked. Save it anew and choose it."
    ]
