"""A picture of the years: those in which something was told, and the laws of them."""

from collections.abc import Mapping

from reports.charts.since import finding, marked, table
from reports.earlier import acts_until
from reports.models.legacy import FIRST_YEAR
from reports.open.series import YearValue
from thb.charts.chart import Chart
from thb.charts.years import columns, every_year, in_words, rows


def picture_of(values: Mapping[int, YearValue]) -> Chart:
    """Return every year since the first that was ever counted, with none left out.

    A number that is hidden, or of a year that nobody told, has no column.
    """
    told = {year: one.value for year, one in values.items()}
    first, last = min(FIRST_YEAR, *told), max(told)
    whole: dict[int, int | None] = {first: None, **told}
    marks, note = marked(acts_until(last), whole)
    shown = every_year(whole, marks)
    return Chart(
        "picture",
        finding(shown),
        "",
        columns(shown),
        table(shown, {}),
        in_words(shown),
        note=note,
        narrow=rows(shown),
    )
