"""What waits for a second person, and his answer: yes, or back with a reason."""

from collections.abc import Iterable
from typing import Any, ClassVar, Final, override

from django.db.models import QuerySet
from django.urls import reverse
from django.utils.translation import gettext_lazy as _
from django.views.generic import DetailView, TemplateView

from accounts import journal
from accounts.access import PageAccess, RecordAccess
from accounts.choices import Action
from assistance.amounts import Amount, amount_of
from assistance.forms import (
    ApproveForm,
    CorrectionApproveForm,
    CorrectionForm,
    ReturnForm,
)
from assistance.models import Allowance, AllowanceCorrection
from assistance.standing import standing
from assistance.views.money import (
    ALLOWANCES,
    CHANGE,
    DECISION,
    HERE,
    decision_facts,
    with_corrections,
)
from thb.facts import Fact, facts
from thb.letters import capfirst
from victims.panels import Panel
from victims.views.file import FileChange, FileVoid, OfPanel

SHOWN: Final = 50
APPROVE: Final = "assistance.approve_allowance"
PEOPLE: Final = ("prepared_by", "prepared_at", "approved_by", "approved_at")

CORRECTIONS = Panel(
    model=AllowanceCorrection,
    form_class=CorrectionForm,
    section=HERE,
    pages="assistance:correction",
    title=_("Corrections"),
    add=_("Take back"),
    empty=_("No correction."),
    columns=("kind", "reason", "asked_by", "asked_at"),
    of="allowance__victim",
    verbs=(),
)


class Approvals(PageAccess, TemplateView):
    """What waits for the user's approval, the oldest first."""

    permission_required = APPROVE
    template_name = "assistance/approvals.html"

    @override
    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        """Return what others prepared, and keep whose it is."""
        allowances = self.of_others("prepared_by", Allowance.objects, "victim")
        corrections = self.of_others(
            "asked_by", AllowanceCorrection.objects, "allowance__victim"
        )
        codes = [one.journal_code for one in (*allowances, *corrections)]
        journal.record(self.request, Action.LISTED, dict.fromkeys(codes))
        return super().get_context_data(
            allowances=allowances[:SHOWN],
            corrections=corrections[:SHOWN],
            more=max(len(allowances), len(corrections)) > SHOWN,
            **kwargs,
        )

    def of_others(self, by: str, records: Any, *with_them: str) -> list[Any]:
        """Return the oldest that wait, and one more than are shown."""
        waiting = records.visible_to(self.user).waiting().exclude(**{by: self.user})
        since = by.replace("_by", "_at")
        ordered = waiting.select_related(by, *with_them).order_by(since, "pk")
        return list(ordered[: SHOWN + 1])


class ForApprover(FileChange):
    """A page of the second person, which leads back to what waits."""

    permission_required = APPROVE

    @override
    def get_success_url(self) -> str:
        """Return the page of what waits."""
        return reverse("approvals:waiting")


class AllowanceApprove(ForApprover):
    """Approve what another person prepared, after a look at all of it."""

    panel = ALLOWANCES
    model = Allowance
    form_class = ApproveForm
    template_name: str | None = "assistance/allowance_approve.html"
    heading = _("Approve the allowance")
    save = _("Approve")
    done = _("Approved. The shelter records the payment.")

    @override
    def get_queryset(self) -> QuerySet[Any]:
        """Return the allowances that wait."""
        return super().get_queryset().filter(pk__in=Allowance.objects.waiting())

    @property
    def facts(self) -> list[Fact]:
        """Return what is approved, and who prepared it."""
        return [
            *decision_facts(self.object),
            *facts(self.object, "prepared_by", "prepared_at"),
        ]

    @property
    def amount(self) -> Amount | None:
        """Return the amount with its reason."""
        return amount_of(self.object)


class AllowanceReturn(ForApprover):
    """Return the allowance to those who prepared it, with a reason."""

    panel = ALLOWANCES
    model = Allowance
    form_class = ReturnForm
    heading = _("Return the allowance")
    lead = _("Those who prepared it read the reason, and prepare it anew.")
    save = _("Return the allowance")
    done = _("Returned. The shelter reads the reason.")
    shown = (*DECISION, "prepared_by")

    @override
    def get_queryset(self) -> QuerySet[Any]:
        """Return the allowances that wait."""
        return super().get_queryset().filter(pk__in=Allowance.objects.waiting())


