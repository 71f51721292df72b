"""Addresses below /due/: the list, and what people say of one deadline."""

from django.urls import path

import thb.converters  # noqa: F401 - codes in addresses
from assistance.views import due, waiting

app_name = "due"

ONE = "<code:code>/<slug:kind>/<int:pk>/"

urlpatterns = [
    path("", due.DueList.as_view(), name="list"),
    path("referrals/", waiting.WaitingReferrals.as_view(), name="referrals"),
    path(f"{ONE}done/", due.MarkDone.as_view(), name="done"),
    path(f"{ONE}postpone/", due.Postpone.as_view(), name="postpone"),
    path(f"{ONE}reassign/", due.Reassign.as_view(), name="reassign"),
    path("<code:code>/marks/<int:pk>/undo/", due.Undo.as_view(), name="undo"),
]
