"""Addresses below /report/."""

from django.urls import path

import reports.urls  # noqa: F401 - registers the years of addresses
from reports.narrative import views

app_name = "report"

urlpatterns = [
    path("", views.ReportLatest.as_view(), name="latest"),
    path("<year:year>/", views.ReportYear.as_view(), name="year"),
    path(
        "<year:year>/<slug:language>.<slug:suffix>",
        views.ReportDownload.as_view(),
        name="download",
    ),
    path(
        "<year:year>/releases/<int:release>/",
        views.ReportRelease.as_view(),
        name="release",
    ),
    path(
        "<year:year>/releases/<int:release>/<slug:language>.<slug:suffix>",
        views.ReleaseDownload.as_view(),
        name="release-download",
    ),
    path("<year:year>/<slug:section>/", views.SectionEdit.as_view(), name="section"),
    path(
        "<year:year>/<slug:section>/standard/",
        views.SectionStandard.as_view(),
        name="standard",
    ),
    path(
        "<year:year>/<slug:section>/former/",
        views.SectionFormer.as_view(),
        name="former",
    ),
]
