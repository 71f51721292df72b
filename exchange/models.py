"""The rights to take a register in and out."""

from django.db import models


class Register(models.Model):
    """Holds the permissions of this app; it has no table."""

    class Meta:
        managed = False
        default_permissions = ()
        permissions = [
            ("import_register", "Can import a register"),
            ("export_register", "Can export a register"),
        ]

    def __str__(self) -> str:
        return "register"
