"""Codes of persons: two letters, four digits and a check character, `KM-4821-7`.

The check character is a weighted sum modulo 31, a prime: it notices every mistyped
character and every pair of characters that changed places.
"""

import re
import secrets
from typing import Final

# Letters and digits that nobody confuses when reading aloud: no I, O, Q, U, Z.
ALPHABET: Final = "0123456789ABCDEFGHJKLMNPRSTVWXY"
LETTERS: Final = ALPHABET[10:]
SHAPE: Final = re.compile(r"^([A-Z]{2})-?(\d{4})-?([0-9A-Z])$")
LOOK_ALIKES: Final = str.maketrans("АВСЕНКМРТХУОІ", "ABCEHKMPTXYOI")


def check_character(body: str) -> str:
    """Return the check character of two letters and four digits."""
    total = sum(
        weight * ALPHABET.index(character)
        for weight, character in enumerate(body, start=2)
    )
    return ALPHABET[total % len(ALPHABET)]


def new_code() -> str:
    """Return a random code; it says nothing of the person, the day or the order."""
    letters = "".join(secrets.choice(LETTERS) for _ in range(2))
    digits = "".join(secrets.choice(ALPHABET[:10]) for _ in range(4))
    return f"{letters}-{digits}-{check_character(letters + digits)}"


def normalise_code(typed: str) -> str:
    """Return a typed code in the form kept: upper case, Cyrillic look-alikes in Latin.

    A code of our own shape gets its dashes; an imported one stays as it was typed.
    """
    plain = typed.strip().upper().translate(LOOK_ALIKES)
    match = SHAPE.match(plain.replace(" ", ""))
    return "-".join(match.groups()) if match else plain


def is_mistyped(code: str) -> bool:
    """Return whether a code of our own shape has the wrong check character."""
    match = SHAPE.match(code)
    if match is None:
        return False
    letters, digits, check = match.groups()
    if any(letter not in ALPHABET for letter in letters):
        return True
    return check_character(letters + digits) != check
