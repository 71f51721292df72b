"""The letters that the fonts of the report have; the PDF can show no other."""

import re
from typing import Final

from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _

LETTERS: Final = (
    "\\x20-\\x7e\\xa0-\\u017f\\u018f\\u0259"  # Latin, of Azerbaijani too
    "\\u0400-\\u045f\\u0490\\u0491"  # Cyrillic
    "\\u2013\\u2014\\u2018\\u2019\\u201c-\\u201e\\u2022\\u2026\\u2032\\u2116\\u2212"
)
FOREIGN: Final = re.compile(f"[^{LETTERS}]")
STAND_IN: Final = "?"


def printable(text: str) -> str:
    """Return the text with a question mark for each letter that has no shape."""
    return FOREIGN.sub(STAND_IN, text)


def check_letters(text: str) -> None:
    """Raise ValidationError for letters that the report cannot be printed with."""
    found = dict.fromkeys(FOREIGN.findall(text.replace("\n", "")))
    if found:
        shown = ", ".join(
            f"“{one}”" if one.isprintable() else f"U+{ord(one):04X}" for one in found
        )
        raise ValidationError(
            _("The report cannot be printed with %s. Take it out.") % shown
        )
