"""Addresses: each app has its own below its name."""

from django.contrib import admin
from django.contrib.auth.decorators import login_not_required
from django.urls import URLPattern, URLResolver, include, path
from django.views.i18n import set_language

from thb.views import home

urlpatterns: list[URLPattern | URLResolver] = [
    path("", home, name="home"),
    path("language/", login_not_required(set_language), name="set_language"),
    path("account/", include("allauth.urls")),
    path("admin/", admin.site.urls),
    path("cases/", include("cases.urls")),
    path("", include("prevention.urls")),
]
