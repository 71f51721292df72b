"""Pages that write a case and the records that belong to it."""

from http import HTTPStatus
from typing import Any, ClassVar

from django.db.models import Model, QuerySet
from django.http import HttpResponse
from django.shortcuts import get_object_or_404
from django.urls import reverse
from django.utils.functional import cached_property
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from accounts import journal
from accounts.choices import Action
from accounts.editing import RecordChange, RecordCreate, RecordVoid
from cases.forms import CaseForm, CaseRecordForm, WantedNoticeCloseForm
from cases.models import CriminalCase, WantedNotice
from cases.tries import closed_until
from reference.records import CURRENT
from thb.facts import Fact, facts


class CaseAdd(RecordCreate[CriminalCase, CaseForm]):
    """Open a case; it is assigned to who opens it."""

    permission_required = "cases.add_criminalcase"
    form_class = CaseForm
    heading = _("New case")
    lead = _("The case is assigned to you from today.")
    save = _("Open the case")

    def get_form_kwargs(self) -> dict[str, Any]:
        """Return what the form starts from: whose case it will be."""
        return super().get_form_kwargs() | {"investigator": self.request.user}

    def get_success_url(self) -> str:
        """Return the page of the new case; the list while there is none."""
        if self.object is None:
            return reverse("cases:list")
        return reverse("cases:overview", args=[self.object.number])


class OneCase:
    """A case of the address, within reach and not void."""

    model: Any = CriminalCase
    queryset: Any = CriminalCase.objects.current()
    slug_field = slug_url_kwarg = "number"
    kwargs: dict[str, Any]

    def get_success_url(self) -> str:
        """Return the page of the case, by the number that it has in the register."""
        return reverse("cases:overview", args=[self.kwargs["number"]])


class CaseChange(OneCase, RecordChange[CriminalCase, CaseForm]):
    """Change what is known of a case as a whole."""

    permission_required = "cases.change_criminalcase"
    form_class = CaseForm
    heading = _("Change the case")

    def form_valid(self, form: CaseForm) -> HttpResponse:
        """Save the case, and lead to its page under the number it has now."""
        self.kwargs["number"] = form.cleaned_data["number"]
        return super().form_valid(form)


class CaseVoid(OneCase, RecordVoid[CriminalCase]):
    """Take a case out of every count."""

    permission_required = "cases.change_criminalcase"
    shown = ("number", "opened_on", "article", "stage")
    heading = _("Void the case")


class CaseRecordPage:
    """A record of the case in the address; saved, it shows in its section."""

    section: ClassVar[str] = ""
    shown: ClassVar[tuple[str, ...]] = ()
    kwargs: dict[str, Any]
    request: Any
    object: Any

    @cached_property
    def case(self) -> CriminalCase:
        """Return the case of the address; one void or beyond reach is not found."""
        reached = CriminalCase.objects.visible_to(self.request.user).current()
        return get_object_or_404(reached, number=self.kwargs["number"])

    @property
    def facts(self) -> list[Fact]:
        """Return which case the form writes in, and what it shows of the record."""
        case = Fact(gettext("Case"), self.case.number)
        return [case, *facts(self.object, *self.shown)]

    def get_success_url(self) -> str:
        """Return the section of the case that the record stands in."""
        return reverse(f"cases:{self.section}", args=[self.kwargs["number"]])

    def get_queryset(self) -> QuerySet[Any]:
        """Return the records of the case that are not void."""
        records: Any = super().get_queryset()  # type: ignore[misc]
        found: QuerySet[Any] = records.filter(CURRENT, **{records.case_path: self.case})
        return found


class CaseRecordAdd[M: Model](CaseRecordPage, RecordCreate[M, CaseRecordForm[Any]]):
    """Add a record to a case."""

    def get_form_kwargs(self) -> dict[str, Any]:
        """Return what the form starts from: a record of the case."""
        kwargs = super().get_form_kwargs() | {"case": self.case}
        if hasattr(self.new_record(), "case_id"):
            kwargs["instance"] = self.new_record(case=self.case)
        return kwargs

    def get_form(self, form_class: Any = None) -> Any:
        """Return the form; one that finds persons stays closed after many tries."""
        form: Any = super().get_form(form_class)
        if form.is_bound and form.finds_persons:
            form.closed_until = closed_until(self.user)
        return form

    def form_invalid(self, form: CaseRecordForm[Any]) -> HttpResponse:
        """Keep a code that nobody has: who tries many shows in the journal."""
        if form.closed_until is not None:
            journal.record(self.request, Action.REFUSED, fields=["code"])
            closed = super().form_invalid(form)
            closed.status_code = HTTPStatus.TOO_MANY_REQUESTS
            return closed
        if code := form.unknown_code:
            known = [code] if journal.is_code("code", code) else []
            journal.record(self.request, Action.SEARCHED, known, fields=["code"])
        return super().form_invalid(form)


class CaseRecordChange[M: Model](CaseRecordPage, RecordChange[M, CaseRecordForm[Any]]):
    """Change a record of a case."""

    def get_form_kwargs(self) -> dict[str, Any]:
        """Return what the form starts from: the record, and its case."""
        return super().get_form_kwargs() | {"case": self.case}


class CaseRecordVoid[M: Model](CaseRecordPage, RecordVoid[M]):
    """Take a record of a case out of every count."""


class WantedNoticeClose(CaseRecordChange[WantedNotice]):
    """Close an open notice; one already closed is not found."""

    permission_required = "cases.change_wantednotice"
    queryset = WantedNotice.objects.filter(closed_on=None)
    form_class = WantedNoticeCloseForm
    heading = _("Close the wanted notice")
    save = _("Close the notice")
    shown = ("accused", "declared_on")
    section = "wanted"
