"""Beds that the police ask for by needs, and what the shelters answer."""

from typing import Self

import pghistory
from django.db import models
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from accounts.choices import Role
from accounts.models import User
from assistance.choices import RoomFor
from reference.models import Shelter
from reference.records import CURRENT, Record, RecordQuerySet, known_codes

MOST_PEOPLE = 10


class BedRequestQuerySet(RecordQuerySet["BedRequest"]):
    """Groups of requests."""

    def visible_to(self, user: User) -> Self:
        """Return an investigator's own requests; to managers of shelters all."""
        if user.role == Role.SHELTER_MANAGER:
            return self
        return self.filter(requested_by=user)

    def open_to(self, shelter: Shelter) -> Self:
        """Return the requests that wait for this shelter: nobody has reserved yet."""
        answered = BedAnswer.objects.filter(CURRENT).filter(
            Q(reserved=True) | Q(shelter=shelter)
        )
        return self.filter(CURRENT).exclude(pk__in=answered.values("request"))


@pghistory.track()
class BedRequest(Record):
    """What is needed, in numbers and marks: nothing that tells of a person."""

    KNOWN_BY = "reference"
    PART_OF = ()

    requested_by = models.ForeignKey(
        User, models.PROTECT, related_name="bed_requests", verbose_name=_("asked by")
    )
    asked_at = models.DateTimeField(_("asked at"), default=timezone.now)
    room_for = models.CharField(_("a room for"), max_length=16, choices=RoomFor)
    people = models.PositiveSmallIntegerField(_("beds needed"), default=1)
    step_free = models.BooleanField(_("must be reached without steps"), default=False)

    objects = BedRequestQuerySet.as_manager()

    class Meta(Record.Meta):
        verbose_name = _("request for a bed")
        verbose_name_plural = _("requests for beds")
        ordering = ["-asked_at", "-pk"]
        constraints = [
            *known_codes("bed_request", room_for=RoomFor.values),
            models.CheckConstraint(
                name="bed_request_for_some_people",
                condition=Q(people__gte=1, people__lte=MOST_PEOPLE),
                violation_error_message=_("Ask for 1 to 10 beds."),
            ),
        ]

    def __str__(self) -> str:
        return self.reference

    @property
    def reference(self) -> str:
        """Return the number by which police and shelter speak of the request."""
        return f"B-{self.pk}"


class BedAnswerQuerySet(RecordQuerySet["BedAnswer"]):
    """What shelters answered."""

    def visible_to(self, user: User) -> Self:
        """Return the answers of the user's shelters."""
        return self.filter(shelter__in=user.shelters.values("pk"))


@pghistory.track()
class BedAnswer(Record):
    """One shelter reserved beds for a request, or has none."""

    KNOWN_BY = "request.reference"
    PART_OF = ("request",)

    request = models.ForeignKey(
        BedRequest, models.PROTECT, related_name="answers", verbose_name=_("request")
    )
    shelter = models.ForeignKey(
        Shelter, models.PROTECT, related_name="bed_answers", verbose_name=_("shelter")
    )
    answered_by = models.ForeignKey(
        User, models.PROTECT, related_name="+", verbose_name=_("answered by")
    )
    answered_at = models.DateTimeField(_("answered at"), default=timezone.now)
    reserved = models.BooleanField(_("reserved"), default=False)

    objects = BedAnswerQuerySet.as_manager()

    class Meta(Record.Meta):
        verbose_name = _("answer to a request for a bed")
        verbose_name_plural = _("answers to requests for beds")
        ordering = ["answered_at", "pk"]
        constraints = [
            models.UniqueConstraint(
                name="bed_answer_once_a_shelter",
                fields=["request", "shelter"],
                condition=CURRENT,
                violation_error_message=_("Your shelter has answered already."),
            ),
            models.UniqueConstraint(
                name="bed_answer_reserved_once",
                fields=["request"],
                condition=CURRENT & Q(reserved=True),
                violation_error_message=_("Another shelter has reserved already."),
            ),
        ]

    def __str__(self) -> str:
        return self.request.reference
