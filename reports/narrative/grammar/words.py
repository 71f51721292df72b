"""Small numbers as words, where the office writes them so: three shelters."""

from collections.abc import Mapping
from typing import Final

SMALL_NUMBERS: Final[Mapping[str, tuple[str, ...]]] = {
    "az": (
        *("bir", "iki", "üç", "dörd", "beş"),
        *("altı", "yeddi", "səkkiz", "doqquz", "on"),
    ),
    "en": (
        *("one", "two", "three", "four", "five"),
        *("six", "seven", "eight", "nine", "ten"),
    ),
    "ru": (
        *("один", "два", "три", "четыре", "пять"),
        *("шесть", "семь", "восемь", "девять", "десять"),
    ),
}
"""One to ten; in Russian as they stand before a masculine word."""
