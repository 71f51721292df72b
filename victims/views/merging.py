"""Two entries of one person: comparing, merging field by field, undoing."""

from collections.abc import Iterator
from typing import Any, NamedTuple, override
from uuid import uuid4

from django import forms
from django.contrib import messages
from django.core.exceptions import ValidationError
from django.db.models import FETCH_PEERS
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy as _
from django.views.generic import FormView, TemplateView, View

from accounts import journal
from accounts.choices import Action
from accounts.editing import CONFLICT, OnceOnly
from thb.facts import label_of, value_of
from thb.forms import PlainForm
from thb.letters import capfirst
from victims.codes import normalise_code
from victims.forms.identity import line
from victims.merges import both, merge, name_of, undo
from victims.models import Merge, Victim
from victims.views.file import FilePage

KEPT, GONE = "kept", "gone"


class Choice(NamedTuple):
    """A fact that both entries have: its values in words, and which one is chosen."""

    name: str
    label: str
    kept: str
    gone: str
    differs: bool
    chosen: str


class OtherForm(PlainForm):
    """The code of the entry that is the same person."""

    code = forms.CharField(
        label=_("Code of the other record"), max_length=64, widget=line()
    )


class ReasonForm(PlainForm):
    """Why two entries are one person."""

    reason = forms.CharField(
        label=_("Why they are one person"),
        max_length=200,
        widget=forms.Textarea({"rows": 3}),
        help_text=_("It is kept with your name. Write no name of the person."),
    )


class MergePage(FilePage):
    """A page over the entry that stays."""

    permission_required = "victims.merge_victim"
    section = "assistance:history"

    def keep_opened(self, *codes: str) -> None:
        """Keep whose records the page shows."""
        journal.record(self.request, Action.OPENED, [self.victim.code, *codes])


class MergeChoose(MergePage, FormView[OtherForm]):
    """Which other entry is this person; and the merges there were."""

    form_class = OtherForm
    template_name = "victims/merge.html"

    @override
    def form_valid(self, form: OtherForm) -> HttpResponse:
        """Lead to comparing the two; one beyond reach is as one that is not there."""
        code = normalise_code(form.cleaned_data["code"])
        reached = Victim.objects.current().visible_to(self.user)
        other = reached.filter(code=code).exclude(pk=self.victim.pk).first()
        if other is None:
            form.add_error("code", _("There is no other record with this code."))
            return self.form_invalid(form)
        return redirect("victims:merge_compare", self.victim.code, other.code)

    @override
    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        """Add the merges of this person within reach."""
        known = Merge.objects.visible_to(self.user).fetch_mode(FETCH_PEERS)
        merges = list(known.filter(kept=self.victim))
        self.keep_opened(*(one.gone.code for one in merges))
        return super().get_context_data(merges=merges, **kwargs)


