"""Addresses below /analytics/."""

from django.urls import path

from reports.analytics import views

app_name = "analytics"

urlpatterns = [
    path("", views.AnalyticsPage.as_view(), name="cases"),
    path("table.csv", views.AnalyticsDownload.as_view(), name="download"),
    path("records/", views.AnalyticsRecords.as_view(), name="records"),
    path("small-numbers/", views.SmallNumbersChange.as_view(), name="small-numbers"),
]
