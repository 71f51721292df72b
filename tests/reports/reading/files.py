"""Files as people and attackers make them."""

from io import BytesIO
from zipfile import ZIP_DEFLATED, ZipFile

import docx
import pikepdf
from pikepdf import Dictionary, Name

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
    """Return a PDF of one page with a line of text, closed with a password if any."""
    pdf = pikepdf.new()
    page = pdf.add_blank_page(page_size=(600, 800))
    font = Dictionary(Type=Name.Font, Subtype=Name.Type1, BaseFont=Name.Helvetica)
    page.Resources = Dictionary(Font=Dictionary(F1=font))
    line = f"BT /F1 12 Tf 50 700 Td ({text}) Tj ET"
    page.Contents = pdf.make_stream(line.encode())
    closed = pikepdf.Encryption(owner=password, user=password) if password else None
    file = BytesIO()
    pdf.save(file, encryption=closed)
    return file.getvalue()


def zip_bomb():
    """Return a document that unpacks to more than it may."""
    file = BytesIO()
    with ZipFile(file, "w", ZIP_DEFLATED) as packed:
        packed.writestr("word/document.xml", b"0" * 70 * 1024**2)
    return file.getvalue()
