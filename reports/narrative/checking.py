"""Whether the tokens of a text are bound to figures that are there."""

from collections.abc import Iterable, Iterator
from difflib import get_close_matches
from typing import Final

from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _
from django.utils.translation import override

from reports.breakdowns import UNKNOWN, Breakdown
from reports.catalogue import FIGURES
from reports.narrative.grammar import AZ, FORMS
from reports.narrative.grammar.azerbaijani import SUFFIXES
from reports.narrative.names import NAMES
from reports.narrative.tokens import LIST, Paragraph, Token

NEAR: Final = 3
LEAST_LIKENESS: Final = 0.4


def check(paragraphs: Iterable[Paragraph], language: str) -> None:
    """Raise ValidationError with every token that is bound to nothing."""
    faults = [fault for one in paragraphs for fault in _faults(one, language)]
    if faults:
        raise ValidationError(list(dict.fromkeys(faults)))


def _faults(paragraph: Paragraph, language: str) -> Iterator[str]:
    tokens = list(paragraph.tokens())
    yield from filter(None, (fault_of(token, language) for token in tokens))
    told = {token.reference for token in tokens}
    for token in tokens:
        for cell in token.without:
            if f"{token.reference}.{cell}" not in told:
                yield _("“%(token)s” leaves out “%(cell)s”: tell it here as well.") % {
                    "token": token.source,
                    "cell": cell,
                }


def fault_of(token: Token, language: str) -> str:
    """Return what is wrong with a token, or nothing."""
    return (
        _unknown_figure(token)
        or _unknown_breakdown(token)
        or _unknown_cell(token)
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


def _unknown_cell(token: Token) -> str:
    """Return a word on a cell that no record can be in: it would always say zero."""
    if not token.cell or _is_cell(
        FIGURES[token.code].breakdowns[token.breakdown], token
    ):
        return ""
    split = FIGURES[token.code].breakdowns[token.breakdown]
    said = _("“%(reference)s”: there is no “%(cell)s”. %(near)s") % {
        "reference": token.reference,
        "cell": token.cell,
        "near": near(token.cell, list(split.order)),
    }
    return said.strip()


def _is_cell(split: Breakdown, token: Token) -> bool:
    """Tell whether the cell is one of the split; one that is has a name in az."""
    if split.order:
        return token.cell in split.order
    if split.numeric:
        return token.cell.isdigit() or token.cell == UNKNOWN
    with override(AZ):
        return split.label(token.cell) != token.cell


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
