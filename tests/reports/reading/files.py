"""Files as people and attackers make them."""

from io import BytesIO
from zipfile import ZIP_DEFLATED, ZipFile

import docx
from pypdf import PdfWriter

SAID = "In 2019, 98 victims were identified."


def docx_file(*paragraphs, rows=()):
    document = docx.Document()
    for paragraph in paragraphs:
        document.add_paragraph(paragraph)
    if rows:
        table = document.add_table(len(rows), len(rows[0]))
        for at, row in enumerate(rows):
            for cell, text in zip(table.rows[at].cells, row, strict=True):
                cell.text = text
    return saved(document)


def saved(document):
    file = BytesIO()
    document.save(file)
    return file.getvalue()


def pdf_file(text="", password=""):
    """Return a PDF of one page with a line of text."""
    line = f"BT /F1 12 Tf 50 700 Td ({text}) Tj ET".encode()
    parts = [
        b"<</Type/Catalog/Pages 2 0 R>>",
        b"<</Type/Pages/Kids[3 0 R]/Count 1>>",
        b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 600 800]/Contents 4 0 R"
        b"/Resources<</Font<</F1<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>>>>>>>",
        b"<</Length %d>>stream\n%b\nendstream" % (len(line), line),
    ]
    body = b"%PDF-1.4\n" + b"".join(
        b"%d 0 obj%bendobj\n" % (n, part) for n, part in enumerate(parts, start=1)
    )
    file = body + b"trailer<</Root 1 0 R/Size 5>>\n%%EOF"
    return locked(file, password) if password else file


def locked(file, password):
    writer = PdfWriter(clone_from=BytesIO(file))
    writer.encrypt(password, algorithm="RC4-128")
    out = BytesIO()
    writer.write(out)
    return out.getvalue()


def zip_bomb():
    """Return a document that unpacks to more than it may."""
    file = BytesIO()
    with ZipFile(file, "w", ZIP_DEFLATED) as packed:
        packed.writestr("word/document.xml", b"0" * 70 * 1024**2)
    return file.getvalue()
