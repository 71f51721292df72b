"""The list of what is due, and the marks that people make on it."""

from typing import Any, ClassVar, Final, override

from django.contrib import messages
from django.db.models import QuerySet
from django.forms import ModelForm
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404
from django.urls import reverse
from django.utils.functional import cached_property
from django.utils.timezone import localdate
from django.utils.translation import gettext as _t
from django.utils.translation import gettext_lazy as _
from django.views.generic import UpdateView

from accounts import journal
from accounts.access import RecordAccess
from accounts.choices import Action
from accounts.editing import RecordPage
from assistance.deadlines.filters import DueFilters
from assistance.deadlines.kinds import DeadlineAct
from assistance.deadlines.words import rows
from assistance.forms.due import (
    MarkDoneForm,
    PostponeForm,
    ReassignForm,
    UndoForm,
)
from assistance.models import Deadline, DeadlineMark
from thb.days import long_day, when_words
from thb.facts import Fact
from thb.letters import capfirst
from thb.listing import RecordList
from victims.views.file import FilePage

MARK: Final = "assistance.add_deadlinemark"


class DueList(RecordAccess, RecordList[Deadline]):
    """What is due for the persons within reach, the most urgent first."""

    permission_required = "assistance.view_deadline"
    queryset = Deadline.objects.all()
    filterset_class = DueFilters
    template_name = "assistance/due_list.html"
    order = "due"
    columns: ClassVar[Any] = {
        "due": (_("Due"), "due_on"),
        "person": (_("Person"), ""),
        "task": (_("Task"), ""),
        "worker": (_("Worker"), ""),
    }

    @property
    def named(self) -> bool:
        """Return whether the user sees given names."""
        return self.user.has_perm("victims.view_given_name")

    @override
    def get_queryset(self) -> QuerySet[Any]:
        """Return what is late, near or warned of."""
        reached: Any = super().get_queryset()
        raised = reached.raised_on(localdate())
        return shown_with(raised, named=self.named)

    @override
    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        """Add the rows, as the user may see them."""
        context = super().get_context_data(**kwargs)
        found = rows(context["object_list"], localdate(), named=self.named)
        return context | {"rows": found}


def shown_with(due: QuerySet[Any], *, named: bool) -> QuerySet[Any]:
    """Return the deadlines with what their rows show, in the same query."""
    person = "victim__identity" if named else "victim"
    return due.select_related(person, "worker")


class MarkPage(FilePage, RecordPage[DeadlineMark, Any], UpdateView[DeadlineMark, Any]):
    """Say something of one deadline; said before, it is changed."""

    permission_required = MARK
    template_name = "victims/record_form.html"
    section = "assistance:overview"
    done = ""  # the message with the way back says it
    act: ClassVar[DeadlineAct]
    only_markable: ClassVar[bool] = False

    @cached_property
    def deadline(self) -> Any:
        """Return the open deadline of the address; one beyond reach is not found.

        Nor is one to be marked as done where the records tell whether it is.
        """
        found = get_object_or_404(
            Deadline.objects.visible_to(self.user),
            victim=self.victim,
            kind=self.kwargs["kind"],
            record_key=self.kwargs["pk"],
        )
        if self.only_markable and not found.rule.markable:
            raise Http404
        found.victim = self.victim
        return found

    @override
    def get_object(self, *_args: Any) -> DeadlineMark:
        """Return the mark that is there, or one not made yet; keep who was opened."""
        journal.record(self.request, Action.OPENED, [self.victim.code])
        mark: DeadlineMark | None = self.deadline.marks().filter(act=self.act).first()
        return mark or DeadlineMark(
            victim=self.victim,
            kind=self.deadline.kind,
            record_key=self.deadline.record_key,
            counted_from=self.deadline.counted_from,
            act=self.act,
        )

    @property
    def action(self) -> Action:  # type: ignore[override]
        """Return what the journal keeps: a mark made, or one changed."""
        return Action.CHANGED if self.object.version > 1 else Action.CREATED

    @property
    def facts(self) -> list[Fact]:
        """Return what is due, and when."""
        left = self.deadline.days_left(localdate())
        return [
            Fact(_t("Task"), f"{self.deadline}. {self.deadline.note}"),
            Fact(_t("Due"), capfirst(when_words(left, self.deadline.due_on))),
        ]

    @override
    def get_success_url(self) -> str:
        """Return the list of what is due."""
        return reverse("due:list")

    @override
    def form_valid(self, form: ModelForm[Any]) -> HttpResponse:
        """Save, and leave the way to take it back on the page that follows."""
        response = super().form_valid(form)
        if self.object.pk and getattr(response, "url", ""):
            undo = reverse("due:undo", args=[self.victim.code, self.object.pk])
            at_once = f"{undo}?version={self.object.version}"
            messages.info(self.request, said(self.object), extra_tags=at_once)
        return response


