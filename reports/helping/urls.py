"""Addresses of help."""

from django.urls import path

from reports.helping.views import CloseWelcome, Help

app_name = "help"

urlpatterns = [
    path("", Help.as_view(), name="page"),
    path("close/", CloseWelcome.as_view(), name="close"),
]
