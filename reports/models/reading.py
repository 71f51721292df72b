"""The right to have a text checked; no text is stored."""

from django.db import models


class TextCheck(models.Model):
    """Holds the permission for the text checker; it has no table."""

    class Meta:
        managed = False
        default_permissions = ()
        permissions = [("check_text", "Can check a text against the figures")]

    def __str__(self) -> str:
        return "text checker"
