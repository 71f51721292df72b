"""The rights to the figures, the rule on small numbers, the text of the report."""

from reports.models.disclosure import DisclosureRule
from reports.models.figures import AnnualFigures
from reports.models.report_text import ReportText

__all__ = ["AnnualFigures", "DisclosureRule", "ReportText"]
