"""The one-time allowance, whose amount nobody types, and compensation."""

from typing import Any, ClassVar, Final, override

from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext_lazy as _

from accounts import journal
from accounts.choices import Action
from assistance.amounts import Amount, amount_of
from assistance.choices import AllowanceKind, AllowanceStatus
from assistance.forms import (
    AllowanceForm,
    AllowancePayForm,
    CompensationForm,
    ReverseForm,
)
from assistance.models import Allowance, Compensation
from thb.facts import Fact, facts
from victims.panels import Panel, State, Step
from victims.views.file import FileAdd, FileChange, FileSection

HERE: Final = "assistance:allowance"

STATUS_KIND: Final = {
    AllowanceStatus.PENDING: "half",
    AllowanceStatus.PAID: "ok",
    AllowanceStatus.REVERSED: "no",
}


def allowed(allowance: Allowance) -> State:
    """Return where the allowance stands."""
    kind = STATUS_KIND[allowance.status]  # type: ignore[index]
    return kind, allowance.get_status_display()


def is_pending(allowance: Allowance) -> bool:
    """Return whether the allowance is decided and not paid."""
    return allowance.status == AllowanceStatus.PENDING


def is_unreversed(allowance: Allowance) -> bool:
    """Return whether the allowance counts."""
    return allowance.status != AllowanceStatus.REVERSED


ALLOWANCES = Panel(
    model=Allowance,
    form_class=AllowanceForm,
    section=HERE,
    pages="assistance:allowance",
    title=_("One-time allowance"),
    add=_("Prepare the allowance"),
    empty=_("No decision yet."),
    columns=("amount_azn", "decided_on", "paid_on"),
    state=allowed,
    steps=(
        Step(
            _("Record the payment"),
            "assistance:allowance_pay",
            "assistance.change_allowance",
            suits=is_pending,
        ),
        Step(
            _("Reverse"),
            "assistance:allowance_reverse",
            "assistance.change_allowance",
            suits=is_unreversed,
        ),
    ),
    verbs=("void",),
)
COMPENSATION = Panel(
    model=Compensation,
    form_class=CompensationForm,
    section=HERE,
    pages="assistance:compensation",
    title=_("Compensation and other money"),
    add=_("Record compensation"),
    empty=_("Compensation from the Relief Fund or damages from the trafficker."),
    columns=("stream", "claimed_on", "paid_on", "amount_azn"),
)


class AllowanceSection(FileSection):
    """The allowance and other money; the three streams are never mixed."""

    permission_required = "assistance.view_allowance"
    section = HERE
    panels = (ALLOWANCES, COMPENSATION)


class ShowsAmount:
    """A form whose amount is an output: "Show the amount" computes, saves nothing."""

    template_name: str | None = "assistance/allowance_form.html"
    amount: Amount | None = None

    def form_valid(self, form: Any) -> HttpResponse:
        """Show the amount and its reason where that was asked; else save."""
        if "check" not in self.request.POST:  # type: ignore[attr-defined]
            return super().form_valid(form)  # type: ignore[misc, no-any-return]
        self.amount = amount_of(form.instance)
        shown: HttpResponse = self.render_to_response(  # type: ignore[attr-defined]
            self.get_context_data(form=form)  # type: ignore[attr-defined]
        )
        return shown


class AllowancePrepare(ShowsAmount, FileAdd):
    """Prepare the allowance; who may not have it is told why, on a page."""

    permission_required = "assistance.add_allowance"
    panel = ALLOWANCES
    model = Allowance
    form_class = AllowanceForm
    heading = _("Prepare the one-time allowance")
    save = _("Prepare the allowance")
    done = _("The allowance is prepared. A manager records the payment.")

    @override
    def get(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        """Show the form, or why there is none."""
        return self.why_not() or super().get(request, *args, **kwargs)

    @override
    def form_valid(self, form: Any) -> HttpResponse:
        """Save, unless somebody has prepared one meanwhile."""
        return self.why_not() or super().form_valid(form)

    @override
    def form_invalid(self, form: Any) -> HttpResponse:
        """Show what stood in the way, or that somebody has prepared one meanwhile."""
        return self.why_not() or super().form_invalid(form)

    def why_not(self) -> HttpResponse | None:
        """Return the page that says why there is no form; None where there is one."""
        own = Allowance.objects.visible_to(self.user).filter(victim=self.victim)
        given = own.unreversed().filter(kind=AllowanceKind.ONE_TIME).first()
        if given is None and self.victim.identified_on():
            return None
        journal.record(self.request, Action.OPENED, [self.victim.code])
        self.object = None
        context = {
            "given": given,
            "given_facts": self.given_facts(given),
            "object": None,
            "form": None,
        }
        page = "assistance/allowance_none.html"
        return self.response_class(self.request, page, self.get_context_data(**context))

    def given_facts(self, given: Allowance | None) -> list[Fact]:
        """Return what is known of the allowance that was given."""
        names = ("amount_azn", "decided_on", "paid_on", "status")
        return facts(given, *names) if given else []


class AllowancePay(ShowsAmount, FileChange):
    """Record the payment of a pending allowance; one paid already is not found."""

    permission_required = "assistance.change_allowance"
    panel = ALLOWANCES
    model = Allowance
    form_class = AllowancePayForm
    heading = _("Record the payment")
    save = _("Record the payment")
    shown = ("decided_on",)
    done = _("The payment is recorded.")

    @override
    def get_queryset(self) -> QuerySet[Any]:
        """Return the pending allowances of the person."""
        return super().get_queryset().filter(status=AllowanceStatus.PENDING)


class AllowanceReverse(FileChange):
    """Reverse an allowance with a reason; one reversed already is not found."""

    permission_required = "assistance.change_allowance"
    panel = ALLOWANCES
    model = Allowance
    form_class = ReverseForm
    heading = _("Reverse the allowance")
    lead = _("It keeps its amount and counts for nothing. Another may be prepared.")
    save = _("Reverse the allowance")
    done = _("The allowance is reversed.")
    danger: ClassVar[bool] = True
    shown = ("amount_azn", "decided_on", "paid_on", "status")

    @override
    def get_queryset(self) -> QuerySet[Any]:
        """Return the allowances of the person that count."""
        records = super().get_queryset()
        return records.exclude(status=AllowanceStatus.REVERSED)
