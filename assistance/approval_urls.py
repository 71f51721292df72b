"""Addresses below /approvals/: what waits for a second person."""

from django.urls import path

from assistance.views.approvals import Approvals

app_name = "approvals"

urlpatterns = [path("", Approvals.as_view(), name="waiting")]
