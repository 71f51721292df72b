"""Months in words, as they stand alone: March 2019, mart 2019, март 2019."""

from datetime import date

from babel.dates import get_month_names
from django.utils.translation import get_language


def month_name(month: int) -> str:
    """Return the name of the month of that number, in the active language."""
    language = (get_language() or "en")[:2]
    name = str(get_month_names("wide", "stand-alone", language)[month])
    return name if language == "en" else name.lower()


def short_month_name(month: int) -> str:
    """Return the name of the month in four letters at most: Jun, iyn, июнь."""
    language = (get_language() or "en")[:2]
    name = str(get_month_names("abbreviated", "stand-alone", language)[month])
    return name.rstrip(".")[:4]


def month_of_year(day: date) -> str:
    """Return the month and the year of a day."""
    return f"{month_name(day.month)} {day.year}"
