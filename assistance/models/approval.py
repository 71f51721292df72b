"""What two people do about an allowance: one prepares it, another approves it."""

from typing import Final

import pgtrigger
from django.db import models
from django.db.models import F, Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from accounts.models import User
from assistance.choices import AllowanceStatus, PaymentMethod, Recipient
from reference.records import known_codes
from victims.sealed import SealedRow, SealedTextField

SHOWN_OF_AN_ACCOUNT: Final = 4
HIDDEN: Final = "•••• "

# What a second person said yes to; a sealed value differs as soon as it says another.
CHANGED: Final = """(
    (OLD.decided_on, OLD.kind, OLD.order_number, OLD.recipient, OLD.method, OLD.account)
    IS DISTINCT FROM
    (NEW.decided_on, NEW.kind, NEW.order_number, NEW.recipient, NEW.method, NEW.account)
)"""

APPROVAL_RULES: Final[list[models.BaseConstraint]] = [
    *known_codes("allowance", recipient=Recipient.values, method=PaymentMethod.values),
    models.CheckConstraint(
        name="allowance_approved_by_a_second_person",
        condition=Q(approved_by=None)
        | Q(prepared_by=None)
        | ~Q(approved_by=F("prepared_by")),
        violation_error_message=_(
            "A second person approves: not the one who prepared it."
        ),
    ),
    models.CheckConstraint(
        name="allowance_approved_by_whom_and_when",
        condition=Q(approved_by=None, approved_at=None)
        | Q(approved_by__isnull=False, approved_at__isnull=False),
        violation_error_message=_("An approval has a person and a time."),
    ),
    models.CheckConstraint(
        name="allowance_paid_once_approved",
        condition=~Q(status=AllowanceStatus.PAID)
        | Q(prepared_by=None)
        | Q(approved_at__isnull=False),
        violation_error_message=_(
            "The allowance is paid only after a second person has approved it."
        ),
    ),
]
"""What the table says; an allowance from a file has neither preparer nor approver."""

APPROVAL_TRIGGERS: Final = [
    pgtrigger.Trigger(
        name="change_ends_approval",
        when=pgtrigger.Before,
        operation=pgtrigger.Update,
        condition=pgtrigger.Condition(CHANGED),
        func="NEW.approved_by_id = NULL; NEW.approved_at = NULL; RETURN NEW;",
    ),
    pgtrigger.Trigger(
        name="keeps_its_preparer",
        when=pgtrigger.Before,
        operation=pgtrigger.Update,
        condition=pgtrigger.Condition(
            "OLD.prepared_by_id IS NOT NULL AND NEW.prepared_by_id IS NULL"
        ),
        func="""
            RAISE EXCEPTION USING
                ERRCODE = 'check_violation',
                CONSTRAINT = 'allowance_keeps_its_preparer',
                MESSAGE = 'an allowance that somebody prepared';
        """,
    ),
]
APPROVAL_MESSAGES: Final = {
    "allowance_keeps_its_preparer": _("Who prepared the allowance stays recorded."),
}


class Approval(SealedRow):
    """Who prepared, returned and approved it; to whom and how it is paid."""

    PERSONAL = ("account", "note", "return_reason")

    order_number = models.CharField(_("number of the order"), max_length=64, blank=True)
    recipient = models.CharField(
        _("who receives it"), max_length=16, choices=Recipient, blank=True
    )
    method = models.CharField(
        _("how it is paid"), max_length=16, choices=PaymentMethod, blank=True
    )
    account = SealedTextField(
        _("account"), purpose="allowance_account", null=True, blank=True
    )
    note = SealedTextField(_("note"), purpose="allowance_note", null=True, blank=True)
    prepared_by = models.ForeignKey(
        User,
        models.PROTECT,
        related_name="allowances_prepared",
        null=True,
        blank=True,
        editable=False,
        verbose_name=_("prepared by"),
    )
    prepared_at = models.DateTimeField(
        _("prepared at"), null=True, blank=True, editable=False
    )
    approved_by = models.ForeignKey(
        User,
        models.PROTECT,
        related_name="allowances_approved",
        null=True,
        blank=True,
        editable=False,
        verbose_name=_("approved by"),
    )
    approved_at = models.DateTimeField(
        _("approved at"), null=True, blank=True, editable=False
    )
    returned_by = models.ForeignKey(
        User,
        models.PROTECT,
        related_name="allowances_returned",
        null=True,
        blank=True,
        editable=False,
        verbose_name=_("returned by"),
    )
    returned_at = models.DateTimeField(
        _("returned at"), null=True, blank=True, editable=False
    )
    return_reason = SealedTextField(
        _("why it was returned"),
        purpose="allowance_return_reason",
        null=True,
        blank=True,
        editable=False,
    )

    class Meta:
        abstract = True

    @property
    def is_waiting(self) -> bool:
        """Return whether it waits for a second person."""
        prepared = self.prepared_by_id is not None and self.approved_at is None
        return prepared and self.returned_at is None

    @property
    def is_returned(self) -> bool:
        """Return whether it was returned, and not prepared anew since."""
        return self.returned_at is not None

    @property
    def may_be_paid(self) -> bool:
        """Return whether it is approved; one from a file needs no approval here."""
        return self.prepared_by_id is None or self.approved_at is not None

    @property
    def masked_account(self) -> str:
        """Return the last digits of the account; nothing where none is recorded."""
        account = "".join((self.account or "").split())
        return HIDDEN + account[-SHOWN_OF_AN_ACCOUNT:] if account else ""

    def prepare(self, user: User) -> None:
        """Let it wait for a second person, whatever was said about it before."""
        self.prepared_by, self.prepared_at = user, timezone.now()
        self.approved_by = self.approved_at = None
        self.returned_by = self.returned_at = None
        self.return_reason = ""

    def approve(self, user: User) -> None:
        """Record the approval of what is prepared, by a second person only."""
        self.approved_by, self.approved_at = user, timezone.now()
        self.save(update_fields=["approved_by", "approved_at"])

    def give_back(self, user: User, reason: str) -> None:
        """Return it to those who prepare, who read the reason."""
        self.returned_by, self.returned_at = user, timezone.now()
        self.return_reason = reason
        self.save(update_fields=["returned_by", "returned_at", "return_reason"])
