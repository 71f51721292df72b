"""Referrals sent to another agency: with a consent, and with the fields agreed only."""

from typing import Any, Final, Self

import pghistory
import pgtrigger
from django.contrib.postgres.fields import ArrayField
from django.db import models, transaction
from django.db.models import Q
from django.utils import timezone
from django.utils.timezone import localdate
from django.utils.translation import gettext_lazy as _

from accounts.choices import Role
from accounts.models import User
from assistance.choices import (
    ReferralOutcome,
    ReferralType,
    SendingEnd,
    SendingState,
    SharedField,
)
from assistance.models.service import Referral
from assistance.sending_rules import CONSENT_COVERS, STATE_FOLLOWS
from reference.models import Organisation
from reference.records import CURRENT, Record, known_codes
from victims.models import Consent, SuspensionOrder, Victim, VictimRecordQuerySet
from victims.sealed import SealedRow, SealedTextField

OPEN: Final = (SendingState.SENT, SendingState.ACCEPTED)
ENDED: Final = (SendingState.DONE, SendingState.REVOKED)
ANSWERED: Final = (SendingState.ACCEPTED, SendingState.DECLINED, SendingState.DONE)
IDENTITY: Final = (SharedField.NAME, SharedField.PHONE)


class SendingQuerySet(VictimRecordQuerySet["Sending"]):
    """Groups of referrals that were sent."""

    def running(self) -> Self:
        """Return those that wait for an answer or were accepted."""
        return self.filter(CURRENT, state__in=OPEN)

    def received_by(self, user: User) -> Self:
        """Return those that are before the user's organisation, as long as they run.

        No longer once the consent has ended or the file is suspended.
        """
        if user.organisation_id is None or not user.has_perm(
            "assistance.receive_sending"
        ):
            return self.none()
        today = localdate()
        suspended = SuspensionOrder.objects.in_force_on(today).values("victim")
        return self.running().filter(
            ~Q(victim__in=suspended),
            organisation=user.organisation_id,
            for_role__in=("", user.role),
            consent__in=Consent.objects.in_force_on(today).values("pk"),
            victim__voided_at=None,
            victim__merged_into=None,
        )


