"""The rights to the figures and to the text checker, the rule on small numbers."""

from reports.models.disclosure import DisclosureRule
from reports.models.figures import AnnualFigures
from reports.models.reading import TextCheck

__all__ = ["AnnualFigures", "DisclosureRule", "TextCheck"]
