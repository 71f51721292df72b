"""Addresses below /texts/."""

from django.urls import path

from reports.reading import views

app_name = "texts"

urlpatterns = [path("", views.TextCheckPage.as_view(), name="check")]
