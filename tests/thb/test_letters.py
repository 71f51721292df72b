"""Capital and small letters: i and ı are two letters of Azerbaijani."""

import pytest
from django.template import Context, Template
from django.utils.translation import override

from thb.letters import alphabetically, capfirst, smallfirst


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


def test_names_stand_in_the_order_of_the_azerbaijani_alphabet():
    names = ["Ana", "Cəmilə", "Çinarə", "Dilarə", "Elnur", "Əsmər", "Fidan", "Günay"]
    names += ["Ğ", "Həvva", "Xalidə", "Irma", "İradə", "Jalə", "Kəmalə", "Qəmər"]
    names += [
        "Leyla",
        "Ofelya",
        "Öznur",
        "Sevda",
        "Şəbnəm",
        "Ulduz",
        "Ülviyyə",
        "Zəhra",
    ]

    assert sorted(sorted(names), key=alphabetically) == names


@pytest.mark.parametrize(
    ("first", "second"),
    [("Ana Mari", "Anar"), ("Ana", "Ana Mari"), ("Zəhra", "Алиева"), ("əli", "Əsmər")],
)
def test_a_blank_sorts_before_letters_and_other_alphabets_last(first, second):
    assert alphabetically(first) < alphabetically(second)
