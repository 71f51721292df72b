"""Posts that were already carried out."""

from datetime import timedelta
from typing import Final, Self

from django.db import models
from django.utils import timezone

from accounts.models.user import User

KEPT: Final = timedelta(days=1)  # a page left open longer has lost its session


class SubmissionQuerySet(models.QuerySet["Submission"]):
    """Posts, remembered for as long as they can come again."""

    def outdated(self) -> Self:
        """Return the posts of pages whose session ended long ago."""
        return self.filter(posted_at__lt=timezone.now() - KEPT)


class Submission(models.Model):
    """A form that was posted once; the same post again leads to the same address."""

    user = models.ForeignKey(User, models.CASCADE, related_name="submissions")
    key = models.UUIDField()
    address = models.CharField(max_length=300, blank=True)
    posted_at = models.DateTimeField(auto_now_add=True)

    objects = SubmissionQuerySet.as_manager()

    class Meta:
        constraints = [
            models.UniqueConstraint(
                name="submission_posted_once", fields=["user", "key"]
            )
        ]

    def __str__(self) -> str:
        return str(self.key)
