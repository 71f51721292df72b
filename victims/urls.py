"""Addresses below /people/: the list, registering, identity and identification."""

from django.urls import path

from victims.documents.uploads import in_memory
from victims.pages import pages
from victims.views import (
    check,
    drafts,
    duplicates,
    first_hour,
    identification,
    identity,
    intake,
    merging,
    notes,
    papers,
    people,
)

app_name = "victims"

DRAFT = "new/<uuid:key>/"

urlpatterns = [
    path("", people.VictimList.as_view(), name="list"),
    path("found/", people.VictimFound.as_view(), name="found"),
    path("new/", intake.VictimSearch.as_view(), name="new"),
    path("drafts/", drafts.DraftList.as_view(), name="drafts"),
    path(f"{DRAFT}", drafts.DraftPage.as_view(), name="draft"),
    path(f"{DRAFT}more/", drafts.DraftMore.as_view(), name="draft_more"),
    path(f"{DRAFT}check/", check.DraftCheck.as_view(), name="draft_check"),
    path(f"{DRAFT}save/", drafts.DraftSave.as_view(), name="draft_save"),
    path(f"{DRAFT}alike/", drafts.DraftAlike.as_view(), name="draft_alike"),
    path(f"{DRAFT}parts/", drafts.DraftParts.as_view(), name="draft_parts"),
    path(f"{DRAFT}apart/", drafts.DraftApart.as_view(), name="draft_apart"),
    path(f"{DRAFT}discard/", drafts.DraftDiscard.as_view(), name="draft_discard"),
    path(
        f"{DRAFT}put-back/",
        drafts.DraftDiscard.as_view(discarded=False),
        name="draft_put_back",
    ),
    path("duplicates/", duplicates.DuplicateList.as_view(), name="duplicates"),
    path(
        "duplicates/<int:pk>/apart/",
        duplicates.DuplicateApart.as_view(),
        name="duplicate_apart",
    ),
    path("<code:code>/merge/", merging.MergeChoose.as_view(), name="merge"),
    path(
        "<code:code>/merge/<code:other>/",
        merging.MergeCompare.as_view(),
        name="merge_compare",
    ),
    path(
        "<code:code>/merge/<code:other>/undo/",
        merging.MergeUndo.as_view(),
        name="merge_undo",
    ),
    path("<code:code>/added/", intake.VictimAdded.as_view(), name="added"),
    path("<code:code>/card/", intake.VictimCard.as_view(), name="card"),
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
    *pages(first_hour.FIRST_HOUR),
    *pages(identification.DECISIONS),
    *pages(identification.EXPLOITATIONS),
    *pages(identification.ROUTE),
    *pages(identification.CONSENTS),
    *pages(identification.ASSIGNMENTS),
    *pages(identification.CHILDREN),
]
