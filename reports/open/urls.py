"""Addresses below /open/; they stay as they are, since others link to them."""

from django.urls import path, re_path, register_converter

from reports.open import views


class LanguageConverter:
    """A language of the public pages."""

    regex = "az|en|ru"

    def to_python(self, part: str) -> str:
        """Return the language."""
        return part

    def to_url(self, language: str) -> str:
        """Return it as it stands in an address."""
        return language


register_converter(LanguageConverter, "language")

app_name = "open"

urlpatterns = [
    path("", views.OpenStart.as_view(), name="start"),
    path("<language:language>/", views.OpenYears.as_view(), name="years"),
    path("<language:language>/<int:year>/", views.OpenYearPage.as_view(), name="year"),
    re_path(
        r"^(?P<year>[12][0-9]{3})/figures\.(?P<form>csv|json)$",
        views.OpenData.as_view(),
        name="data",
    ),
    re_path(r"^years\.(?P<form>csv|json)$", views.OpenSeries.as_view(), name="series"),
]
