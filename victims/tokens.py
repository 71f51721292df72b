"""Keyed tokens by which a sealed identity is found; without the key they say nothing.

A token is an HMAC-SHA256 of its kind and text, cut to 64 bits, as a signed number.
"""

import hmac
import re
from collections.abc import Iterator
from hashlib import sha256
from typing import Final

from thb.keys import token_key
from victims.folding import plain_number, skeleton, words

SHORTEST_PREFIX: Final = 3
LONGEST_PREFIX: Final = 8
SHORTEST_SKELETON: Final = 2
SHORTEST_HANDLE: Final = 3
PHONE_DIGITS: Final = 9
# +994 (50) 630-94-13 is one number.
BLANK_BETWEEN_DIGITS: Final = re.compile(r"(?<=[\d)(+-])\s+(?=[\d)(+-])")


def token(kind: str, text: str) -> int:
    """Return the token of `text` as a name's `word`, `prefix` and so on."""
    digest = hmac.digest(token_key(), f"{kind}:{text}".encode(), sha256)
    return int.from_bytes(digest[:8], signed=True)


def phone_digits(text: str) -> str:
    """Return the last nine digits of a phone number; empty for a shorter one."""
    digits = "".join(filter(str.isdigit, text))
    return digits[-PHONE_DIGITS:] if len(digits) >= PHONE_DIGITS else ""


def name_tokens(*names: str) -> set[int]:
    """Return the tokens by which these names are found."""
    return {found for name in names for word in words(name) for found in _word(word)}


def _word(word: str) -> Iterator[int]:
    yield token("word", word)
    for length in range(SHORTEST_PREFIX, min(len(word), LONGEST_PREFIX) + 1):
        yield token("prefix", word[:length])
    if len(bones := skeleton(word)) >= SHORTEST_SKELETON:
        yield token("skeleton", bones)


def number_tokens(*numbers: str) -> set[int]:
    """Return the tokens by which personal numbers and documents are found."""
    return {token("number", plain) for n in numbers if (plain := plain_number(n))}


def phone_tokens(*phones: str) -> set[int]:
    """Return the tokens by which phone numbers are found."""
    return {token("phone", digits) for p in phones if (digits := phone_digits(p))}


def handle_tokens(*handles: str) -> set[int]:
    """Return the tokens by which names on networks are found; a short one has none."""
    plain = ["".join(words(handle)) for handle in handles]
    return {token("handle", name) for name in plain if len(name) >= SHORTEST_HANDLE}


def tokens_of_typed(typed: str) -> list[set[int]]:
    """Return for each typed word the tokens any of which it may be found by.

    A word is a whole name or its beginning (three letters or more); a number is that
    of a document or a phone, whose groups of digits may stand apart.
    """
    joined = BLANK_BETWEEN_DIGITS.sub("", typed)
    asked = [_of_typed_word(part) for part in joined.split()]
    return [alternatives for alternatives in asked if alternatives]


def _of_typed_word(part: str) -> set[int]:
    alternatives = number_tokens(part) | phone_tokens(part)
    for word in words(part):
        alternatives.add(token("word", word))
        if len(word) >= SHORTEST_PREFIX:
            alternatives.add(token("prefix", word[:LONGEST_PREFIX]))
    return alternatives


def skeletons_of_typed(typed: str) -> set[int]:
    """Return the tokens of consonants, by which misspelt names are found."""
    return {
        token("skeleton", bones)
        for word in words(typed)
        if len(bones := skeleton(word)) >= SHORTEST_SKELETON
    }
