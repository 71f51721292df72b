"""Addresses below /figures/."""

from django.urls import path, re_path, register_converter

from reports import views


class YearConverter:
    """A year of four digits, after 1900."""

    regex = "[12][0-9]{3}"

    def to_python(self, part: str) -> int:
        """Return the year; an earlier one has no page."""
        if part <= "1900":
            raise ValueError(part)
        return int(part)

    def to_url(self, year: int) -> str:
        """Return the year as it stands in an address."""
        return str(year)


register_converter(YearConverter, "year")

app_name = "reports"

urlpatterns = [
    path("", views.FiguresLatest.as_view(), name="latest"),
    path("<year:year>/", views.FiguresYear.as_view(), name="year"),
    re_path(
        r"^(?P<year>[12][0-9]{3})/figures\.(?P<form>csv|xlsx)$",
        views.FiguresDownload.as_view(),
        name="download",
    ),
    path("<year:year>/checks/<str:check>/", views.CheckRecords.as_view(), name="check"),
    path("<year:year>/<str:figure>/", views.FigureRecords.as_view(), name="figure"),
    path(
        "<year:year>/<str:figure>/<str:breakdown>/<str:cell>/",
        views.CellRecords.as_view(),
        name="cell",
    ),
]
