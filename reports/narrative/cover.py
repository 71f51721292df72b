"""The first page of the report."""

from typing import NamedTuple

from reports.editions import Edition
from reports.narrative.story import plain
from reports.narrative.telling import tell
from reports.narrative.tokens import paragraphs
from reports.narrative.wording import words_of


class Cover(NamedTuple):
    """The lines of the first page."""

    country: str
    office: str
    title: str
    period: str
    place: str


def cover_of(edition: Edition, language: str) -> Cover:
    """Return the first page; the language must be the active one."""
    words = words_of(language)["cover"]
    lines = (line(words[part], edition, language) for part in Cover._fields)
    return Cover(*lines)


def line(text: str, edition: Edition, language: str) -> str:
    """Return a line with its tokens told, as plain text."""
    return plain(next(tell(paragraphs(text), edition, language)))
