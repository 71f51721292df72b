"""Names as they sound: one spelling for Azerbaijani, Latin and Cyrillic letters.

Əliyeva, Aliyeva and Алиева fold to the same word; Məmmədov, Mammadov and Мамедов too.
"""

import re
import unicodedata
from typing import Final

from victims.codes import LOOK_ALIKES

CYRILLIC: Final = {
    "а": "a", "б": "b", "в": "v", "г": "g", "д": "d", "е": "e", "ё": "e", "ж": "zh",
    "з": "z", "и": "i", "й": "y", "к": "k", "л": "l", "м": "m", "н": "n", "о": "o",
    "п": "p", "р": "r", "с": "s", "т": "t", "у": "u", "ф": "f", "х": "kh", "ц": "ts",
    "ч": "ch", "ш": "sh", "щ": "sh", "ъ": "", "ы": "i", "ь": "", "э": "e", "ю": "yu",
    "я": "ya", "ә": "a", "ғ": "gh", "ҝ": "g", "ө": "o", "ү": "u", "һ": "h", "ҹ": "j",
    "ј": "y", "і": "i",
}  # fmt: skip
LATIN: Final = str.maketrans({
    "ə": "a", "ı": "i", "ş": "sh", "ç": "ch", "ğ": "gh", "ö": "o", "ü": "u", "c": "j",
    "w": "v", "â": "a", "î": "i",
})  # fmt: skip
WORD: Final = re.compile(r"[^\W_]+")
# Spellings of one sound, longest first: c, j, dj, dzh; x, kh, h; q, g, gh.
SOUNDS: Final = (
    ("dzh", "1"), ("dj", "1"), ("zh", "1"), ("sh", "2"), ("ch", "3"), ("kh", "h"),
    ("gh", "g"), ("x", "h"), ("q", "g"), ("j", "1"), ("e", "a"), ("y", "i"),
)  # fmt: skip
REPEATED: Final = re.compile(r"(.)\1+")
VOWELS: Final = str.maketrans("", "", "aeiou")
HARD: Final = str.maketrans({"k": "g", "h": "g", "3": "1", "2": "s"})


def _letters(text: str) -> str:
    lowered = text.replace("İ", "i").replace("I", "ı").lower()
    composed = unicodedata.normalize("NFKC", lowered)
    return "".join(CYRILLIC.get(letter, letter) for letter in composed)


def words(text: str) -> list[str]:
    """Return the words of a name, folded to how they sound."""
    return [folded for word in WORD.findall(_letters(text)) if (folded := _fold(word))]


def _fold(word: str) -> str:
    marked = word.replace("ch", "ç").replace("j", "c").translate(LATIN)
    bare = "".join(
        letter
        for letter in unicodedata.normalize("NFD", marked)
        if not unicodedata.combining(letter)
    )
    for spelling, sound in SOUNDS:
        bare = bare.replace(spelling, sound)
    return REPEATED.sub(r"\1", bare)


def skeleton(word: str) -> str:
    """Return the consonants of a folded word, close ones as one: for slips."""
    return REPEATED.sub(r"\1", word.translate(VOWELS).translate(HARD))


def plain_number(text: str) -> str:
    """Return a document number as letters and digits only, upper case in Latin."""
    return "".join(WORD.findall(text)).upper().translate(LOOK_ALIKES)
