"""Takes the text out of one DOCX or PDF file.

A program of its own, started by `reports.reading.documents` with little memory and
time: it reads what a stranger made. The file comes on its input; it answers with a line
(`text`, or what is wrong with the file) and then with the text.
"""

import resource
import sys
import warnings
from collections import Counter
from collections.abc import Iterator
from io import BytesIO
from typing import Any, Final
from zipfile import ZipFile

import docx
from docx.table import Table
from pypdf import PdfReader

MEMORY_BYTES: Final = 1024**3
CPU_SECONDS: Final = 15
MOST_UNPACKED: Final = 60 * 1024**2
MOST_FILES: Final = 2_000
MOST_PAGES: Final = 500
MOST_LETTERS: Final = 1_000_000
FEWEST_PAGES: Final = 3
EDGE: Final = 3  # lines at the head and at the foot of a page


class Refused(Exception):  # noqa: N818 - an answer, not a fault of the program
    """The file is not read; its one argument says why, in a word."""


def text_of(content: bytes) -> str:
    """Return the text of the file, by what its content shows it to be."""
    if content.startswith(b"%PDF-"):
        return text_of_pdf(content)
    if content.startswith(b"PK"):
        return text_of_docx(content)
    raise Refused("unknown")


def text_of_pdf(content: bytes) -> str:
    """Return the text of a PDF, pages parted by an empty line."""
    reader = PdfReader(BytesIO(content), strict=False)
    if reader.is_encrypted and not reader.decrypt(""):
        raise Refused("locked")
    if len(reader.pages) > MOST_PAGES:
        raise Refused("pages")
    pages = [page.extract_text().splitlines() for page in reader.pages]
    running = running_lines(pages)
    shown = (
        "\n".join(line for line in page if without_numbers(line) not in running)
        for page in pages
    )
    return gathered(shown, "\n\n")


def running_lines(pages: list[list[str]]) -> set[str]:
    """Return the heads and feet: what stands at an edge of most pages, but for numbers.

    They are no part of the text; read as such, each foot would repeat the one before.
    """
    if len(pages) < FEWEST_PAGES:
        return set()
    found = Counter(
        line
        for page in pages
        for line in {without_numbers(one) for one in (*page[:EDGE], *page[-EDGE:])}
    )
    return {line for line, times in found.items() if line and 2 * times > len(pages)}


def without_numbers(line: str) -> str:
    """Return a line without its digits, which count the pages."""
    return "".join(letter for letter in line.strip() if not letter.isdigit())


def text_of_docx(content: bytes) -> str:
    """Return the text of a document, a paragraph or a row of a table a line."""
    with ZipFile(BytesIO(content)) as packed:
        entries = packed.infolist()
        if any(entry.flag_bits & 1 for entry in entries):
            raise Refused("locked")
        unpacked = sum(entry.file_size for entry in entries)
        if unpacked > MOST_UNPACKED or len(entries) > MOST_FILES:
            raise Refused("large")
        if "word/document.xml" not in packed.namelist():
            raise Refused("unknown")
    return gathered(lines(docx.Document(BytesIO(content))), "\n")


def lines(document: Any) -> Iterator[str]:
    """Yield the paragraphs and the rows of tables, in their order."""
    for part in document.iter_inner_content():
        if isinstance(part, Table):
            for row in part.rows:
                yield "\t".join(cell.text for cell in row.cells)
            yield ""
        else:
            yield part.text


def gathered(parts: Iterator[str], between: str) -> str:
    """Return the parts as one text, which must not be longer than a report can be."""
    found, letters = [], 0
    for part in parts:
        letters += len(part) + len(between)
        if letters > MOST_LETTERS:
            raise Refused("long")
        found.append(part)
    return between.join(found)


def answer() -> tuple[str, str]:
    """Return the word and the text for the file on the input."""
    try:
        text = text_of(sys.stdin.buffer.read())
    except Refused as refusal:
        return refusal.args[0], ""
    except MemoryError:
        return "large", ""
    except Exception:  # noqa: BLE001 - the readers raise anything over a broken file
        return "broken", ""
    return ("text", text) if text.strip() else ("empty", "")


def main() -> None:
    """Read within the limits, and answer."""
    resource.setrlimit(resource.RLIMIT_AS, (MEMORY_BYTES, MEMORY_BYTES))
    resource.setrlimit(resource.RLIMIT_CPU, (CPU_SECONDS, CPU_SECONDS))
    warnings.simplefilter("ignore")
    word, text = answer()
    sys.stdout.buffer.write(f"{word}\n".encode())
    sys.stdout.buffer.write(text.encode("utf-8", "replace"))


if __name__ == "__main__":
    main()
