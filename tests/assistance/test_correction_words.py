"""How an allowance is taken back, in words that say what happened."""

import pytest
from django.utils.translation import override

from assistance.forms.approval import CorrectionForm
from tests.factories import AllowanceCorrectionFactory

WORDS = {
    "void": "Entered by mistake: strike it out",
    "reverse": "Taken back: the money came back, or the decision was withdrawn",
}


def test_the_form_says_what_happened_and_what_follows():
    field = CorrectionForm.base_fields["kind"]

    assert dict(field.choices) == WORDS
    assert "it no longer counts" in str(field.help_text)


def test_the_form_speaks_the_language_of_its_reader():
    with override("az"):
        first = next(iter(CorrectionForm.base_fields["kind"].choices))

    assert first == ("void", "Səhvən daxil edilib: üstündən xətt çəkilsin")


@pytest.mark.parametrize("kind", WORDS)
def test_a_correction_is_shown_in_the_same_words(db, kind):
    correction = AllowanceCorrectionFactory(kind=kind)

    assert str(correction).lower() == WORDS[kind].lower()
