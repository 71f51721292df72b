"""Whether the tokens of a text are bound to figures that are there."""

from collections.abc import Iterable
from difflib import get_close_matches
from typing import Final

from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _

from reports.catalogue import FIGURES
from reports.narrative.grammar import AZ, FORMS
from reports.narrative.grammar.azerbaijani import SUFFIXES
from reports.narrative.names import NAMES
from reports.narrative.tokens import LIST, Paragraph, Token

NEAR: Final = 3
LEAST_LIKENESS: Final = 0.4


def check(paragraphs: Iterable[Paragraph], language: str) -> None:
    """Raise ValidationError with every token that is bound to nothing."""
    faults = [
        fault
        for paragraph in paragraphs
        for token in paragraph.tokens()
        if (fault := fault_of(token, language))
    ]
    if faults:
        raise ValidationError(list(dict.fromkeys(faults)))


def fault_of(token: Token, language: str) -> str:
    """Return what is wrong with a token, or nothing."""
    return (
        _unknown_figure(token)
        or _unknown_breakdown(token)
        or _wrong_shape(token)
        or _wrong_words(token, language)
    )


def _unknown_figure(token: Token) -> str:
    if token.code in FIGURES or (token.code in NAMES and not token.breakdown):
        return ""
    return _("There is no figure “%(code)s”. %(near)s") % {
        "code": token.code,
        "near": near(token.code, [*FIGURES, *NAMES]),
    }


def _unknown_breakdown(token: Token) -> str:
    figure = FIGURES.get(token.code)
    known = figure.breakdowns if figure else {}
    if not token.breakdown or token.breakdown in known:
        return ""
    return _("“%(code)s” is not split by “%(breakdown)s”. %(near)s") % {
        "code": token.code,
        "breakdown": token.breakdown,
        "near": near(token.breakdown, list(known)),
    }


def _wrong_shape(token: Token) -> str:
    """Return a word on a list without a breakdown, or a breakdown without a cell."""
    whole_breakdown = bool(token.breakdown) and not token.cell
    if whole_breakdown == (token.show == LIST):
        return ""
    return _("“%s” needs a cell, or the word “list” after a breakdown.") % token.source


def _wrong_words(token: Token, language: str) -> str:
    if token.suffix and (language != AZ or token.suffix not in SUFFIXES):
        return _("“%(token)s”: the suffixes are %(known)s, in Azerbaijani only.") % {
            "token": token.source,
            "known": ", ".join(f"-{one}" for one in SUFFIXES),
        }
    if token.show != LIST and len(token.forms) not in (0, *FORMS[language]):
        return _("“%(token)s” needs %(number)s forms of the word.") % {
            "token": token.source,
            "number": max(FORMS[language]),
        }
    return ""


def near(name: str, known: list[str]) -> str:
    """Return a sentence on what is spelt like the name."""
    found = get_close_matches(name, known, NEAR, LEAST_LIKENESS)
    return _("Near it: %s.") % ", ".join(found or known[:NEAR]) if known else ""
