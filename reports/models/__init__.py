"""The rights to the figures, the frozen years, the report and its text checker."""

from reports.models.disclosure import DisclosureRule
from reports.models.figures import AnnualFigures
from reports.models.legacy import LegacyYear
from reports.models.open import OpenYear
from reports.models.publications import Publication, PublishedText
from reports.models.reading import TextCheck
from reports.models.releases import (
    Explanation,
    Preparation,
    Release,
    ReleasedRecord,
    Withdrawal,
)
from reports.models.report_text import ReportText
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
    "PublishedText",
    "Release",
    "ReleasedRecord",
    "ReportText",
    "TextCheck",
    "Withdrawal",
]
