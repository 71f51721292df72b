"""Addresses below /people/: the list, registering, identity and identification."""

from django.urls import path

from victims.pages import pages
from victims.views import identification, identity, intake, people

app_name = "victims"

urlpatterns = [
    path("", people.VictimList.as_view(), name="list"),
    path("found/", people.VictimFound.as_view(), name="found"),
    path("new/", intake.VictimSearch.as_view(), name="new"),
    path("add/", intake.VictimAdd.as_view(), name="add"),
    path("<code:code>/added/", intake.VictimAdded.as_view(), name="added"),
    path("<code:code>/facts/", identity.VictimChange.as_view(), name="change"),
    path("<code:code>/identity/", identity.IdentityPage.as_view(), name="identity"),
    path(
        "<code:code>/identity/change/",
        identity.IdentityChange.as_view(),
        name="identity_change",
    ),
    path(
        "<code:code>/identification/",
        identification.Identification.as_view(),
        name="identification",
    ),
    *pages(identity.DOCUMENTS),
    *pages(identification.DECISIONS),
    *pages(identification.EXPLOITATIONS),
    *pages(identification.ROUTE),
    *pages(identification.CONSENTS),
    *pages(identification.ASSIGNMENTS),
    *pages(identification.CHILDREN),
]
