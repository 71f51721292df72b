"""The address `/` and what it fetches; their names stand outside every app."""

from django.urls import path

from reports.home import office, views

urlpatterns = [
    path("", views.Home.as_view(), name="home"),
    path("ready/<int:year>/", office.Ready.as_view(), name="ready"),
]
