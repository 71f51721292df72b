"""Addresses below /earlier-years/."""

from django.urls import path

from reports.legacy import views

app_name = "legacy"

urlpatterns = [
    path("", views.LegacyYears.as_view(), name="list"),
    path("add/", views.LegacyYearAdd.as_view(), name="add"),
    path("import/", views.LegacyYearImport.as_view(), name="import"),
    path("<int:pk>/approve/", views.LegacyYearApprove.as_view(), name="approve"),
    path("<int:pk>/void/", views.LegacyYearVoid.as_view(), name="void"),
]
