"""Addresses of the register in and out."""

from django.urls import path

from exchange import views

app_name = "exchange"
urlpatterns = [
    path("import/", views.RegisterImport.as_view(), name="import"),
    path("import/confirm/", views.RegisterConfirm.as_view(), name="confirm"),
    path("export/", views.RegisterExport.as_view(), name="export"),
]
