"""How each figure is counted, in the words of the annex."""

import tomllib
from functools import cache
from typing import Any

from reports.figures import Figure, ReturnedFigure
from reports.narrative.wording import FOLDER


@cache
def _definitions(language: str) -> dict[str, Any]:
    file = FOLDER / f"definitions.{language}.toml"
    return tomllib.loads(file.read_text(encoding="utf-8"))


def definition_of(figure: Figure, language: str) -> str:
    """Return how the figure is counted; nothing for what another agency counts."""
    if isinstance(figure, ReturnedFigure):
        return ""
    chapter, _dot, name = figure.code.partition(".")
    return " ".join(_definitions(language)[chapter][name].split())