@pghistory.track()
class Sending(SealedRow, Record):
    """One referral sent to an organisation, or to those of one role there.

    The receiver sees what is `shared` and no more, and only while it runs. One that is
    accepted makes the `Referral` that the register counts.
    """

    PERSONAL = ("needs", "answer")

    victim = models.ForeignKey(Victim, models.PROTECT, related_name="sendings")
    type = models.CharField(_("referred to"), max_length=32, choices=ReferralType)
    organisation = models.ForeignKey(
        Organisation,
        models.PROTECT,
        related_name="+",
        verbose_name=_("organisation"),
    )
    for_role = models.CharField(
        _("for whom there"), max_length=24, choices=Role, blank=True
    )
    consent = models.ForeignKey(
        Consent, models.PROTECT, related_name="sendings", verbose_name=_("consent")
    )
    shared = ArrayField(
        models.CharField(max_length=16, choices=SharedField),
        verbose_name=_("what is told"),
        default=list,
        blank=True,
    )
    needs = SealedTextField(_("what is needed"), purpose="needs", null=True, blank=True)
    state = models.CharField(
        _("state"), max_length=16, choices=SendingState, default=SendingState.SENT
    )
    sender = models.ForeignKey(
        User, models.PROTECT, related_name="+", verbose_name=_("sent by")
    )
    sent_at = models.DateTimeField(_("sent at"), default=timezone.now)
    answer = SealedTextField(_("answer"), purpose="answer", null=True, blank=True)
    answered_by = models.ForeignKey(
        User,
        models.PROTECT,
        related_name="+",
        null=True,
        blank=True,
        verbose_name=_("answered by"),
    )
    answered_at = models.DateTimeField(_("answered at"), null=True, blank=True)
    ended_at = models.DateTimeField(_("ended at"), null=True, blank=True)
    ended_because = models.CharField(
        _("taken back because"), max_length=16, choices=SendingEnd, blank=True
    )
    referral = models.OneToOneField(
        Referral,
        models.PROTECT,
        related_name="sending",
        null=True,
        blank=True,
        verbose_name=_("referral"),
    )

    objects = SendingQuerySet.as_manager()

    TRIGGER_MESSAGES = {
        "sending_consent_covers": _(
            "No consent in force covers a referral to this organisation."
        ),
        "sending_file_is_open": _(
            "Access to the file is suspended: nothing is sent from it."
        ),
        "sending_state_follows": _(
            "This referral was answered or taken back in between."
        ),
    }

    class Meta(Record.Meta):
        verbose_name = _("referral to an agency")
        verbose_name_plural = _("referrals to agencies")
        ordering = ["-sent_at", "-pk"]
        permissions = [("receive_sending", "Can answer referrals sent to the agency")]
        indexes = [
            models.Index(name="sending_before", fields=["organisation", "state"])
        ]
        constraints = [
            *known_codes(
                "sending",
                type=ReferralType.values,
                for_role=Role.values,
                state=SendingState.values,
                ended_because=SendingEnd.values,
            ),
            models.CheckConstraint(
                name="sending_shared_known_code",
                condition=Q(shared__contained_by=SharedField.values),
                violation_error_message=_("This code is not in the list."),
            ),
            models.CheckConstraint(
                name="sending_state_has_its_days",
                condition=(~Q(state=SendingState.SENT) | Q(answered_at=None))
                & (~Q(state__in=ANSWERED) | Q(answered_at__isnull=False))
                & (~Q(state__in=ENDED) | Q(ended_at__isnull=False))
                & (Q(state__in=ENDED) | Q(ended_at=None))
                & (~Q(state=SendingState.REVOKED) | ~Q(ended_because="")),
                violation_error_message=_("The state and its days do not agree."),
            ),
            models.CheckConstraint(
                name="sending_declined_with_reason",
                condition=~Q(state=SendingState.DECLINED) | Q(answer__isnull=False),
                violation_error_message=_("Say why the referral is declined."),
            ),
            models.UniqueConstraint(
                name="sending_runs_once",
                fields=["victim", "organisation", "type"],
                condition=CURRENT & Q(state__in=OPEN),
                violation_error_message=_(
                    "Such a referral is already before this organisation."
                ),
            ),
        ]
        triggers = [
            *Record.Meta.triggers,
            pgtrigger.Trigger(
                name="consent_covers",
                when=pgtrigger.Before,
                operation=pgtrigger.Insert | pgtrigger.UpdateOf("state"),
                func=CONSENT_COVERS,
            ),
            pgtrigger.Trigger(
                name="state_follows",
                when=pgtrigger.Before,
                operation=pgtrigger.UpdateOf("state"),
                func=STATE_FOLLOWS,
            ),
        ]

    def __str__(self) -> str:
        return f"{self.victim.code}: {self.get_type_display()}"

    @property
    def sent_on(self) -> Any:
        """Return the day of sending in Asia/Baku."""
        return localdate(self.sent_at)

    def get_shared_display(self) -> str:
        """Return what is told, in words; the code and the purpose always are."""
        words = [str(SharedField(name).label) for name in self.shared]
        return ", ".join(words) or str(_("code and purpose only"))

    @property
    def names(self) -> list[str]:
        """Return what of the identity was agreed to be told."""
        return [name for name in self.shared if name in IDENTITY]

    def days_waiting(self) -> int:
        """Return the whole days since it was sent."""
        return (localdate() - self.sent_on).days  # type: ignore[no-any-return]

    @transaction.atomic
    def accept(self, by: User) -> None:
        """Take the person on; the register counts a referral from now on."""
        known = {
            "victim": self.victim,
            "type": self.type,
            "organisation": self.organisation,
            "referred_on": self.sent_on,
        }
        recorded = Referral.objects.current().filter(**known, sending=None).first()
        self.referral = recorded or Referral.objects.create(
            **known, outcome=ReferralOutcome.PENDING
        )
        self._answer(SendingState.ACCEPTED, by)

    def decline(self, by: User, reason: str) -> None:
        """Answer that the person cannot be taken on, and why."""
        self.answer = reason
        self._answer(SendingState.DECLINED, by)

    def finish(self) -> None:
        """Say that what was asked for is done."""
        self.state, self.ended_at = SendingState.DONE, timezone.now()
        self.save()

    def revoke(self) -> None:
        """Take it back: from now on the receiver sees nothing of it."""
        self.state, self.ended_at = SendingState.REVOKED, timezone.now()
        self.ended_because = SendingEnd.SENDER
        self.save()

    def _answer(self, state: SendingState, by: User) -> None:
        self.state, self.answered_by, self.answered_at = state, by, timezone.now()
        self.save()