class MergeCompare(MergePage, OnceOnly, TemplateView):
    """Both entries side by side; each fact that differs is chosen, then they merge.

    Names stay masked until somebody who may see them says why. Who may not is told
    only whether they differ.
    """

    template_name = "victims/merge_compare.html"

    @cached_property
    def other(self) -> Victim:
        """Return the entry that goes; one beyond reach is not found."""
        reached = Victim.objects.current().visible_to(self.user)
        return get_object_or_404(
            reached.exclude(pk=self.victim.pk), code=self.kwargs["other"]
        )

    @property
    def may_show(self) -> bool:
        """Return whether the user may see the names of both."""
        return self.user.has_perm("victims.view_given_name")

    def get(self, *_args: Any, **_kwargs: Any) -> HttpResponse:
        """Show both, names masked."""
        self.refuse_gone()
        return self.shown(ReasonForm())

    def carry_out(self, request: HttpRequest, *_args: Any, **_kwargs: Any) -> Any:
        """Show the names, or merge; each needs the reason."""
        self.refuse_gone()
        form = ReasonForm(request.POST)
        if not form.is_valid():
            return self.shown(form)
        if "show" in request.POST and self.may_show:
            return self.shown(form, named=True)
        if request.POST.get("versions") != self.versions():
            words = _("A record was changed in the meantime. Look at both again.")
            form.add_error(None, words)
            return self.shown(form, status=CONFLICT)
        return self.merged(form)

    def refuse_gone(self) -> None:
        """Raise 404 where the entry that would stay counts no longer."""
        get_object_or_404(Victim.objects.current(), pk=self.victim.pk)

    def merged(self, form: ReasonForm) -> HttpResponse:
        """Merge the two, or say what stands in the way."""
        post = self.request.POST
        chosen = [one.name for one in self.choices() if post.get(one.name) == GONE]
        reason = form.cleaned_data["reason"]
        try:
            done = merge(self.victim, self.other, chosen, reason=reason, by=self.user)
        except ValidationError as refusal:
            form.add_error(None, refusal)
            return self.shown(form)
        journal.record(
            self.request,
            Action.CHANGED,
            done.journal_codes,
            fields=["merged_into", *chosen],
            reason=reason,
        )
        messages.success(self.request, _("The two records are one now."))
        return redirect("victims:merge", self.victim.code)

    def shown(
        self, form: ReasonForm, *, named: bool = False, status: int = 200
    ) -> HttpResponse:
        """Return the page; names that are shown are kept in the journal."""
        self.keep_opened(self.other.code)
        if named:
            codes = [self.victim.code, self.other.code]
            reason = form.cleaned_data["reason"]
            journal.record(
                self.request,
                Action.SHOWED,
                codes,
                fields=[one.name for one in self.choices() if one.name in self.secret],
                reason=reason,
            )
        context = self.get_context_data(
            form=form,
            other=self.other,
            choices=list(self.choices(named=named)),
            versions=self.versions(),
            named=named,
            submission=self.request.POST.get("submission", "") or str(uuid4()),
        )
        return render(self.request, self.template_name, context, status=status)

    @cached_property
    def pairs(self) -> list[Any]:
        """Return the records that both have, by source."""
        return list(both(self.victim, self.other))

    @property
    def secret(self) -> set[str]:
        """Return the names of the choices that name a person."""
        return {
            name_of(source, field)
            for source, _mine, _theirs in self.pairs
            for field in getattr(source.model, "PERSONAL", ())
        }

    def versions(self) -> str:
        """Return the versions of what the page compares."""
        return ".".join(
            str(one.version) for _source, *pair in self.pairs for one in pair
        )

    def choices(self, *, named: bool = False) -> Iterator[Choice]:
        """Yield the facts of both, with what was chosen so far."""
        for source, mine, theirs in self.pairs:
            for field in source.fields:
                name = name_of(source, field)
                closed = name in self.secret and not named
                yield self.choice(name, field, (mine, theirs), closed=closed)

    def choice(
        self, name: str, field: str, pair: tuple[Any, Any], *, closed: bool
    ) -> Choice:
        """Return one fact of both; a closed one says only whether it is recorded."""
        values = [getattr(one, field) for one in pair]
        better = GONE if values[0] in ("", None) else KEPT
        kept, gone = (
            masked(getattr(one, field)) if closed else capfirst(value_of(one, field))
            for one in pair
        )
        return Choice(
            name,
            label_of(pair[0], field),
            kept,
            gone,
            differs=values[0] != values[1],
            chosen=self.request.POST.get(name, better),
        )


def masked(value: Any) -> str:
    """Return whether something is recorded, and not what."""
    return str(_("not recorded") if value in ("", None) else _("recorded, not shown"))


class MergeUndo(MergePage, View):
    """Undo a merge: both entries are as they were."""

    http_method_names = ("post",)

    def post(self, _request: HttpRequest, **_kwargs: Any) -> HttpResponse:
        """Undo, or say why it cannot be undone; one undone before stays so."""
        merges = Merge.objects.visible_to(self.user).filter(
            kept=self.victim, gone__code=self.kwargs["other"]
        )
        found = merges.select_for_update(of=("self",)).first()  # the newest
        if found is None:
            raise Http404
        if found.undone_at is None:
            self.carry_out(found)
        return redirect("victims:merge", self.victim.code)

    def carry_out(self, found: Merge) -> None:
        """Undo the merge and keep it in the journal."""
        try:
            undo(found, self.user)
        except ValidationError as refusal:
            messages.error(self.request, " ".join(refusal.messages))
            return
        journal.record(
            self.request, Action.CHANGED, found.journal_codes, fields=["merged_into"]
        )
        messages.success(self.request, _("The merge is undone: both are as before."))
