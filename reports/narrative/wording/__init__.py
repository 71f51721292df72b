"""The standard words of the report: a file a language, read once."""

import tomllib
from functools import cache
from pathlib import Path
from typing import Any

from reports.narrative.structure import Section

FOLDER = Path(__file__).parent


@cache
def words_of(language: str) -> dict[str, Any]:
    """Return the words of a language, by section and paragraph."""
    return tomllib.loads((FOLDER / f"{language}.toml").read_text(encoding="utf-8"))


def title_of(section: Section, language: str) -> str:
    """Return the heading of a section."""
    return str(words_of(language)[section.code]["title"])


def standard_text(section: Section, language: str) -> str:
    """Return the section's text with its tokens, an empty line between paragraphs."""
    words = words_of(language)[section.code]
    parts = (" ".join(words[name].split()) for name in section.paragraphs)
    return "\n\n".join(parts)
