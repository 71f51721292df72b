"""The one-time allowance prepared and paid: answers, a check, then the act."""

from typing import Any, ClassVar, Final, override

from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext as _now
from django.utils.translation import gettext_lazy as _

from accounts import journal
from accounts.choices import Action
from assistance.amounts import Amount, amount_of
from assistance.choices import AllowanceKind, AllowanceStatus
from assistance.forms import AllowanceForm, AllowancePayForm
from assistance.models import Allowance
from assistance.views.money import ALLOWANCES, decision_facts, with_corrections
from thb.days import long_day
from thb.facts import Fact, facts
from thb.letters import capfirst
from thb.numbers import amount
from victims.views.file import FileAdd, FileChange, FileVoid

NOT_CARRIED: Final = frozenset({"csrfmiddlewaretoken", "look", "change", "confirm"})
LOOKED_AT: Final = ("look", "change")


class CheckedFirst:
    """A form that is checked on a page of its own before it does anything.

    The amount stands there as an output, and beside the form as soon as a day was typed
    where scripts run ("look").
    """

    template_name: str | None = "assistance/allowance_form.html"
    check_template: ClassVar[str] = "assistance/allowance_check.html"
    act: ClassVar[Any] = ""
    save: ClassVar[Any] = _("Check the answers")
    amount: Amount | None = None
    checking: bool = False

    def form_valid(self, form: Any) -> HttpResponse:
        """Carry out what was confirmed; else show the amount and what was answered."""
        page: Any = self
        if "confirm" in page.request.POST:
            return super().form_valid(form)  # type: ignore[misc, no-any-return]
        self.amount = amount_of(form.instance)
        self.checking = not any(name in page.request.POST for name in LOOKED_AT)
        context = page.get_context_data(form=form)
        if not self.checking:
            shown: HttpResponse = page.render_to_response(context)
            return shown
        context |= {"answers": answers_of(form), "carried": carried(page.request)}
        answer: HttpResponse = page.response_class(
            page.request, self.check_template, context
        )
        return answer


def answers_of(form: Any) -> list[Fact]:
    """Return what was answered, in words, to be read once more."""
    return [
        Fact(str(bound.label), capfirst(form.words(form.instance, bound.name)))
        for bound in form.visible_fields()
    ]


def carried(request: HttpRequest) -> list[tuple[str, str]]:
    """Return what the page that checks posts again."""
    return [
        (name, value)
        for name, values in request.POST.lists()
        if name not in NOT_CARRIED
        for value in values
    ]


class AllowancePrepare(CheckedFirst, FileAdd):
    """Prepare the allowance; who may not have it is told why, on a page."""

    permission_required = "assistance.add_allowance"
    panel = ALLOWANCES
    model = Allowance
    form_class = AllowanceForm
    heading = _("Prepare the one-time allowance")
    act = _("Send for approval")
    done = _("The allowance is prepared. It waits for the Coordinator's office.")

    @override
    def get(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        """Show the form, or why there is none."""
        return self.why_not() or super().get(request, *args, **kwargs)

    @override
    def form_valid(self, form: Any) -> HttpResponse:
        """Go on, unless somebody has prepared one meanwhile."""
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
            "given_title": given_title(given) if given else "",
            "given_facts": self.given_facts(given),
            "last_decision": self.last_decision(),
            "object": None,
            "form": None,
        }
        page = "assistance/allowance_none.html"
        return self.response_class(self.request, page, self.get_context_data(**context))

    def given_facts(self, given: Allowance | None) -> list[Fact]:
        """Return what is known of the allowance that was given."""
        names = ("amount_azn", "decided_on", "order_number", "paid_on", "status")
        return facts(given, *names) if given else []

    def last_decision(self) -> str:
        """Return the last decision on the person's status, in words."""
        last = self.victim.decisions.current().last()
        if last is None:
            return ""
        return f"{capfirst(last.get_status_display())}, {long_day(last.decided_on)}"


def given_title(given: Allowance) -> str:
    """Return what was given: Already paid: 700 AZN, decision 12 of 9 July 2019."""
    words = {
        "amount": amount(given.amount_azn or 0),
        "number": given.order_number,
        "day": long_day(given.decided_on),
    }
    if given.status == AllowanceStatus.PAID:
        text = _now("Already paid: %(amount)s AZN, decision of %(day)s")
        numbered = _now("Already paid: %(amount)s AZN, decision %(number)s of %(day)s")
    else:
        text = _now("Already prepared: %(amount)s AZN, decision of %(day)s")
        numbered = _now(
            "Already prepared: %(amount)s AZN, decision %(number)s of %(day)s"
        )
    return (numbered if given.order_number else text) % words


class AllowanceChange(CheckedFirst, FileChange):
    """Prepare an allowance anew that nobody has approved yet."""

    permission_required = "assistance.add_allowance"
    panel = ALLOWANCES
    model = Allowance
    form_class = AllowanceForm
    heading = _("Change the allowance")
    act = _("Send for approval")
    done = _("The allowance is prepared. It waits for the Coordinator's office.")

    @override
    def get_queryset(self) -> QuerySet[Any]:
        """Return what is prepared and not approved."""
        return unapproved(super().get_queryset())

    @override
    def get_object(self, *args: Any) -> Any:
        """Return the allowance; its amount stands beside the form from the start."""
        found = super().get_object(*args)
        self.amount = amount_of(found)
        return found


def unapproved(allowances: QuerySet[Any]) -> QuerySet[Any]:
    """Return the prepared allowances that nobody has approved."""
    return allowances.filter(
        status=AllowanceStatus.PENDING, prepared_by__isnull=False, approved_at=None
    )


class AllowanceWithdraw(FileVoid):
    """Take back what nobody has approved yet; this needs no second person."""

    permission_required = "assistance.change_allowance"
    panel = ALLOWANCES
    model = Allowance
    heading = _("Withdraw the allowance")
    lead = _("Nobody has approved it yet. It stays readable and counts for nothing.")
    save = _("Withdraw the allowance")
    done = _("The allowance is withdrawn.")

    @override
    def get_queryset(self) -> QuerySet[Any]:
        """Return what is prepared and not approved."""
        return unapproved(super().get_queryset())


class AllowancePay(CheckedFirst, FileChange):
    """Record the payment of an approved allowance; one paid already is not found."""

    permission_required = "assistance.change_allowance"
    panel = ALLOWANCES
    model = Allowance
    form_class = AllowancePayForm
    heading = _("Record the payment")
    act = _("Record the payment")
    done = _("The payment is recorded.")

    @override
    def get_queryset(self) -> QuerySet[Any]:
        """Return what is approved or from a file, and is not to be taken back."""
        pending = super().get_queryset().filter(status=AllowanceStatus.PENDING)
        free = with_corrections(pending).filter(correction_waits=False)
        return free.exclude(prepared_by__isnull=False, approved_at=None)

    @property
    def facts(self) -> list[Fact]:
        """Return the decision that is paid, with the account's last digits."""
        return decision_facts(self.object)
