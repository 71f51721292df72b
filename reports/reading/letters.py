"""Words without case and marks, so that az, ru and en are compared by their letters.

Müəyyən, MUEYYEN and mueyyen are one word; so are ещё and еще.
"""

import unicodedata
from functools import lru_cache
from typing import Final

PLAIN: Final = str.maketrans({"ə": "e", "ı": "i", "ә": "e"})


@lru_cache(maxsize=50_000)
def folded(word: str) -> str:
    """Return the word in small letters without marks."""
    apart = unicodedata.normalize("NFKD", word.lower())
    bare = "".join(letter for letter in apart if not unicodedata.combining(letter))
    return bare.translate(PLAIN)
