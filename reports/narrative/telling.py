"""Telling: tokens become words and numbers, by the grammar of the language."""

from collections.abc import Iterable, Iterator, Sequence
from typing import Final, NamedTuple

from django.utils.translation import gettext as _

from reports.choices import Unit
from reports.editions import Edition
from reports.narrative import tokens
from reports.narrative.grammar import AZ, form, in_words, suffixed
from reports.narrative.grammar.azerbaijani import SUFFIXES, name_with
from reports.narrative.tokens import Group, Paragraph, Token
from reports.narrative.values import Bound, bound, cells
from reports.words import shown_change, shown_number
from thb.numbers import NO_BREAK

AND: Final = {"az": " və ", "en": " and ", "ru": " и "}
SUFFIX_MARK: Final = "@-"


class Run(NamedTuple):
    """A stretch of told text: words, or a number with what it is bound to."""

    text: str
    number: Bound | None = None
    key: str = ""


type Runs = list[Run]


def tell(
    paragraphs: Iterable[Paragraph], edition: Edition, language: str
) -> Iterator[Runs]:
    """Yield the paragraphs that have something to tell."""
    teller = _Teller(edition, language)
    for paragraph in paragraphs:
        if teller.is_told(paragraph):
            yield teller.runs(paragraph)


class _Teller:
    """Tells paragraphs of one edition in one language, which is the active one."""

    def __init__(self, edition: Edition, language: str) -> None:
        self.edition = edition
        self.language = language

    def is_told(self, paragraph: Paragraph) -> bool:
        """Tell whether one of the paragraph's figures is known and not zero."""
        numbers = [n for token in paragraph.tokens() for n in self.numbers(token)]
        figures = [number for number in numbers if number.opens]
        lists = any(token.show == tokens.LIST for token in paragraph.tokens())
        return any(n.is_told for n in figures) if figures or lists else True

    def numbers(self, token: Token) -> list[Bound]:
        """Return the numbers of a token: of a list as many as it has cells."""
        if token.show == tokens.LIST:
            return list(cells(token, self.edition))
        return [bound(token, self.edition)]

    def runs(self, paragraph: Paragraph) -> Runs:
        """Return the paragraph's runs; a group without its numbers is left out."""
        told: Runs = []
        for piece in paragraph.pieces:
            if not isinstance(piece, Group):
                told += self.piece(piece)
            elif self.has_numbers(piece):
                told += [run for one in piece.pieces for run in self.piece(one)]
        return tidied(told)

    def has_numbers(self, group: Group) -> bool:
        """Tell whether each token of the group has a number that is not zero."""
        inner = (self.numbers(one) for one in group.pieces if isinstance(one, Token))
        return all(any(n.is_told for n in numbers) for numbers in inner)

    def piece(self, piece: str | Token) -> Runs:
        """Return the runs of words or of a token."""
        if isinstance(piece, str):
            return [Run(piece)]
        if piece.show == tokens.LIST:
            return self.list(piece)
        return self.token(piece, bound(piece, self.edition))

    def token(self, token: Token, number: Bound) -> Runs:
        """Return the number, and the word that it asks for."""
        word = self.word(token.forms, number)
        if token.show == tokens.FORM:
            return [Run(word)]
        text = self.shown(token, number)
        runs = [Run(text, number, key_of(token, number))]
        return [*runs, Run(NO_BREAK + word)] if word else runs

    def word(self, forms: Sequence[str], number: Bound) -> str:
        """Return the form that the number asks for; nothing where there is no word."""
        if not forms:
            return ""
        rough = bool(number.precision) and number.precision != "exact"
        return form(forms, number.value or 0, self.language, rough=rough)

    def shown(self, token: Token, number: Bound) -> str:
        """Return the number as its token asks."""
        if number.plain:
            text = number.plain
        elif number.value is None and token.show != tokens.PREVIOUS:
            return _("(no data)")
        else:
            text = self.figure(token, number)
        if token.suffix and number.value is not None:
            percent = number.unit == Unit.PERCENT
            return suffixed(text, number.value, token.suffix, percent=percent)
        return text

    def figure(self, token: Token, number: Bound) -> str:
        """Return the number of a figure: with its change, as a word, of last year."""
        if token.show == tokens.PREVIOUS:
            return shown_number(number.previous, number.unit)
        if token.show == tokens.WORDS and (word := self.spelt(number)):
            return word
        text = shown_number(number.value, number.unit, number.precision)
        changed = shown_change(number.change) if token.show == tokens.CHANGE else ""
        return f"{text}{NO_BREAK}{changed}" if changed else text

    def spelt(self, number: Bound) -> str:
        """Return a small number as a word; nothing for another."""
        return "" if number.value is None else in_words(number.value, self.language)

    def list(self, token: Token) -> Runs:
        """Return every cell by its pattern, with commas and the last "and"."""
        items = [self.item(token, cell) for cell in cells(token, self.edition)]
        told: Runs = []
        for at, item in enumerate(items):
            last = at == len(items) - 1
            gap = "" if not at else AND[self.language] if last else ", "
            told += [Run(gap), *item] if gap else item
        return told

    def item(self, token: Token, cell: Bound) -> Runs:
        """Return one cell: the number for #, the name for @."""
        pattern = self.pattern(token.forms, cell)
        whole = pattern.replace(" – ", f"{NO_BREAK}–{NO_BREAK}")
        before, mark, after = whole.partition("#")
        number = Run(shown_number(cell.value, cell.unit), cell, cell.key)
        texts = [Run(self.named(part, cell)) for part in (before, after)]
        return [texts[0], *([number] if mark else []), texts[1]]

    def pattern(self, forms: Sequence[str], cell: Bound) -> str:
        """Return the pattern of a cell: its own, `F = woman / women`, or the usual.

        The number comes first in its own, unless # says where it stands.
        """
        name = cell.opens[-1]
        usual = "@ – #"
        for one in forms:
            own, is_own, words = one.partition("=")
            if not is_own:
                usual = one
            elif own.strip() == name:
                words_of = [word.strip() for word in words.split("/")]
                told = self.word(words_of, cell)
                told = told if "#" in told else f"# {told}"
                return told.replace("# ", f"#{NO_BREAK}")
        return usual

    def named(self, part: str, cell: Bound) -> str:
        """Return a part of a pattern with the cell's name, and its suffix in az."""
        if self.language == AZ:
            for kind in sorted(SUFFIXES, key=len, reverse=True):
                part = part.replace(f"{SUFFIX_MARK}{kind}", name_with(cell.label, kind))
        return part.replace("@", cell.label)


def tidied(runs: Runs) -> Runs:
    """Return the runs without the double spaces that a part left out leaves."""
    told: Runs = []
    for run in runs:
        begins = not told or told[-1].text.endswith(" ")
        text = run.text.lstrip(" ") if begins else run.text
        if text:
            told.append(run._replace(text=text))
    if told:
        told[-1] = told[-1]._replace(text=told[-1].text.rstrip(" "))
    return told


def key_of(token: Token, number: Bound) -> str:
    """Return under which name is kept what the token said; a year is not kept."""
    if not number.opens:
        return ""
    shown = token.show if token.show in (tokens.CHANGE, tokens.PREVIOUS) else ""
    return f"{number.key},{shown}" if shown else number.key
