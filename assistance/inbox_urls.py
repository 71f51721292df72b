"""Addresses below /referrals/: what other agencies have sent to the user's own."""

from django.urls import path

from assistance.views import inbox

app_name = "inbox"

urlpatterns = [
    path("", inbox.Inbox.as_view(), name="list"),
    path("<int:pk>/", inbox.ReceivedSending.as_view(), name="sending"),
    path("<int:pk>/accept/", inbox.SendingAccept.as_view(), name="accept"),
    path("<int:pk>/decline/", inbox.SendingDecline.as_view(), name="decline"),
    path("<int:pk>/done/", inbox.SendingDone.as_view(), name="done"),
]
