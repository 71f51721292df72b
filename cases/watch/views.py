"""The lists behind the counts of the police's first page."""

from datetime import timedelta
from typing import Any, ClassVar, override

from django.db.models import QuerySet
from django.urls import reverse
from django.utils import timezone
from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy as _

from accounts.access import RecordAccess
from accounts.visits import last_visit
from cases.models import Accused, CriminalCase, WantedNotice
from cases.watch.queries import NO_VERDICT, STILL_WANTED, changed_since
from thb.listing import RecordList

AT_FIRST = timedelta(days=7)


def since(user: Any) -> Any:
    """Return since when changes are new to the user: his last visit or a week ago."""
    return last_visit(user) or timezone.now() - AT_FIRST


class WatchList(RecordAccess, RecordList[Any]):
    """A list with a row's case, its person, a day, and the way to settle it."""

    template_name = "cases/watch.html"
    heading: ClassVar[Any] = ""
    empty: ClassVar[Any] = ""
    form_page: ClassVar[tuple[str, str, Any]]  # the page, who may open it, its words
    section_page: ClassVar[tuple[str, Any]]  # for all others

    def way_on(self, record: Any, number: str) -> dict[str, Any]:
        """Return the link of a row: to the form, or to look at it."""
        page, permission, words = self.form_page
        if self.user.has_perm(permission):
            return {"url": reverse(page, args=self.form_args(record)), "text": words}
        page, words = self.section_page
        return {"url": reverse(page, args=[number]), "text": words}

    def form_args(self, record: Any) -> list[Any]:
        """Return what the form's address needs."""
        return [record.journal_code]

    def row(self, record: Any) -> dict[str, Any]:
        """Return what the template shows of one record."""
        raise NotImplementedError

    @override
    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        """Add the rows."""
        context = super().get_context_data(**kwargs)
        return context | {"rows": [self.row(one) for one in context["object_list"]]}


class ChangedCases(WatchList):
    """The cases that changed since the user was here last."""

    permission_required = "cases.view_criminalcase"
    model = CriminalCase
    heading = _("Cases changed since your last visit")
    empty = _("No case has changed since your last visit.")
    order = "-number"
    columns: ClassVar[Any] = {
        "number": (_("Case"), "pk"),
        "person": (_("Article"), ""),
        "opened": (_("Opened"), "opened_on"),
    }

    @cached_property
    def moment(self) -> Any:
        """Return since when."""
        return since(self.user)

    @override
    def get_queryset(self) -> QuerySet[Any]:
        """Return the cases within reach that changed."""
        return super().get_queryset().filter(changed_since(self.moment))

    @override
    def row(self, record: Any) -> dict[str, Any]:
        """Return the case, and the way to what was changed."""
        history = reverse("cases:history", args=[record.number])
        return {
            "case": record.number,
            "person": record.article,
            "day": record.opened_on,
            "link": {"url": history, "text": _("What was changed")},
        }


class WantedPersons(WatchList):
    """The accused persons who are wanted still, the longest first."""

    permission_required = "cases.view_wantednotice"
    queryset = WantedNotice.objects.filter(STILL_WANTED).select_related("accused__case")
    heading = _("Still wanted")
    empty = _("No notice is open.")
    order = "declared"
    form_page = ("cases:wanted-close", "cases.change_wantednotice", _("Close"))
    section_page = ("cases:wanted", _("Open"))
    columns: ClassVar[Any] = {
        "case": (_("Case"), ""),
        "accused": (_("Accused person"), ""),
        "declared": (_("Declared"), "declared_on"),
    }

    @override
    def form_args(self, record: Any) -> list[Any]:
        """Return case and notice."""
        return [record.accused.case.number, record.pk]

    @override
    def row(self, record: Any) -> dict[str, Any]:
        """Return the notice."""
        number = record.accused.case.number
        return {
            "case": number,
            "person": record.accused.code,
            "day": record.declared_on,
            "link": self.way_on(record, number),
        }


class CourtsWithoutVerdict(WatchList):
    """The accused persons sent to court without a verdict, the longest first."""

    permission_required = "cases.view_accused"
    queryset = Accused.objects.filter(NO_VERDICT).select_related("case")
    heading = _("In court without a verdict")
    empty = _("Everybody sent to court has a verdict.")
    order = "sent"
    form_page = ("cases:verdict-add", "cases.add_verdict", _("Record the verdict"))
    section_page = ("cases:verdicts", _("Open"))
    columns: ClassVar[Any] = {
        "case": (_("Case"), ""),
        "accused": (_("Accused person"), ""),
        "sent": (_("Sent to court"), "sent_to_court_on"),
    }

    @override
    def form_args(self, record: Any) -> list[Any]:
        """Return the case."""
        return [record.case.number]

    @override
    def row(self, record: Any) -> dict[str, Any]:
        """Return the accused person."""
        number = record.case.number
        return {
            "case": number,
            "person": record.code,
            "day": record.sent_to_court_on,
            "link": self.way_on(record, number),
        }
