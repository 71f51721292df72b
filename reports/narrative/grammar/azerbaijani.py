"""Azerbaijani suffixes on numbers and names, by vowel harmony: 91-i, Qətərə."""

from decimal import Decimal
from typing import Final

from reports.counting import Number

UNITS: Final = (
    *("sıfır", "bir", "iki", "üç", "dörd"),
    *("beş", "altı", "yeddi", "səkkiz", "doqquz"),
)
TENS: Final = (
    *("", "on", "iyirmi", "otuz", "qırx"),
    *("əlli", "altmış", "yetmiş", "səksən", "doxsan"),
)
POWERS: Final = ((10**9, "milyard"), (10**6, "milyon"), (1000, "min"), (100, "yüz"))
VOWELS: Final = "aıoueəiöü"
BACK: Final = "aıou"
CLOSED: Final = dict(zip("aıoueəiöü", "ııuuiiiüü", strict=True))
"""The closed vowel that follows each vowel."""

AFTER_CONSONANT: Final = {
    "ci": "cI",
    "si": "I",
    "ni": "I",
    "nin": "In",
    "nə": "InA",
    "yə": "A",
    "də": "dA",
    "dən": "dAn",
}
AFTER_VOWEL: Final = {
    "ci": "cI",
    "si": "sI",
    "ni": "nI",
    "nin": "nIn",
    "nə": "sInA",
    "yə": "yA",
    "də": "dA",
    "dən": "dAn",
}
SUFFIXES: Final = tuple(AFTER_VOWEL)
"""Order, "of them", object, owner, "to so many of them", direction, place, origin."""


def last_word(number: Number) -> str:
    """Return the last word of a number as it is said; a fraction ends in its digits."""
    exact = Decimal(number)
    if exact != exact.to_integral_value():
        exact = Decimal(str(exact.normalize()).partition(".")[2])
    whole = abs(int(exact))
    if unit := whole % 10:
        return UNITS[unit]
    if ten := whole // 10 % 10:
        return TENS[ten]
    ends = (word for power, word in POWERS if whole and whole % power == 0)
    return next(ends, UNITS[0])


def suffix(word: str, kind: str) -> str:
    """Return the suffix of a kind (`SUFFIXES`) that the word takes.

    After digits the order is written -ci, -cı, -cu or -cü, whatever the word ends in.
    """
    letters = (letter for letter in reversed(word.lower()) if letter in VOWELS)
    last = next(letters, "ə")
    ends_open = word[-1].lower() in VOWELS
    shape = (AFTER_VOWEL if ends_open else AFTER_CONSONANT)[kind]
    return shape.replace("I", CLOSED[last]).replace("A", "a" if last in BACK else "ə")


def name_with(name: str, kind: str) -> str:
    """Return a name with a suffix: Türkiyəyə, Qətərə, Birləşmiş Ərəb Əmirliklərinə.

    A name of several words that ends in a closed vowel is one of possession: it takes
    an n.
    """
    possessed = " " in name and name[-1] in "ıiuü"
    if possessed and kind in POSSESSED:
        return f"{name}n{suffix(f'{name}n', kind)}"
    return name + suffix(name, kind)


POSSESSED: Final = frozenset({"yə", "də", "dən"})
