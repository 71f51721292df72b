"""A token that is bound to nothing is refused by name, with what is near it."""

import pytest
from django.core.exceptions import ValidationError

from reports.narrative.checking import check
from reports.narrative.tokens import paragraphs


def refusal(text, language="en"):
    with pytest.raises(ValidationError) as refused:
        check(paragraphs(text), language)
    return refused.value.messages


def test_an_unknown_figure_is_named_with_those_near_it():
    said = refusal("{victims.identifed} persons")

    near = "victims.identified, victims.forced_labour, activities.events_instructed"
    assert said == [f"There is no figure “victims.identifed”. Near it: {near}."]


def test_a_breakdown_that_the_figure_has_not_is_named():
    said = refusal("{accused.sent_to_court:gender.F}")

    assert said == ["“accused.sent_to_court” is not split by “gender”. Near it: sex."]


def test_a_breakdown_needs_a_cell_or_a_list():
    assert refusal("{accused.sent_to_court:sex}") == [
        (
            "“{accused.sent_to_court:sex}” needs a cell,"
            " or the word “list” after a breakdown."
        )
    ]


@pytest.mark.parametrize(
    "text", ["{91}", "{victims.identified, loudly}", "{}", "{A b}"]
)
def test_what_is_no_token_is_refused(text):
    assert refusal(text) == [
        f"“{text}” cannot be read. Write {{figure}} or {{figure:breakdown.cell}}."
    ]


@pytest.mark.parametrize(
    ("text", "mark"),
    [
        ("{victims.identified persons", "{"),
        ("so }", "}"),
        ("[[open", "[["),
        ("a ]]", "]]"),
    ],
)
def test_a_bracket_alone_is_refused(text, mark):
    assert refusal(text)[0].startswith(f"“{mark}” stands alone near")


def test_russian_needs_one_form_of_a_word_or_three():
    said = refusal("{victims.identified | лицо | лица}", "ru")

    assert said == ["“{victims.identified | лицо | лица}” needs 3 forms of the word."]


def test_only_azerbaijani_has_suffixes():
    assert refusal("{victims.identified, -si}", "ru")[0].endswith(
        "in Azerbaijani only."
    )
    check(paragraphs("{victims.identified, -si}"), "az")


def test_what_belongs_to_a_person_cannot_be_a_token():
    said = refusal("{victims.family_name} {identity.document}")

    assert [one.partition(".")[0] for one in said] == [
        "There is no figure “victims",
        "There is no figure “identity",
    ]


@pytest.mark.parametrize(
    ("reference", "cell"),
    [
        ("victims.identified:country_of_exploitation.TRU", "TRU"),
        ("calls.received:topic.weather", "weather"),
        ("allowances.recipients:amount.seven", "seven"),
    ],
)
def test_a_cell_that_no_record_can_be_in_is_refused(reference, cell):
    said = refusal(f"{{{reference}}} came.")

    assert said == [f"“{reference}”: there is no “{cell}”."]


def test_a_cell_of_a_short_list_is_refused_with_the_list():
    said = refusal("{accused.sent_to_court:sex.W}")

    assert said == [
        "“accused.sent_to_court:sex.W”: there is no “W”. Near it: F, M, other."
    ]


@pytest.mark.parametrize(
    "cell",
    [
        "victims.identified:country_of_exploitation.unknown",
        "victims.identified:citizenship.XXA",
        "victims.identified:person_type.other",
        "calls.received:topic.education",
        "allowances.recipients:amount.400",
        "accused.convicted:sent_to_court.unknown",
    ],
)
def test_a_cell_that_is_empty_this_year_is_none_the_less_one(cell):
    check(paragraphs(f"{{{cell}}} came."), "en")


def test_a_list_leaves_out_only_what_is_told_beside_it():
    left_out = "{accused.sent_to_court:sex, list, without M | # @}"

    assert refusal(left_out) == [f"“{left_out}” leaves out “M”: tell it here as well."]
    check(paragraphs(f"{left_out} and {{accused.sent_to_court:sex.M}}"), "en")
