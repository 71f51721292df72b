"""The rights to the figures, the rule on small numbers, and the frozen years."""

from reports.models.disclosure import DisclosureRule
from reports.models.figures import AnnualFigures
from reports.models.legacy import LegacyYear
from reports.models.open import OpenYear
from reports.models.releases import (
    Explanation,
    Preparation,
    Publication,
    Release,
    ReleasedRecord,
    Withdrawal,
)
from reports.models.standards import Mapping, OthersFigure, Population

__all__ = [
    "AnnualFigures",
    "DisclosureRule",
    "Explanation",
    "LegacyYear",
    "Mapping",
    "OpenYear",
    "OthersFigure",
    "Population",
    "Preparation",
    "Publication",
    "Release",
    "ReleasedRecord",
    "Withdrawal",
]
