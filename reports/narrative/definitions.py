"""How each figure is counted, in the words of the annex."""

import tomllib
from functools import cache
from typing import Any

from django.utils.translation import gettext as _

from reports.figures import Figure, ReturnedFigure
from reports.narrative.wording import FOLDER


@cache
def _definitions(language: str) -> dict[str, Any]:
    file = FOLDER / f"definitions.{language}.toml"
    return tomllib.loads(file.read_text(encoding="utf-8"))


def definition_of(figure: Figure, language: str) -> str:
    """Return how the figure is counted; what agencies count is returned by them."""
    if isinstance(figure, ReturnedFigure):
        return _("Counted and returned by another agency.")
    chapter, _dot, name = figure.code.partition(".")
    return " ".join(_definitions(language)[chapter][name].split())
