"""A person not registered yet: what was typed so far, sealed, for its owner only."""

import json
import uuid
from datetime import date, timedelta
from typing import Any, Final, Self

from django.db import models
from django.db.models import Q
from django.utils import timezone
from django.utils.timezone import localdate
from django.utils.translation import gettext_lazy as _

from accounts.models import User
from victims.models.victim import Victim
from victims.sealed import SealedRow, SealedTextField

KEPT: Final = timedelta(days=28)
SOON: Final = timedelta(days=7)
KEPT_UNTOUCHED: Final = timedelta(days=1)
KEPT_DISCARDED: Final = timedelta(days=1)

type Content = dict[str, Any]


class DraftQuerySet(models.QuerySet["Draft"]):
    """Groups of drafts."""

    def visible_to(self, user: User) -> Self:
        """Return the user's own drafts; nobody sees those of another."""
        return self.filter(owner=user)

    def open(self) -> Self:
        """Return the drafts that can be gone on with."""
        return self.filter(victim=None, discarded_at=None)

    def begun(self) -> Self:
        """Return the open drafts in which something was saved, the latest first."""
        return self.open().exclude(saved_at=None).order_by("-saved_at")

    def outdated(self) -> Self:
        """Return the drafts to be removed: too old, never begun, or discarded.

        The time counts from the last save.
        """
        now = timezone.now()
        return self.filter(
            Q(saved_at__lt=now - KEPT)
            | Q(saved_at=None, created_at__lt=now - KEPT_UNTOUCHED)
            | Q(discarded_at__lt=now - KEPT_DISCARDED)
        )


class Draft(SealedRow):
    """The answers about a new person, as they were typed.

    It is no record of the register: it may be removed. Once the person is registered
    it holds nothing but whom it led to, so that a second post finds that person.
    """

    PERSONAL = ("content", "unsaved")

    key = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    owner = models.ForeignKey(User, models.CASCADE, related_name="drafts")
    content = SealedTextField(_("answers"), purpose="draft", null=True, blank=True)
    unsaved = SealedTextField(
        _("answers sent after the session ended"),
        purpose="draft_unsaved",
        null=True,
        blank=True,
    )
    created_at = models.DateTimeField(default=timezone.now, editable=False)
    saved_at = models.DateTimeField(null=True, blank=True)
    discarded_at = models.DateTimeField(null=True, blank=True)
    victim = models.ForeignKey(
        Victim, models.PROTECT, related_name="+", null=True, blank=True
    )

    objects = DraftQuerySet.as_manager()

    class Meta:
        verbose_name = _("draft")
        verbose_name_plural = _("drafts")
        default_permissions = ()
        constraints = [
            models.CheckConstraint(
                name="draft_registered_holds_nothing",
                condition=Q(victim=None)
                | Q(content__isnull=True, unsaved__isnull=True),
                violation_error_message=_(
                    "A draft of a registered person holds no answers."
                ),
            ),
            models.CheckConstraint(
                name="draft_registered_or_discarded",
                condition=Q(victim=None) | Q(discarded_at=None),
                violation_error_message=_(
                    "A draft of a registered person cannot be discarded."
                ),
            ),
        ]

    def __str__(self) -> str:
        return str(self.key)

    def read(self) -> Content:
        """Return what the draft holds: answers by field, and what was decided."""
        content: Content = json.loads(self.content) if self.content else {}
        return {"answers": {}, "apart": {}, "put_away": []} | content

    def begin(self, content: Content) -> None:
        """Save what the search brought; nothing that was typed is in it yet."""
        self.content = json.dumps(content)
        self.save()

    def keep(self, content: Content) -> None:
        """Save the content, and that it was saved now."""
        self.content, self.saved_at = json.dumps(content), timezone.now()
        self.save(update_fields=["content", "saved_at"])

    def answer(self, answers: dict[str, str], **decided: Any) -> None:
        """Save the answers given, and leave those that were not asked this time."""
        content = self.read()
        self.keep(content | decided | {"answers": content["answers"] | answers})

    def put_aside(self, answers: dict[str, str]) -> None:
        """Keep what came without a session apart, until the owner is back."""
        self.unsaved = json.dumps(answers)
        self.save(update_fields=["unsaved"])

    def take_unsaved(self) -> None:
        """Bring in what was sent after the session had ended: its owner is back."""
        if self.unsaved:
            sent, self.unsaved = json.loads(self.unsaved), None
            self.save(update_fields=["unsaved"])
            self.answer(sent)

    def finish(self, victim: Victim) -> None:
        """Empty the draft: the person is registered."""
        self.victim, self.content, self.unsaved = victim, None, None
        self.save(update_fields=["victim", "content", "unsaved"])

    @property
    def given_name(self) -> str:
        """Return the given name that was typed, by which its owner knows the draft."""
        name: str = self.read()["answers"].get("given_name", "")
        return name

    @property
    def ends_on(self) -> date:
        """Return the day on which the draft is removed unless it is saved before."""
        return localdate((self.saved_at or self.created_at) + KEPT)

    @property
    def ends_soon(self) -> bool:
        """Return whether the draft is removed within a week."""
        return self.ends_on <= localdate() + SOON
