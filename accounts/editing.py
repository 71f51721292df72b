"""Pages that write one record: make it, change it, void it.

What they share: a form posted twice is carried out once; the second of two concurrent
saves gets a page with both values; what the database refuses is said on the form; the
journal keeps the write in the same transaction.
"""

from typing import Any, ClassVar, cast, override
from uuid import UUID

from django import forms
from django.contrib import messages
from django.core.exceptions import ValidationError
from django.db import models
from django.forms import modelform_factory
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy as _
from django.views.generic import CreateView, UpdateView
from django.views.generic.edit import ModelFormMixin

from accounts import journal
from accounts.access import RecordAccess
from accounts.choices import Action
from accounts.models import Submission, User
from thb.facts import Fact, facts
from thb.forms import KEEP, EditConflict, RecordForm

type Words = str | Any  # a lazy translation

CONFLICT = 409
NOT_POSTED_AGAIN = frozenset({"csrfmiddlewaretoken", "version"})


class OnceOnly:
    """A form page: the same form posted again leads to what the first post did."""

    def post(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        """Carry the post out, or answer as its first time did.

        The key goes into the table before anything else, so that a second post waits
        for the first; where nothing was done it is taken out again.
        """
        if (key := posted_key(request)) is None:
            return self.carry_out(request, *args, **kwargs)
        user: Any = request.user
        done, fresh = Submission.objects.get_or_create(user=user, key=key)
        if not fresh:
            return redirect(done.address)
        response = self.carry_out(request, *args, **kwargs)
        if address := getattr(response, "url", ""):
            Submission.objects.filter(pk=done.pk).update(address=address)
        else:
            done.delete()
        return response

    def carry_out(
        self, request: HttpRequest, *args: Any, **kwargs: Any
    ) -> HttpResponse:
        """Return what the page itself answers to the post."""
        response: HttpResponse = super().post(request, *args, **kwargs)  # type: ignore[misc]
        return response


def posted_key(request: HttpRequest) -> UUID | None:
    """Return the key of the posted form; None where it has none that can be read."""
    try:
        return UUID(request.POST.get("submission", ""))
    except ValueError:
        return None


class RecordPage[M: models.Model, F: RecordForm[Any]](
    RecordAccess, OnceOnly, ModelFormMixin[M, F]
):
    """A form over one record; its words are read by components/form_page.html.

    A page says `permission_required`, `form_class`, `heading` and `get_success_url`,
    which takes what it needs from the address: without saving one goes there too.
    """

    template_name: str | None = "components/form_page.html"
    action: ClassVar[Action]
    heading: ClassVar[Words] = ""
    lead: ClassVar[Words] = ""
    save: ClassVar[Words] = _("Save")
    done: ClassVar[Words] = _("Saved.")
    back: ClassVar[Words] = _("Back")
    slug_field = slug_url_kwarg = "code"
    object: Any

    @property
    def back_url(self) -> str:
        """Return where the page leads without saving: where saving leads to."""
        return str(self.get_success_url())

    def form_valid(self, form: F) -> HttpResponse:
        """Save, keep it in the journal, say so; or show what stood in the way."""
        try:
            response = super().form_valid(form)
        except ValidationError as refusal:
            form.add_error(None, refusal)
            return self.form_invalid(form)
        except EditConflict as conflict:
            return show_conflict(self.request, conflict)
        journal.record(
            self.request,
            self.action,
            self.object.journal_codes,
            fields=form.changed_fields,
        )
        if self.done:
            messages.success(self.request, self.done)
        return response


class RecordCreate[M: models.Model, F: RecordForm[Any]](
    RecordPage[M, F], CreateView[M, F]
):
    """Make one record; `parent` names its link to the record of the code in the URL."""

    action = Action.CREATED
    parent: ClassVar[str] = ""

    @cached_property
    def parent_record(self) -> Any:
        """Return the record this one belongs to; one beyond reach is not found."""
        field: Any = self.new_record()._meta.get_field(self.parent)
        reached = field.related_model.objects.visible_to(self.request.user)
        return get_object_or_404(reached, code=self.kwargs["code"])

    def new_record(self, **facts: Any) -> Any:
        """Return a record not saved yet, of the model of the form."""
        return self.get_form_class()._meta.model(**facts)

    def get_form_kwargs(self) -> dict[str, Any]:
        """Return what the form starts from: a record that belongs to its parent."""
        kwargs = super().get_form_kwargs()
        if self.parent:
            kwargs["instance"] = self.new_record(**{self.parent: self.parent_record})
        return kwargs


class RecordChange[M: models.Model, F: RecordForm[Any]](
    RecordPage[M, F], UpdateView[M, F]
):
    """Change one record within reach."""

    action = Action.CHANGED


class VoidForm(RecordForm[Any]):
    """Why a record no longer counts."""

    reason = forms.CharField(
        label=_("Reason"),
        max_length=200,
        help_text=_(
            "What was wrong with the record. It stays readable with this reason."
        ),
        widget=forms.Textarea(attrs={"rows": 3}),
    )

    @override
    def write(self, *, commit: bool) -> Any:
        """Void the record."""
        self.instance.void(self.cleaned_data["reason"])
        return self.instance


class RecordVoid[M: models.Model](RecordPage[M, VoidForm], UpdateView[M, VoidForm]):
    """Void one record, after a look at what it is: `shown` names the facts to show."""

    action = Action.VOIDED
    heading = _("Void this record")
    lead = _("It stays readable, struck through, and counts for nothing.")
    save = _("Void the record")
    done = _("The record is void.")
    danger = True
    shown: ClassVar[tuple[str, ...]] = ()

    def get_form_class(self) -> type[VoidForm]:
        """Return the form for the reason, over the record's own model."""
        made: Any = modelform_factory(type(self.object), form=VoidForm, fields=[])
        return cast("type[VoidForm]", made)

    @property
    def facts(self) -> list[Fact]:
        """Return what the page shows of the record before it is voided."""
        return facts(self.object, *self.shown)


def show_conflict(request: HttpRequest, conflict: EditConflict) -> HttpResponse:
    """Return the page with both values of each field that differs; nothing is saved."""
    posted = [
        (name, value)
        for name, values in request.POST.lists()
        if name not in NOT_POSTED_AGAIN and not name.startswith(KEEP)
        for value in values
    ]
    context = {
        "differences": conflict.form.differences(conflict.saved),
        "posted": posted,
        "saved": conflict.saved,
        "change": last_change(conflict.saved),
    }
    return render(request, "409.html", context, status=CONFLICT)


def last_change(record: Any) -> dict[str, Any]:
    """Return by whom and when the record was last changed, as its history has it."""
    event = record.events.order_by("-pgh_id").first()
    context = getattr(event, "pgh_context", None) or {}
    by = User.objects.filter(pk=context.get("user", 0)).first()
    return {"by": by, "at": getattr(event, "pgh_created_at", None)}
