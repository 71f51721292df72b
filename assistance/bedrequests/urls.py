"""Addresses of the police's requests for beds."""

from django.urls import path

from assistance.bedrequests import views

app_name = "bedrequests"

urlpatterns = [
    path("", views.RequestList.as_view(), name="list"),
    path("ask/", views.Ask.as_view(), name="add"),
    path("<int:pk>/withdraw/", views.Withdraw.as_view(), name="void"),
]
