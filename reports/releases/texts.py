"""Words that are kept in every language, and told in the reader's."""

from collections.abc import Callable, Mapping
from typing import Any, Final

from django.conf import settings
from django.utils.functional import lazy
from django.utils.translation import get_language, override

type Texts = Mapping[str, str]

LANGUAGES: Final = tuple(sorted(code for code, _name in settings.LANGUAGES))


def in_every_language[T](make: Callable[[], T]) -> dict[str, T]:
    """Return what is made where each language is the reader's."""
    made = {}
    for language in LANGUAGES:
        with override(language):
            made[language] = make()
    return made


def texts(words: object) -> dict[str, str]:
    """Return lazy words in every language."""
    return in_every_language(lambda: str(words))


def _said(kept: Texts) -> str:
    language = (get_language() or settings.LANGUAGE_CODE)[:2]
    return kept.get(language) or kept.get(settings.LANGUAGE_CODE, "")


said: Final[Callable[[Texts], Any]] = lazy(_said, str)
"""Return kept words as lazy ones, in the language of whoever reads."""
