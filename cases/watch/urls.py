"""Addresses below /watch/: what the police keep an eye on."""

from django.urls import path

from cases.watch import views

app_name = "watch"

urlpatterns = [
    path("changed/", views.ChangedCases.as_view(), name="changed"),
    path("wanted/", views.WantedPersons.as_view(), name="wanted"),
    path("court/", views.CourtsWithoutVerdict.as_view(), name="court"),
]
