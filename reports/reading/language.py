"""The language of a passage, by its letters and its small words."""

import re
from collections.abc import Mapping
from typing import Final

LANGUAGES: Final = ("az", "en", "ru")
COMMON: Final[Mapping[str, frozenset[str]]] = {
    "en": frozenset(
        [
            "the",
            "of",
            "and",
            "in",
            "to",
            "were",
            "was",
            "for",
            "by",
            "with",
            "from",
            "on",
            "at",
            "an",
            "is",
            "are",
            "that",
            "which",
            "their",
            "victims",
            "children",
            "people",
            "crimes",
            "total",
            "women",
            "men",
        ]
    ),
    "az": frozenset(
        [
            "və",
            "ilə",
            "üçün",
            "olan",
            "ildə",
            "bu",
            "da",
            "də",
            "üzrə",
            "edilmiş",
            "edilib",
            "nəfər",
            "onlardan",
            "isə",
            "ki",
            "olub",
            "ve",
            "ile",
            "ucun",
            "nefer",
            "uzre",
        ]
    ),
    "ru": frozenset(["и", "в", "на", "из", "с", "по", "за", "было", "были", "человек"]),
}
WORD: Final = re.compile(r"[^\W\d_]+")
CYRILLIC: Final = re.compile(r"[а-яё]", re.IGNORECASE)
AZERBAIJANI: Final = re.compile(r"[əğışöüç]", re.IGNORECASE)
ENOUGH: Final = 2


def language_of(text: str, otherwise: str = "en") -> str:
    """Return az, en or ru; `otherwise` where the text says too little."""
    words = [word.lower() for word in WORD.findall(text[:20_000])]
    letters = sum(map(len, words)) or 1
    if len(CYRILLIC.findall(text[:20_000])) * 2 > letters:
        return "ru"
    az = sum(word in COMMON["az"] for word in words)
    az += 2 * sum("ə" in word or "ğ" in word for word in words)
    en = 2 * sum(word in COMMON["en"] for word in words)
    if max(az, en) < ENOUGH and max(az, en) * 3 < len(words):
        return otherwise
    return "az" if az > en else "en"
