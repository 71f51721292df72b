"""The address `/`; its name stands outside every app, as `home`."""

from django.urls import path

from reports.home import views

urlpatterns = [path("", views.Home.as_view(), name="home")]
