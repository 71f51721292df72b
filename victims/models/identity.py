"""The identity beside the pseudonymous victim: sealed, found by keyed tokens only."""

from typing import Any, Final, Self, override

import pghistory
from django.contrib.postgres.fields import ArrayField
from django.contrib.postgres.indexes import GinIndex
from django.core.exceptions import ValidationError
from django.db import models, transaction
from django.db.models import Q
from django.utils.timezone import localdate
from django.utils.translation import gettext_lazy as _

from accounts.models import User
from reference.records import CURRENT, Record, known_codes
from thb.wording import later_than_today
from victims.choices import DocumentKind, Safety
from victims.models.victim import Victim, VictimRecordQuerySet
from victims.sealed import SealedDateField, SealedRow, SealedTextField
from victims.tokens import (
    name_tokens,
    number_tokens,
    phone_tokens,
    skeletons_of_typed,
    tokens_of_typed,
)

PERSONAL: Final = (
    "family_name",
    "given_name",
    "father_name",
    "birth_date",
    "personal_number",
    "phone",
    "address",
)


class IdentityQuerySet(VictimRecordQuerySet["Identity"]):
    """Identities, looked up by tokens."""

    @override
    def visible_to(self, user: User) -> Self:
        """Return the identities within reach; only some roles reach any."""
        shown = user.has_perm("victims.show_identity")
        return super().visible_to(user) if shown else self.none()

    def matching(self, typed: str) -> Self:
        """Return identities that have every typed word, whole or its beginning.

        Or that have all that was typed as one number, which may hold blanks.
        """
        if not (asked := tokens_of_typed(typed)):
            return self.none()
        every_word = Q()
        for alternatives in asked:
            every_word &= Q(tokens__overlap=sorted(alternatives))
        return self.filter(every_word | Q(tokens__overlap=sorted(number_tokens(typed))))

    def sounding_like(self, typed: str) -> Self:
        """Return identities whose names have the consonants of every typed word."""
        bones = skeletons_of_typed(typed)
        return self.filter(tokens__contains=sorted(bones)) if bones else self.none()


@pghistory.track()
class Identity(SealedRow, Record):
    """Names, numbers, phone and address of one person; every value is sealed."""

    PERSONAL = PERSONAL

    victim = models.OneToOneField(
        Victim, models.PROTECT, related_name="identity", verbose_name=_("person")
    )
    family_name = SealedTextField(
        _("family name"), purpose="family_name", null=True, blank=True
    )
    given_name = SealedTextField(
        _("given name"), purpose="given_name", null=True, blank=True
    )
    father_name = SealedTextField(
        _("father's name"), purpose="father_name", null=True, blank=True
    )
    birth_date = SealedDateField(
        _("birth date"), purpose="birth_date", null=True, blank=True
    )
    personal_number = SealedTextField(
        _("personal number"), purpose="personal_number", null=True, blank=True
    )
    phone = SealedTextField(_("phone"), purpose="phone", null=True, blank=True)
    phone_safety = models.CharField(
        _("calling is"), max_length=16, choices=Safety, blank=True
    )
    address = SealedTextField(_("address"), purpose="address", null=True, blank=True)
    address_safety = models.CharField(
        _("writing or coming is"),
        max_length=16,
        choices=Safety,
        blank=True,
        default="",
        db_default="",
    )
    never_contact = models.BooleanField(
        _("never contact"),
        default=False,
        db_default=False,
        help_text=_("Neither by phone nor by letter: the person is reached in person."),
    )
    tokens = ArrayField(models.BigIntegerField(), default=list, editable=False)

    objects = IdentityQuerySet.as_manager()

    class Meta(Record.Meta):
        verbose_name = _("identity")
        verbose_name_plural = _("identities")
        default_permissions = ["add", "change", "view"]
        indexes = [GinIndex(name="identity_tokens", fields=["tokens"])]
        constraints = known_codes(
            "identity", phone_safety=Safety.values, address_safety=Safety.values
        )

    def __str__(self) -> str:
        return self.victim.code

    def full_name(self) -> str:
        """Return family, given and father's name, as far as they are recorded."""
        names = (self.family_name, self.given_name, self.father_name)
        return " ".join(name for name in names if name)

    def own_tokens(self) -> list[int]:
        """Return the tokens by which this identity is found, in order."""
        names = name_tokens(
            self.family_name or "", self.given_name or "", self.father_name or ""
        )
        documents = self.documents.filter(CURRENT) if self.pk else []
        numbers = [document.number or "" for document in documents]
        found = names | number_tokens(self.personal_number or "", *numbers)
        return sorted(found | phone_tokens(self.phone or ""))

    @override
    def clean(self) -> None:
        """Refuse a birth date later than today: the database cannot read it."""
        super().clean()
        if self.birth_date and self.birth_date > localdate():
            raise ValidationError({"birth_date": later_than_today(_("Birth date"))})

    @override
    @transaction.atomic
    def save(self, *args: Any, **kwargs: Any) -> None:
        """Save with the tokens of the values, and bring the stored age up to date."""
        self.tokens = self.own_tokens()
        if kwargs.get("update_fields") is not None:
            kwargs["update_fields"] = {*kwargs["update_fields"], "tokens"}
        super().save(*args, **kwargs)
        self.victim.recompute_age()


class DocumentQuerySet(VictimRecordQuerySet["IdentityDocument"]):
    """Identity documents."""

    @override
    def visible_to(self, user: User) -> Self:
        """Return the documents of the identities within the user's reach."""
        return self.filter(identity__in=Identity.objects.visible_to(user).values("pk"))


@pghistory.track()
class IdentityDocument(SealedRow, Record):
    """One identity document; its number is sealed."""

    KNOWN_BY = "identity.victim.code"
    PART_OF = ("identity",)
    PERSONAL = ("number",)

    identity = models.ForeignKey(Identity, models.PROTECT, related_name="documents")
    kind = models.CharField(_("kind"), max_length=24, choices=DocumentKind)
    number = SealedTextField(_("number"), purpose="document", null=True)
    expires_on = models.DateField(_("expires on"), null=True, blank=True)

    objects = DocumentQuerySet.as_manager()

    class Meta(Record.Meta):
        verbose_name = _("identity document")
        verbose_name_plural = _("identity documents")
        constraints = known_codes("document", kind=DocumentKind.values)

    def __str__(self) -> str:
        return self.get_kind_display()

    @override
    @transaction.atomic
    def save(self, *args: Any, **kwargs: Any) -> None:
        """Save, and let the identity be found by the numbers that now hold."""
        identity = Identity.objects.select_for_update().get(pk=self.identity_id)
        super().save(*args, **kwargs)
        identity.save(update_fields=["tokens"])
