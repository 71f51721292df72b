"""How an accused person is reached: sealed, and compared by keyed tokens only."""

from typing import Any, Final, override

import pghistory
from django.contrib.postgres.fields import ArrayField
from django.contrib.postgres.indexes import GinIndex
from django.core.exceptions import ValidationError
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from cases.choices import ContactKind
from cases.models.accused import Accused, AccusedRecordQuerySet
from reference.records import CURRENT, Record, known_codes
from victims.sealed import SealedRow, SealedTextField
from victims.tokens import handle_tokens, phone_tokens

WHOLE: Final = {
    ContactKind.PHONE: _("Type the whole number, nine digits or more."),
    ContactKind.HANDLE: _(
        "Type the name as it is used, three letters or digits or more."
    ),
}


@pghistory.track()
class AccusedContact(SealedRow, Record):
    """A phone, or a name on a network, that an accused person uses."""

    PERSONAL = ("value",)
    KNOWN_BY = "accused.code"
    PART_OF = ("accused",)

    accused = models.ForeignKey(
        Accused,
        models.PROTECT,
        related_name="contacts",
        verbose_name=_("accused person"),
    )
    kind = models.CharField(_("kind"), max_length=16, choices=ContactKind)
    value = SealedTextField(_("phone or name"), purpose="accused_contact", null=True)
    tokens = ArrayField(models.BigIntegerField(), default=list, editable=False)

    objects = AccusedRecordQuerySet["AccusedContact"].as_manager()

    class Meta(Record.Meta):
        verbose_name = _("contact of an accused person")
        verbose_name_plural = _("contacts of accused persons")
        ordering = ["pk"]
        default_permissions = ["add", "change", "view"]
        permissions = [
            ("view_contact_matches", "Can see, by codes, whose contacts match"),
            ("view_shared_contacts", "Can see which cases share a contact"),
        ]
        indexes = [GinIndex(name="accused_contact_tokens", fields=["tokens"])]
        constraints = [
            *known_codes("accused_contact", kind=ContactKind.values),
            models.CheckConstraint(
                name="accused_contact_can_be_compared",
                condition=Q(tokens__len__gt=0),
                violation_error_message=_("This contact is too short to be compared."),
            ),
            models.UniqueConstraint(
                name="accused_contact_recorded_once",
                fields=["accused", "tokens"],
                condition=CURRENT,
                violation_error_message=_(
                    "This contact is already recorded for this person."
                ),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.accused.code}: {self.get_kind_display()}"

    def own_tokens(self) -> list[int]:
        """Return the tokens by which the contact is compared; none of one too short."""
        of_kind = phone_tokens if self.kind == ContactKind.PHONE else handle_tokens
        return sorted(of_kind(self.value or ""))

    @override
    def clean(self) -> None:
        """Take the tokens of the value; refuse one that cannot be compared."""
        super().clean()
        self.tokens = self.own_tokens()
        if not self.tokens and self.kind in WHOLE:
            raise ValidationError({"value": WHOLE[ContactKind(self.kind)]})

    @override
    def save(self, *args: Any, **kwargs: Any) -> None:
        """Save with the tokens of the value."""
        self.tokens = self.own_tokens()
        if kwargs.get("update_fields") is not None:
            kwargs["update_fields"] = {*kwargs["update_fields"], "tokens"}
        super().save(*args, **kwargs)
