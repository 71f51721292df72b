"""Addresses of the returns of agencies, and of the totals before the register."""

from django.urls import path
from django.utils.translation import gettext_lazy as _

from prevention.urls import Kept
from reports.returns import filters, forms, views
from reports.returns.several import ReturnsApprove

app_name = "returns"

BASELINES = Kept(
    "returns",
    "baseline",
    "baselines",
    forms.BaselineForm,
    filters.BaselineFilters,
    {
        "figure": (_("Figure"), "figure"),
        "through_year": (_("Through the year"), ""),
        "value": (_("Total"), ""),
        "source": (_("Source"), ""),
    },
    "figure",
    (
        _("Totals before the register"),
        _("New total"),
        _("Change the total"),
        _("Void the total"),
    ),
    words={"figure": forms.title_of_total, "through_year": str},
)

urlpatterns = [
    path("", views.Returns.as_view(), name="newest"),
    path("<int:year>/", views.ReturnsOfYear.as_view(), name="year"),
    path("<int:year>/approve/", ReturnsApprove.as_view(), name="approve-several"),
    path("<int:year>/<str:figure>/enter/", views.ReturnEnter.as_view(), name="enter"),
    path(
        "<int:year>/<str:figure>/change/", views.ReturnChange.as_view(), name="change"
    ),
    path(
        "<int:year>/<str:figure>/approve/",
        views.ReturnApprove.as_view(),
        name="approve",
    ),
    path("<int:year>/<str:figure>/void/", views.ReturnVoid.as_view(), name="void"),
    *BASELINES.paths(),
]
