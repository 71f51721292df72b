"""Documents in a person's file: what there is, uploading, opening with a reason."""

from typing import Any, Final, override

from django import forms
from django.core.exceptions import PermissionDenied
from django.http import HttpResponse
from django.shortcuts import get_object_or_404
from django.template.defaultfilters import filesizeformat
from django.utils.functional import cached_property
from django.utils.timezone import localdate
from django.utils.translation import gettext_lazy as _
from django.views.generic import FormView

from accounts import journal
from accounts.access import PageAccess
from accounts.choices import Action
from thb.facts import Fact, facts
from thb.forms import PlainForm
from victims.forms import PaperChangeForm, PaperForm, ShowIdentityForm
from victims.models import Paper
from victims.panels import Panel, State, Step
from victims.showing import may_show_identity
from victims.views.file import FileAdd, FilePage, FileSection

HERE: Final = "victims:documents"
SAFE_HEADERS: Final = {
    "Content-Security-Policy": "sandbox; default-src 'none'",
    "X-Content-Type-Options": "nosniff",
}


def good(paper: Paper) -> State:
    """Return whether the document is still good."""
    over = paper.expires_on is not None and paper.expires_on < localdate()
    return ("warn", _("ran out")) if over else ("ok", _("in the file"))


PAPERS: Final = Panel(
    model=Paper,
    form_class=PaperForm,
    section=HERE,
    pages="victims:paper",
    title=_("Documents"),
    add=_("Upload a document"),
    empty=_("No document yet: the signed consent, decisions, medical papers."),
    columns=("kind", "media", "readers", "expires_on", "author"),
    sealed=("about",),
    state=good,
    steps=(Step(_("Open"), "victims:paper_open", "victims.view_paper"),),
    change_form=PaperChangeForm,
    verbs=("change", "void"),  # uploading has a page of its own
)


class PaperSection(FileSection):
    """The documents of the file that the user may open."""

    permission_required = "victims.view_paper"
    section = HERE
    panels = (PAPERS,)


class PaperAdd(FileAdd):
    """Upload a document."""

    permission_required = PAPERS.permission("add")
    panel, model, form_class = PAPERS, Paper, PaperForm
    heading = save = PAPERS.add
    done = _("The document is in the file.")


class PaperOpen(FilePage, PageAccess, FormView[forms.Form]):
    """Take one document out, with a reason where it names the person."""

    permission_required = "victims.view_paper"
    section = HERE
    template_name = "victims/paper_open.html"

    @cached_property
    def paper(self) -> Paper:
        """Return the document; a void one, or one closed to the user, is not found."""
        open_to = PAPERS.records(self.victim, self.user).filter(voided_at=None)
        found: Paper = get_object_or_404(open_to, pk=self.kwargs["pk"])
        return found

    @cached_property
    def may_open(self) -> bool:
        """Return whether it may be given to the user."""
        return not self.paper.names_person or may_show_identity(self.victim, self.user)

    @override
    def get_form_class(self) -> type[forms.Form]:
        """Return the form that asks why, where the document names the person."""
        return ShowIdentityForm if self.paper.names_person else PlainForm

    @override
    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        """Add what the document is; keep that its page was opened."""
        if self.request.method == "GET":
            journal.record(self.request, Action.OPENED, [self.victim.code])
        names = ("kind", "media", "expires_on", "readers", "author", "uploaded_at")
        size = Fact(str(_("Size")), filesizeformat(self.paper.size_bytes))
        return super().get_context_data(
            facts=[*facts(self.paper, *names), size], may_open=self.may_open, **kwargs
        )

    @override
    def form_valid(self, form: forms.Form) -> HttpResponse:
        """Give the document out, and keep who took it and why."""
        if not self.may_open:
            raise PermissionDenied
        journal.record(
            self.request,
            Action.SHOWED if self.paper.names_person else Action.OPENED,
            [self.victim.code],
            fields=["document", self.paper.name],
            reason=form.cleaned_data.get("reason", ""),
        )
        return given_out(self.paper)


def given_out(paper: Paper) -> HttpResponse:
    """Return the file as an attachment that can do nothing in a browser."""
    return HttpResponse(
        paper.opened(),
        content_type=paper.content_type,
        headers=SAFE_HEADERS
        | {"Content-Disposition": f'attachment; filename="{paper.file_name}"'},
    )
