"""Writes one uploaded file anew, so that nothing is left of it but what is seen.

A program of its own, started by `victims.documents.rewriting` with little memory and
time: it reads what a stranger made. The file comes on its input; it answers with a line
(`jpeg`, `png`, `pdf`, or what is wrong with the file) and then with the new content.
"""

import resource
import sys
import warnings
from collections.abc import Iterator
from io import BytesIO
from typing import Any, Final

import pikepdf
from PIL import Image, ImageOps, UnidentifiedImageError

MEMORY_BYTES: Final = 2 * 1024**3
CPU_SECONDS: Final = 20
MOST_PIXELS: Final = 40_000_000
MOST_PAGES: Final = 300
LARGEST_BYTES: Final = 20 * 1024**2
QUALITY: Final = 88
DEEPEST: Final = 30

KEPT_OF_A_PAGE: Final = frozenset(
    f"/{name}"
    for name in (
        *("Type", "MediaBox", "CropBox", "BleedBox", "TrimBox", "ArtBox"),
        *("Resources", "Contents", "Rotate", "Group", "UserUnit"),
    )
)
NEVER_OF_A_STREAM: Final = frozenset(
    f"/{name}"
    for name in (
        *("F", "FFilter", "FDecodeParms", "AF", "Metadata", "PieceInfo", "OPI"),
        *("Ref", "Measure", "PtData", "LastModified"),
    )
)
ACTIONS: Final = frozenset(
    f"/{name}"
    for name in (
        *("JavaScript", "Launch", "URI", "SubmitForm", "ImportData", "GoToR"),
        *("GoToE", "Rendition", "Movie", "Sound", "RichMediaExecute", "Named"),
    )
)
FILES: Final = frozenset({"/Filespec", "/F", "/EmbeddedFile"})
SEGMENTS_WITH_DATA_OF_OTHERS: Final = frozenset({*range(0xE1, 0xEE), 0xEF, 0xFE})
MARK: Final = 0xFF  # before the number of a segment
START_OF_SCAN: Final = 0xDA


class Refused(Exception):  # noqa: N818 - an answer, not a fault of the program
    """The file is not taken; its one argument says why, in a word."""


def rewritten(content: bytes) -> tuple[str, bytes]:
    """Return the kind that the content itself shows, and the new content."""
    if content.startswith(b"%PDF-"):
        return "pdf", rewritten_pdf(content)
    if content.startswith((b"\xff\xd8\xff", b"\x89PNG\r\n\x1a\n")):
        return rewritten_image(content)
    raise Refused("unknown")


def rewritten_image(content: bytes) -> tuple[str, bytes]:
    """Return an image decoded and encoded anew, upright; its pixels and no more."""
    Image.MAX_IMAGE_PIXELS = None  # counted here, before anything is decoded
    try:
        image: Any = Image.open(BytesIO(content), formats=("JPEG", "PNG"))
        if image.width * image.height > MOST_PIXELS:
            raise Refused("pixels")
        kind = "png" if image.format == "PNG" else "jpeg"
        return kind, encoded(pixels_of(image, kind), kind)
    except (UnidentifiedImageError, OSError, SyntaxError, ValueError) as error:
        raise Refused("broken") from error


def pixels_of(image: Any, kind: str) -> Image.Image:
    """Return the pixels in a new image, turned as the camera was held."""
    upright = ImageOps.exif_transpose(image)
    clear = kind == "png" and upright.has_transparency_data
    mode = "RGBA" if clear else "L" if upright.mode in ("1", "L") else "RGB"
    upright = upright.convert(mode)
    bare = Image.new(mode, upright.size)
    bare.paste(upright)
    return bare


def encoded(image: Image.Image, kind: str) -> bytes:
    """Return the image as a file of its kind."""
    out = BytesIO()
    if kind == "png":
        image.save(out, "PNG")
    else:
        image.save(out, "JPEG", quality=QUALITY)
    return out.getvalue()


