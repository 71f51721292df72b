"""Addresses below /people/: the list, registering, identity and identification."""

from django.urls import path

from victims.documents.uploads import in_memory
from victims.pages import pages
from victims.views import identification, identity, intake, notes, papers, people

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
    path("<code:code>/notes/", notes.NoteSection.as_view(), name="notes"),
    path("<code:code>/note/add/", notes.NoteAdd.as_view(), name="note_add"),
    path("<code:code>/note/<int:pk>/", notes.NoteChange.as_view(), name="note_change"),
    path("<code:code>/note/<int:pk>/void/", notes.NoteVoid.as_view(), name="note_void"),
    path(
        "<code:code>/note/<int:pk>/delete/",
        notes.NoteDelete.as_view(),
        name="note_delete",
    ),
    path(
        "<code:code>/note/<int:pk>/editions/",
        notes.NoteEditions.as_view(),
        name="note_editions",
    ),
    path("<code:code>/documents/", papers.PaperSection.as_view(), name="documents"),
    path(
        "<code:code>/paper/add/",
        in_memory(papers.PaperAdd.as_view()),
        name="paper_add",
    ),
    path(
        "<code:code>/paper/<int:pk>/open/",
        papers.PaperOpen.as_view(),
        name="paper_open",
    ),
    *pages(papers.PAPERS),
    *pages(identity.DOCUMENTS),
    *pages(identification.DECISIONS),
    *pages(identification.EXPLOITATIONS),
    *pages(identification.ROUTE),
    *pages(identification.CONSENTS),
    *pages(identification.ASSIGNMENTS),
    *pages(identification.CHILDREN),
]