def said(mark: DeadlineMark) -> str:
    """Return a mark in words, without its reason: who reads them may differ."""
    match mark.act:
        case DeadlineAct.DONE:
            day = long_day(mark.done_on)  # type: ignore[arg-type]
            return _t("%(code)s: done on %(day)s.") % {
                "code": mark.victim.code,
                "day": day,
            }
        case DeadlineAct.POSTPONED:
            day = long_day(mark.postponed_to)  # type: ignore[arg-type]
            return _t("%(code)s: postponed to %(day)s.") % {
                "code": mark.victim.code,
                "day": day,
            }
    return _t("%(code)s: handed over to %(worker)s.") % {
        "code": mark.victim.code,
        "worker": mark.worker,
    }


class MarkDone(MarkPage):
    """Something is done that no record tells of."""

    act = DeadlineAct.DONE
    form_class = MarkDoneForm
    heading = _("Mark as done")
    save = _("Mark as done")
    only_markable = True


class Postpone(MarkPage):
    """Something is due on another day, for a reason."""

    act = DeadlineAct.POSTPONED
    form_class = PostponeForm
    heading = _("Postpone")
    save = _("Postpone")


class Reassign(MarkPage):
    """Something is another worker's to do."""

    act = DeadlineAct.REASSIGNED
    form_class = ReassignForm
    heading = _("Hand over")
    save = _("Hand over")


class Undo(FilePage, RecordPage[DeadlineMark, UndoForm], UpdateView[Any, UndoForm]):
    """Take a mark back; the deadline is open again as the records have it.

    The message after a mark posts here at once, with the version that it made.
    """

    permission_required = "assistance.change_deadlinemark"
    template_name = "victims/record_form.html"
    section = "assistance:overview"
    action = Action.VOIDED
    form_class = UndoForm
    queryset = DeadlineMark.objects.current()
    heading = _("Take the mark back")
    lead = _("The task is due again, as the records have it.")
    save = _("Take the mark back")
    done = _("The mark is taken back.")

    @override
    def get_form_kwargs(self) -> dict[str, Any]:
        """Return what was posted; the version may stand in the address."""
        kwargs = super().get_form_kwargs()
        if self.request.method == "POST":
            kwargs["data"] = self.request.POST.copy()
            shown = self.request.GET.get("version", "")
            kwargs["data"].setdefault("version", shown)
        return kwargs

    @override
    def get_object(self, *_args: Any) -> DeadlineMark:
        """Return the mark, of a person within reach, and keep who was opened."""
        journal.record(self.request, Action.OPENED, [self.victim.code])
        own = self.get_queryset().filter(victim=self.victim)
        return get_object_or_404(own, pk=self.kwargs["pk"])  # type: ignore[no-any-return]

    @property
    def facts(self) -> list[Fact]:
        """Return which mark it is."""
        return [
            Fact(_t("Task"), self.object.get_kind_display()),
            Fact(_t("Said"), said(self.object)),
        ]

    @override
    def get_success_url(self) -> str:
        """Return the list of what is due."""
        return reverse("due:list")
