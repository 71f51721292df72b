"""The standard words: one structure, three languages, no number typed."""

import re
from collections import Counter

import pytest

from reports.catalogue import FIGURES
from reports.narrative.checking import check
from reports.narrative.names import NAMES
from reports.narrative.structure import SECTIONS
from reports.narrative.tokens import FORM, LIST, Group, paragraphs
from reports.narrative.wording import FOLDER, standard_text, words_of

LANGUAGES = ("az", "ru", "en")


def texts(language):
    return {s.code: paragraphs(standard_text(s, language)) for s in SECTIONS}


def bound(paragraph):
    """Return what a paragraph is bound to: each number once, lists with their cells."""
    return {
        (token.reference, token.show == LIST, token.without)
        for token in paragraph.tokens()
        if token.show != FORM
    }


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_digit_is_typed_in_the_words_of_the_report(language):
    assert re.findall(r".*\d.*", (FOLDER / f"{language}.toml").read_text()) == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_token_of_the_words_is_bound(language):
    for told in texts(language).values():
        check(told, language)


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_words_have_the_sections_and_paragraphs_of_the_structure(language):
    words = words_of(language)
    wanted = {s.code: {"title", *s.paragraphs} for s in SECTIONS}

    assert {code: {*words[code]} for code in words if code != "cover"} == wanted


@pytest.mark.parametrize("language", ["ru", "en"])
def test_each_paragraph_is_bound_to_the_figures_of_its_master(language):
    master, other = texts("az"), texts(language)
    names = {(name, False, ()) for name in NAMES}

    for code, told in master.items():
        numbers = [bound(paragraph) - names for paragraph in told]
        assert [bound(paragraph) - names for paragraph in other[code]] == numbers


@pytest.mark.parametrize("language", ["ru", "en"])
def test_each_paragraph_has_the_conditions_of_its_master(language):
    master, other = texts("az"), texts(language)

    for code in master:
        groups = [
            [
                sum(isinstance(piece, Group) for piece in one.pieces)
                for one in told[code]
            ]
            for told in (master, other)
        ]
        assert groups[0] == groups[1]


@pytest.mark.parametrize("language", LANGUAGES)
def test_what_a_list_leaves_out_is_told_in_the_same_paragraph(language):
    for told in texts(language).values():
        for paragraph in told:
            cells = {token.reference for token in paragraph.tokens()}
            left_out = {
                f"{token.reference}.{cell}"
                for token in paragraph.tokens()
                for cell in token.without
            }
            assert left_out - cells == set()


def test_every_figure_of_the_report_is_told():
    told = Counter(
        token.code
        for paragraph in (one for part in texts("az").values() for one in part)
        for token in paragraph.tokens()
    )

    assert sorted(FIGURES.keys() - told.keys()) == []
