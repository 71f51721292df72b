"""A text as paragraphs and sentences, each with its place in the text.

A line is a paragraph of its own, unless the text was wrapped at a width: then the lines
of a block go together.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

LINE: Final = re.compile(r"[^\r\n]+")
END: Final = re.compile(r"[.!?…]+[»”\"')\]]*\s+(?=[«“\"'(\[]*[\w—–-])")
WIDEST, NARROWEST = 110, 45
LONGEST: Final = 4_000
"""No sentence has more letters: what is longer is cut."""
SHORTENED: Final = frozenset(
    [
        "mr",
        "mrs",
        "ms",
        "dr",
        "prof",
        "st",
        "no",
        "art",
        "sec",
        "e.g",
        "i.e",
        "etc",
        "vs",
        "approx",
        "fig",
        "г",
        "гг",
        "ст",
        "п",
        "т.е",
        "т.д",
        "тыс",
        "млн",
        "млрд",
        "чел",
        "др",
        "ул",
        "им",
        "стр",
        "руб",
        "коп",
        "см",
        "m",
        "c",
        "b",
        "s",
        "il",
        "məs",
        "və.s",
    ]
)
ANSWERS: Final = ("-", "–", "—")
"""An answer after a dash goes with its question."""
IN_COLUMNS: Final = re.compile(r"\t|\|| {3,}")
"""What parts the cells of a row: such a line does not go on in the next."""
BULLET: Final = re.compile(r"\s*(?:[-–—•*·▪]|\d{1,2}[.)])\s")


@dataclass(frozen=True, slots=True)
class Passage:
    """A stretch of the text from `start` to before `end`."""

    text: str
    start: int
    end: int


def paragraphs(text: str) -> list[list[Passage]]:
    """Return blocks, parted by empty lines, of paragraphs."""
    return [list(_unwrapped(text, block)) for block in _blocks(text)]


def _blocks(text: str) -> Iterator[list[Passage]]:
    block: list[Passage] = []
    for found in LINE.finditer(text):
        line = _trimmed(text, found.start(), found.end())
        broken = block and text.count("\n", block[-1].end, found.start()) > 1
        if (line is None or broken) and block:
            yield block
            block = []
        if line is not None:
            block.append(line)
    if block:
        yield block


def _trimmed(text: str, start: int, end: int) -> Passage | None:
    said = text[start:end]
    bare = said.strip()
    if not bare:
        return None
    start += said.index(bare)
    return Passage(bare, start, start + len(bare))


def _unwrapped(text: str, block: list[Passage]) -> Iterator[Passage]:
    """Yield the paragraphs of a block: its lines, joined where they were wrapped."""
    wrapped = _is_wrapped(block)
    start = end = -1
    for line in block:
        goes_on = start >= 0 and _goes_on(text[start:end], line.text, wrapped=wrapped)
        if not goes_on and start >= 0:
            yield Passage(text[start:end], start, end)
            start = -1
        start = line.start if start < 0 else start
        end = line.end
    yield Passage(text[start:end], start, end)


def _is_wrapped(block: list[Passage]) -> bool:
    """Tell whether all lines but the last have about one width."""
    widths = [len(line.text) for line in block[:-1]]
    return bool(widths) and all(NARROWEST <= width <= WIDEST for width in widths)


def _goes_on(before: str, line: str, *, wrapped: bool) -> bool:
    above = before.rsplit("\n", 1)[-1]
    if BULLET.match(line) or IN_COLUMNS.search(line) or IN_COLUMNS.search(above):
        return False
    ended = before.rstrip()[-1:] in ".!?:;…"
    long = len(above.strip()) >= NARROWEST
    return wrapped or (line[:1].islower() and long and not ended)


def sentences(paragraph: Passage) -> Iterator[Passage]:
    """Yield the sentences of a paragraph."""
    start, text = 0, paragraph.text
    for found in END.finditer(text):
        if _is_shortening(text, start, found):
            continue
        yield from _part(paragraph, start, found.end())
        start = found.end()
    yield from _part(paragraph, start, len(text))


def _part(paragraph: Passage, start: int, end: int) -> Iterator[Passage]:
    for low in range(start, max(end, start + 1), LONGEST):
        yield from _piece(paragraph, low, min(low + LONGEST, end))


def _piece(paragraph: Passage, start: int, end: int) -> Iterator[Passage]:
    said = paragraph.text[start:end].rstrip()
    if said:
        place = paragraph.start + start
        yield Passage(said, place, place + len(said))


def _is_shortening(text: str, start: int, found: re.Match[str]) -> bool:
    """Tell whether the text goes on: after a shortened word, a letter, a question."""
    before = text[max(start, found.start() - 12) : found.start()]
    word = re.split(r"[\s(«“\"]", before)[-1].lower()
    after = text[found.end() : found.end() + 1]
    one_letter = len(word) == 1 and word.isalpha()
    if after in ANSWERS and found.group().startswith("?"):
        return True
    numbered = word.isdigit() and found.start() - start < len(word) + 1
    return (
        (word in SHORTENED and not _begins_anew(word, after)) or one_letter or numbered
    )


def _begins_anew(word: str, after: str) -> bool:
    """Tell whether a capital after "г." begins a sentence: "in 2019. Then"."""
    return (
        word in {"г", "гг", "il", "чел", "др", "руб", "тыс", "млн", "etc"}
        and after.isupper()
    )
