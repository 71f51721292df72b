"""Codes of persons: read back as they were meant, and checked."""

import pytest

from victims.codes import (
    ALPHABET,
    check_character,
    is_mistyped,
    new_code,
    normalise_code,
)
from victims.standards import STANDARDS


def test_a_new_code_passes_its_own_check():
    codes = [new_code() for _ in range(200)]

    assert not any(map(is_mistyped, codes))
    assert all(normalise_code(code) == code for code in codes)


def test_every_wrong_character_is_noticed():
    body = "KM4821"
    right = check_character(body)

    for place, was in enumerate(body):
        for wrong in set(ALPHABET) - {was}:
            typed = body[:place] + wrong + body[place + 1 :]
            assert check_character(typed) != right


def test_characters_that_changed_places_are_noticed():
    body = "KM4821"
    right = check_character(body)

    for place in range(5):
        typed = list(body)
        typed[place], typed[place + 1] = typed[place + 1], typed[place]
        assert check_character("".join(typed)) != right


@pytest.mark.parametrize(
    ("typed", "code"),
    [
        ("km-4821-7", "KM-4821-7"),
        ("KM48217", "KM-4821-7"),
        (" km 4821 7 ", "KM-4821-7"),
        ("КМ-4821-7", "KM-4821-7"),
        ("V-2018-0001", "V-2018-0001"),
        ("v-2018-0001", "V-2018-0001"),
    ],
)
def test_a_typed_code_is_read_as_it_was_meant(typed, code):
    assert normalise_code(typed) == code


@pytest.mark.parametrize(
    ("code", "mistyped"), [("V-2018-0001", False), ("OM-4821-7", True)]
)
def test_only_codes_of_our_own_shape_are_checked(code, mistyped):
    assert is_mistyped(code) is mistyped


LISTS = [
    pytest.param(choices, codes, id=f"{column} {standard}")
    for column, (choices, standards) in STANDARDS.items()
    for standard, codes in standards.items()
]


@pytest.mark.parametrize(("choices", "codes"), LISTS)
def test_every_code_has_its_entry_in_the_standard(choices, codes):
    assert list(codes) == choices.values


def test_the_roll_up_is_that_of_the_united_nations():
    forms = STANDARDS["exploitations.type"][1]["UNODC"]

    assert forms["forced_begging"] == "Forced labour"
    assert forms["organ_removal"] == "Other forms of exploitation"
    assert forms["unknown"] == ""
