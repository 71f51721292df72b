"""The words of pages: what to do, and never what is forbidden to say."""

import re
from pathlib import Path

import pytest
from django.conf import settings
from django.utils.translation import override

from thb import days, wording

WORDS = "please|sorry|invalid|oops|forbidden|required field"
BANNED = re.compile(rf"\b({WORDS})\b", re.IGNORECASE)
CLASSES = re.compile(r"[\w-]*invalid-[\w-]+|is-invalid")
PAGES = sorted((settings.BASE_DIR / "templates").rglob("*.html"))


def test_no_template_pleads_or_blames():
    texts = {page: CLASSES.sub("", page.read_text()) for page in PAGES}

    assert {page.name for page, text in texts.items() if BANNED.search(text)} == set()


def test_no_template_draws_or_scripts_inline():
    inline = re.compile(r"\sstyle=|\son\w+=|<style|javascript:")
    found = {Path(page).name for page in PAGES if inline.search(page.read_text())}

    assert found == set()


@pytest.mark.parametrize("language", ["az", "en", "ru"])
def test_every_sentence_of_a_field_takes_the_label(language):
    sentences = [
        *wording.ANY.values(),
        *days.REFUSALS.values(),
        *(words for _, kind in wording.KINDS for words in kind.values()),
    ]

    with override(language):
        filled = [wording.filled(sentence, "Day") for sentence in sentences]

    assert [sentence for sentence in filled if "Day" not in sentence] == []
    assert [sentence for sentence in filled if BANNED.search(sentence)] == []
