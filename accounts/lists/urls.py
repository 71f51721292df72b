"""Addresses below /lists/<list>/: views, columns, steps, what is taken out."""

from django.urls import path

import thb.converters  # noqa: F401 - codes in addresses
from accounts.lists import export, pages, quick, steps

app_name = "lists"

VIEWS = "<slug:list>/views/"

urlpatterns = [
    path("<slug:list>/columns/", pages.ListColumns.as_view(), name="columns"),
    path("<slug:list>/columns/reset/", pages.ListReset.as_view(), name="reset"),
    path("<slug:list>/export/", export.ListExport.as_view(), name="export"),
    path("<slug:list>/step/", steps.ListStep.as_view(), name="step"),
    path("<slug:list>/position/", steps.ListPosition.as_view(), name="position"),
    path("<slug:list>/quick/<code:code>/", quick.ListQuick.as_view(), name="quick"),
    path(VIEWS, pages.ListViews.as_view(), name="views"),
    path(f"{VIEWS}add/", pages.ViewAdd.as_view(), name="view_add"),
    path(f"{VIEWS}everything/", pages.ViewDefault.as_view(), name="view_none"),
    path(f"{VIEWS}<int:pk>/change/", pages.ViewChange.as_view(), name="view_change"),
    path(f"{VIEWS}<int:pk>/remove/", pages.ViewRemove.as_view(), name="view_remove"),
    path(f"{VIEWS}<int:pk>/restore/", pages.ViewRestore.as_view(), name="view_restore"),
    path(f"{VIEWS}<int:pk>/default/", pages.ViewDefault.as_view(), name="view_default"),
]
