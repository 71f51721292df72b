"""The language of the report's text: words, and tokens in braces bound to figures.

{victims.identified}                                   91
{victims.identified, change | person | persons}        91 (−7) persons
{victims.identified:sex.F}                             a cell of a breakdown
{victims.identified:citizenship, list | @ – #}         every cell: name and number
{wanted.detained, -si}                                 19-u, with a suffix
[[ … ]]                                                told where its numbers are
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any, Final

from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _

BRACES: Final = re.compile(r"\{([^{}]*)\}")
GROUPS: Final = re.compile(r"\[\[(.*?)\]\]", re.DOTALL)
REFERENCE: Final = re.compile(
    r"(?P<code>[a-z_]+(?:\.[a-z_]+)?)(?::(?P<breakdown>[a-z_]+)(?:\.(?P<cell>\w+))?)?"
)
LIST: Final = "list"
WITHOUT: Final = "without"
CHANGE: Final = "change"
PREVIOUS: Final = "previous"
WORDS: Final = "words"
FORM: Final = "form"
SHOWS: Final = ("", CHANGE, PREVIOUS, WORDS, FORM, LIST)


@dataclass(frozen=True, slots=True)
class Token:
    """A number of the text: which figure or cell, how it is shown, the words beside it.

    `source` is how it stands in the text, with its braces.
    """

    source: str
    code: str
    breakdown: str = ""
    cell: str = ""
    show: str = ""
    suffix: str = ""
    without: tuple[str, ...] = ()
    forms: tuple[str, ...] = ()

    @property
    def reference(self) -> str:
        """Return what the token is bound to, as it stands in the text."""
        parts = [self.breakdown, self.cell] if self.cell else [self.breakdown]
        return f"{self.code}:{'.'.join(parts)}" if self.breakdown else self.code


@dataclass(frozen=True, slots=True)
class Group:
    """A part of a paragraph that is told only where all of its numbers are there."""

    pieces: tuple["str | Token", ...]


type Piece = str | Token | Group


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph of words, tokens and groups."""

    pieces: tuple[Piece, ...] = field(default=())

    def tokens(self) -> Iterator[Token]:
        """Yield the tokens, those in groups too."""
        for piece in self.pieces:
            inner = piece.pieces if isinstance(piece, Group) else (piece,)
            yield from (one for one in inner if isinstance(one, Token))

    def words(self) -> Iterator[str]:
        """Yield what was typed between the tokens."""
        for piece in self.pieces:
            inner = piece.pieces if isinstance(piece, Group) else (piece,)
            yield from (one for one in inner if isinstance(one, str))


def paragraphs(text: str) -> list[Paragraph]:
    """Return the paragraphs of a text: an empty line stands between them."""
    parts = re.split(r"\n\s*\n", text.replace("\r\n", "\n").strip())
    return [paragraph(" ".join(part.split())) for part in parts if part.strip()]


def paragraph(text: str) -> Paragraph:
    """Return one paragraph; raise ValidationError for a token that cannot be read."""
    pieces: list[Piece] = []
    for at, part in enumerate(GROUPS.split(text)):
        read = tuple(_pieces(part))
        pieces += [Group(read)] if at % 2 else read
    return Paragraph(tuple(pieces))


def _pieces(text: str) -> Iterator[str | Token]:
    for at, part in enumerate(BRACES.split(text)):
        if at % 2:
            yield token(part)
        elif stray := next(
            (mark for mark in ("{", "}", "[[", "]]") if mark in part), ""
        ):
            raise ValidationError(
                _("“%(mark)s” stands alone near “%(near)s”. Close it or take it out.")
                % {"mark": stray, "near": _near(part, stray)}
            )
        elif part:
            yield part


def _near(text: str, mark: str) -> str:
    at = text.index(mark)
    return text[max(0, at - 20) : at + 20].strip()


def token(inside: str) -> Token:
    """Return the token that stands between braces."""
    head, *forms = (part.strip() for part in inside.split("|"))
    reference, *options = (part.strip() for part in head.split(","))
    match = REFERENCE.fullmatch(reference)
    if match is None:
        raise unreadable(inside)
    found: dict[str, Any] = match.groupdict(default="")
    return Token(
        f"{{{inside}}}", **found, forms=tuple(forms), **_options(options, inside)
    )


def _options(options: list[str], inside: str) -> dict[str, Any]:
    read: dict[str, Any] = {}
    for option in options:
        first, *rest = option.split() or [""]
        if first == WITHOUT:
            read["without"] = tuple(rest)
        elif first.startswith("-") and not rest:
            read["suffix"] = first[1:]
        elif first in SHOWS and not rest:
            read["show"] = first
        else:
            raise unreadable(inside)
    return read


def unreadable(inside: str) -> ValidationError:
    """Return the refusal of a token that has no meaning."""
    return ValidationError(
        _("“{%s}” cannot be read. Write {figure} or {figure:breakdown.cell}.") % inside
    )
