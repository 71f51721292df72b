"""The words by which figures are called: each figure has them, in each language."""

import pytest

from reports.catalogue import FIGURES
from reports.catalogue.called import CALLED
from reports.reading.letters import folded


def test_every_figure_is_called_by_words():
    assert sorted(CALLED) == sorted(FIGURES)


@pytest.mark.parametrize("language", ["az", "en", "ru"])
def test_every_figure_is_called_in(language):
    assert [code for code, c in CALLED.items() if not c.patterns(language)] == []


@pytest.mark.parametrize("word", ["Müəyyən", "MÜƏYYƏN", "mueyyen", "MUEYYEN"])
def test_a_word_is_known_without_its_marks(word):
    assert folded(word) == "mueyyen"


def test_a_capital_of_the_two_letters_i_is_the_same_word():
    assert {folded(word) for word in ("İşlə", "işlə", "IŞLƏ")} == {"isle"}