class AllowanceCorrect(FileChange):
    """Ask that an allowance be taken back; nothing changes until it is approved."""

    permission_required = CHANGE
    panel = ALLOWANCES
    model = Allowance
    form_class = CorrectionForm
    heading = _("Take the allowance back")
    lead = _("The Coordinator's office approves it. Until then nothing changes.")
    save = _("Send for approval")
    done = _("Sent. It waits for the Coordinator's office.")
    danger: ClassVar[bool] = True
    shown = (*DECISION, "paid_on", "status")

    @override
    def get_queryset(self) -> QuerySet[Any]:
        """Return what counts and is no longer only prepared; once a time."""
        counts = with_corrections(super().get_queryset()).filter(correction_waits=False)
        return counts.exclude(status="reversed").exclude(
            prepared_by__isnull=False, approved_at=None
        )


class OfCorrection(ForApprover):
    """A page of the second person over a correction that waits."""

    panel = CORRECTIONS
    model = AllowanceCorrection

    @override
    def get_queryset(self) -> QuerySet[Any]:
        """Return the corrections that wait."""
        return (
            super().get_queryset().filter(pk__in=AllowanceCorrection.objects.waiting())
        )

    @property
    def facts(self) -> list[Fact]:
        """Return what is to be done, why, and with which allowance."""
        allowance = self.object.allowance
        return [
            *facts(self.object, "kind", "reason", "asked_by", "asked_at"),
            *facts(allowance, *DECISION, "paid_on", "status"),
        ]


class CorrectionApprove(OfCorrection):
    """Take an allowance back, as another person asked."""

    form_class = CorrectionApproveForm
    template_name: str | None = "assistance/correction_approve.html"
    heading = _("Approve the correction")
    lead = _("The allowance then counts for nothing; it stays readable.")
    save = _("Approve")
    done = _("Approved. The allowance is taken back.")
    danger: ClassVar[bool] = True


class CorrectionDecline(OfCorrection, FileVoid):
    """Leave the allowance as it is, with a reason."""

    permission_required = APPROVE
    heading = _("Decline the correction")
    lead = _("The allowance stays as it is. The shelter reads the reason.")
    save = _("Decline the correction")
    done = _("Declined. The allowance stays as it is.")


class AllowanceDetail(OfPanel, RecordAccess, DetailView[Allowance]):
    """All that is known of one allowance, and what became of it."""

    permission_required = "assistance.view_allowance"
    panel = ALLOWANCES
    model = Allowance
    template_name: str | None = "assistance/allowance_detail.html"
    context_object_name = "allowance"

    @override
    def get_queryset(self) -> QuerySet[Any]:
        """Return the person's allowances with those who dealt with them."""
        people = ("prepared_by", "approved_by", "returned_by")
        return with_corrections(super().get_queryset()).select_related(*people)

    @override
    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        """Add the facts, the amount's reason, the corrections, and what comes next."""
        kind, words = standing(self.object)
        asked = self.object.corrections.select_related("asked_by", "approved_by")
        return super().get_context_data(
            standing={"kind": kind, "text": capfirst(str(words))},
            facts=list(self.facts()),
            amount=amount_of(self.object),
            corrections=list(asked),
            links=list(self.links()),
            **kwargs,
        )

    def facts(self) -> Iterable[Fact]:
        """Yield the decision, the account's last digits, who prepared and approved."""
        allowance = self.object
        yield from decision_facts(allowance)
        yield from facts(allowance, "paid_on", *PEOPLE)
        if allowance.is_returned:
            yield from facts(allowance, "returned_by", "returned_at", "return_reason")
        if self.user.has_perm("victims.view_identity"):
            yield from facts(allowance, "note")

    def links(self) -> Iterable[Any]:
        """Yield the next steps of this allowance."""
        for step in self.panel.steps[1:]:
            if self.user.has_perm(step.permission) and step.suits(self.object):
                yield {"text": step.text, "url": step.address(self.victim, self.object)}
