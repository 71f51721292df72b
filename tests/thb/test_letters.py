"""Capital and small letters: i and ı are two letters of Azerbaijani."""

import pytest
from django.template import Context, Template
from django.utils.translation import override

from thb.letters import capfirst, smallfirst


@pytest.mark.parametrize(
    ("language", "text", "capital"),
    [
        ("az", "istismar ölkəsi", "İstismar ölkəsi"),
        ("az", "ıslaq", "Islaq"),
        ("en", "in a shelter", "In a shelter"),
        ("ru", "идёт", "Идёт"),
        ("az", "", ""),
    ],
)
def test_a_text_begins_with_the_capital_of_its_language(language, text, capital):
    with override(language):
        shown = Template("{{ text|capfirst }}").render(Context({"text": text}))

        assert (capfirst(text), shown) == (capital, capital)


@pytest.mark.parametrize(
    ("language", "text", "small"),
    [
        ("az", "İnsan alveri", "insan alveri"),
        ("az", "İTM-lər", "İTM-lər"),
        ("en", "Illegal acts of DOST", "illegal acts of DOST"),
        ("en", "NGO projects", "NGO projects"),
    ],
)
def test_a_title_inside_a_sentence_begins_small(language, text, small):
    with override(language):
        assert smallfirst(text) == small
