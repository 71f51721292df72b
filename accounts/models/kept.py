"""What a user left open when the screen was hidden: the page, and what was typed."""

import json
import os
from datetime import timedelta
from typing import Any, Final

from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from django.db import models
from django.utils import timezone

from accounts.models.user import User
from thb.keys import encryption_keys

KEPT_FOR: Final = timedelta(hours=10)  # a working day
NONCE_BYTES: Final = 12
PURPOSE: Final = "left open"


class LeftOpenQuerySet(models.QuerySet["LeftOpen"]):
    """What users left open."""

    def outdated(self) -> "LeftOpenQuerySet":
        """Return what nobody came back to within a working day."""
        return self.filter(left_at__lt=timezone.now() - KEPT_FOR)


class LeftOpen(models.Model):
    """The page that a user left, and the forms on pages left; sealed for this user.

    It lives on the server, for a browser keeps nothing that names anybody.
    """

    user = models.OneToOneField(User, models.CASCADE, related_name="left_open")
    sealed = models.BinaryField()
    left_at = models.DateTimeField()

    objects = LeftOpenQuerySet.as_manager()

    def __str__(self) -> str:
        return str(self.user)

    def read(self) -> dict[str, Any]:
        """Return the page, and the forms by the pages that they stand on."""
        whole = bytes(self.sealed)
        cipher = AESGCM(encryption_keys()[whole[0]])
        nonce, text = whole[1 : NONCE_BYTES + 1], whole[NONCE_BYTES + 1 :]
        found: dict[str, Any] = json.loads(cipher.decrypt(nonce, text, self.bound))
        return found

    def write(self, left: dict[str, Any]) -> None:
        """Seal and save what was left, from now on for a working day."""
        number, nonce = max(encryption_keys()), os.urandom(NONCE_BYTES)
        cipher = AESGCM(encryption_keys()[number])
        text = cipher.encrypt(nonce, json.dumps(left).encode(), self.bound)
        self.sealed, self.left_at = bytes([number]) + nonce + text, timezone.now()
        self.save()

    @property
    def bound(self) -> bytes:
        """Return what is bound into the sealed value: it opens for its user only."""
        return f"{PURPOSE} {self.user_id}".encode()
