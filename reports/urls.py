"""Addresses below /figures/."""

from django.urls import path, re_path, register_converter

from reports import views
from reports.releases import steps
from reports.releases import views as releases
from reports.releases.publishing import Publish
from reports.releases.several import ExplainSeveral


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
    path("<year:year>/today/", releases.Today.as_view(), name="today"),
    path("<year:year>/explain/", ExplainSeveral.as_view(), name="explain-several"),
    path("<year:year>/explain/<str:check>/", steps.Explain.as_view(), name="explain"),
    path("<year:year>/prepare/", steps.Prepare.as_view(), name="prepare"),
    path("<year:year>/withdraw/", steps.Withdraw.as_view(), name="withdraw"),
    path("<year:year>/approve/", steps.Approve.as_view(), name="approve"),
    path("<year:year>/releases/", releases.Releases.as_view(), name="releases"),
    path(
        "<year:year>/releases/<int:release>/",
        releases.ReleasePage.as_view(),
        name="release",
    ),
    path(
        "<year:year>/releases/<int:release>/publish/",
        Publish.as_view(),
        name="publish",
    ),
    re_path(
        r"^(?P<year>[12][0-9]{3})/releases/(?P<release>[0-9]{1,4})"
        r"/figures\.(?P<form>json|csv|xlsx)$",
        releases.ReleaseFile.as_view(),
        name="release-download",
    ),
    path(
        "<year:year>/releases/<int:release>/<str:figure>/",
        releases.ReleasedRecords.as_view(),
        name="release-figure",
    ),
    path(
        "<year:year>/releases/<int:release>/<str:figure>/<str:breakdown>/<str:cell>/",
        releases.ReleasedRecords.as_view(),
        name="release-cell",
    ),
    path(
        "<year:year>/compare/<str:before>/<str:after>/",
        releases.Compare.as_view(),
        name="compare",
    ),
    path("<year:year>/checks/<str:check>/", views.CheckRecords.as_view(), name="check"),
    path("<year:year>/<str:figure>/", views.FigureRecords.as_view(), name="figure"),
    path(
        "<year:year>/<str:figure>/<str:breakdown>/<str:cell>/",
        views.CellRecords.as_view(),
        name="cell",
    ),
]