def rewritten_pdf(content: bytes) -> bytes:
    """Return a new PDF with what the pages show: no script, action, form or file."""
    try:
        with pikepdf.open(BytesIO(content), suppress_warnings=True) as pdf:
            return saved(pages_of(pdf))
    except pikepdf.PasswordError as error:
        raise Refused("locked") from error
    except (pikepdf.PdfError, ValueError, TypeError, KeyError) as error:
        raise Refused("broken") from error


def pages_of(pdf: pikepdf.Pdf) -> pikepdf.Pdf:
    """Return a new PDF with the pages, their notes and fields drawn into them."""
    if not 0 < len(pdf.pages) <= MOST_PAGES:
        raise Refused("pages" if pdf.pages else "broken")
    pdf.flatten_annotations()
    pages: Any = pdf.pages
    for page in pages:
        for name in {*page.keys()} - KEPT_OF_A_PAGE:
            del page[name]
    made = pikepdf.new()
    made.pages.extend(pdf.pages)
    for thing in made.objects:
        for part in parts_of(thing):
            tame(part)
    return made


def parts_of(thing: Any, depth: int = 0) -> Iterator[Any]:
    """Yield the dictionaries and streams of one object, and those written inside it."""
    if depth > DEEPEST:
        raise Refused("broken")
    inside: list[Any] = []
    if isinstance(thing, (pikepdf.Dictionary, pikepdf.Stream)):
        yield thing
        inside = [thing[name] for name in thing.keys()]  # noqa: SIM118 - not a dict
    elif isinstance(thing, pikepdf.Array):
        inside = list(thing)
    for part in inside:
        if isinstance(part, pikepdf.Object) and not part.is_indirect:
            yield from parts_of(part, depth + 1)


def tame(part: Any) -> None:
    """Empty an action or an attached file; take from a stream all that it need not."""
    if names(part, "/S") & ACTIONS or names(part, "/Type") & FILES or "/EF" in part:
        for name in [*part.keys()]:
            del part[name]
        return
    if isinstance(part, pikepdf.Stream):
        for name in {*part.keys()} & NEVER_OF_A_STREAM:
            del part[name]
        if str(part.get("/Filter")) == "/DCTDecode":
            bare = without_segments(part.read_raw_bytes())
            kept: Any = part.get("/DecodeParms")
            part.write(bare, filter=pikepdf.Name.DCTDecode, decode_parms=kept)


def names(part: Any, key: str) -> set[str]:
    """Return the name that stands under a key, alone in a set; none for another."""
    value = part.get(key)
    return {str(value)} if isinstance(value, pikepdf.Name) else set()


def without_segments(jpeg: bytes) -> bytes:
    """Return a JPEG without what cameras and programs wrote of themselves in it."""
    kept, at = [jpeg[:2]], 2
    while at + 4 <= len(jpeg) and jpeg[at] == MARK and jpeg[at + 1] != START_OF_SCAN:
        end = at + 2 + int.from_bytes(jpeg[at + 2 : at + 4])
        if jpeg[at + 1] not in SEGMENTS_WITH_DATA_OF_OTHERS:
            kept.append(jpeg[at:end])
        at = end
    return b"".join([*kept, jpeg[at:]])


def saved(pdf: pikepdf.Pdf) -> bytes:
    """Return the PDF as a file."""
    out = BytesIO()
    pdf.save(out, linearize=False, fix_metadata_version=False)
    return out.getvalue()


def answer() -> bytes:
    """Return the line and the content, or the line that says what is wrong."""
    try:
        kind, content = rewritten(sys.stdin.buffer.read())
    except Refused as refusal:
        return f"{refusal}\n".encode()
    return f"{kind}\n".encode() + content if len(content) <= LARGEST_BYTES else b"large"


def main() -> None:
    """Take the limits, then read and answer."""
    warnings.simplefilter("ignore")
    resource.setrlimit(resource.RLIMIT_AS, (MEMORY_BYTES, MEMORY_BYTES))
    resource.setrlimit(resource.RLIMIT_CPU, (CPU_SECONDS, CPU_SECONDS))
    resource.setrlimit(resource.RLIMIT_FSIZE, (0, 0))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    sys.stdout.buffer.write(answer())


if __name__ == "__main__":
    main()
