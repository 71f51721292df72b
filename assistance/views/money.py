"""The section of the one-time allowance, and of compensation: never mixed."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, Final, override

from django.db.models import Exists, OuterRef, QuerySet
from django.utils.translation import gettext_lazy as _

from accounts.models import User
from assistance.choices import AllowanceKind, AllowanceStatus
from assistance.forms import AllowanceForm, CompensationForm
from assistance.models import Allowance, AllowanceCorrection, Compensation
from assistance.standing import (
    is_correctable,
    is_payable,
    is_unapproved,
    is_waiting,
    standing,
)
from thb.facts import Fact, facts, label_of, value_of
from victims.models import Victim
from victims.panels import Panel, Step
from victims.views.file import FileSection

HERE: Final = "assistance:allowance"
CHANGE: Final = "assistance.change_allowance"
DECISION: Final = ("amount_azn", "decided_on", "order_number", "recipient", "method")


def with_corrections(allowances: QuerySet[Any]) -> QuerySet[Any]:
    """Return the allowances with `correction_waits`."""
    asked = AllowanceCorrection.objects.waiting().filter(allowance=OuterRef("pk"))
    found: QuerySet[Any] = allowances.annotate(correction_waits=Exists(asked))
    return found


def decision_facts(allowance: Allowance) -> list[Fact]:
    """Return what was decided; of the account its last digits only."""
    account = allowance.masked_account or value_of(allowance, "account")
    return [
        *facts(allowance, *DECISION),
        Fact(label_of(allowance, "account"), account),
    ]


def any_of_them(_allowance: Allowance) -> bool:
    """Return that a step suits every allowance."""
    return True


@dataclass(frozen=True)
class AllowancePanel(Panel):
    """The allowances of a person, each with whether it is to be taken back."""

    @override
    def records(self, victim: Victim, user: User) -> QuerySet[Any]:
        """Return the person's allowances within the user's reach."""
        return with_corrections(super().records(victim, user))

    @override
    def takes_more(self, records: Sequence[Any]) -> bool:
        """Return whether no one-time allowance is prepared or paid that counts."""
        return not any(
            one.voided_at is None
            and one.status != AllowanceStatus.REVERSED
            and one.kind == AllowanceKind.ONE_TIME
            for one in records
        )


ALLOWANCES = AllowancePanel(
    model=Allowance,
    form_class=AllowanceForm,
    section=HERE,
    pages="assistance:allowance",
    title=_("One-time allowance"),
    add=_("Prepare the allowance"),
    empty=_("No decision yet."),
    columns=("decided_on", "amount_azn", "paid_on"),
    state=standing,
    steps=(
        Step(
            _("Details"),
            "assistance:allowance_detail",
            "assistance.view_allowance",
            suits=any_of_them,
        ),
        Step(
            _("Approve or return"),
            "assistance:allowance_approve",
            "assistance.approve_allowance",
            suits=is_waiting,
        ),
        Step(
            _("Change"),
            "assistance:allowance_change",
            "assistance.add_allowance",
            suits=is_unapproved,
        ),
        Step(
            _("Record the payment"),
            "assistance:allowance_pay",
            CHANGE,
            suits=is_payable,
        ),
        Step(
            _("Take back"),
            "assistance:allowance_correct",
            CHANGE,
            suits=is_correctable,
        ),
        Step(_("Withdraw"), "assistance:allowance_void", CHANGE, suits=is_unapproved),
    ),
    verbs=(),
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
