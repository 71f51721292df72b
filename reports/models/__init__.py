"""The rights to the figures, and the rule on small numbers."""

from reports.models.disclosure import DisclosureRule
from reports.models.figures import AnnualFigures

__all__ = ["AnnualFigures", "DisclosureRule"]
