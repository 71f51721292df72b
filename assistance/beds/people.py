"""Whom staff may place or hold a bed for: people within reach without a stay."""

from typing import Any, Final, override

from django import forms
from django.db.models import Exists, Model, OuterRef, QuerySet
from django.utils.timezone import localdate
from django.utils.translation import gettext_lazy as _

from accounts.models import User
from assistance.models import Placement
from thb.forms import RecordForm
from victims.codes import normalise_code
from victims.file import given_name
from victims.models import Victim

OFFERED: Final = 10


def without_a_stay(user: User) -> QuerySet[Victim]:
    """Return the people within the user's reach who stay nowhere, the newest first."""
    stays = Placement.objects.open_on(localdate()).filter(victim=OuterRef("pk"))
    reached = Victim.objects.visible_to(user).current().filter(~Exists(stays))
    return reached.select_related("identity").order_by("-pk")


class PersonField(forms.ModelChoiceField):  # type: ignore[type-arg]
    """One of a few people: the code, and the given name for who may see it."""

    named = False

    @override
    def label_from_instance(self, obj: Any) -> str:
        """Return the code, with the given name where the user sees it."""
        if not self.named:
            return str(obj.code)
        return f"{obj.code} {given_name(getattr(obj, 'identity', None))}"


class PersonForm[M: Model](RecordForm[M]):
    """A form that asks for a person: one of the newest, or one known by a code."""

    person = PersonField(
        label=_("Person"),
        queryset=Victim.objects.none(),
        required=False,
        empty_label=None,
        widget=forms.RadioSelect,
    )
    code = forms.CharField(
        label=_("Or the code of another person"),
        max_length=64,
        required=False,
        widget=forms.TextInput(
            {"size": 14, "autocomplete": "off", "spellcheck": "false"}
        ),
    )
    needed = True

    def offer(self, user: User) -> list[str]:
        """Offer the newest without a stay, and who is asked for; return the codes."""
        self.user = user
        people = without_a_stay(user).values_list("pk", "code")
        newest = dict(people[:OFFERED])
        if asked := self.initial.get("person"):
            newest |= dict(people.filter(pk=asked))
        field: Any = self.fields["person"]
        field.named = user.has_perm("victims.view_given_name")
        field.queryset = without_a_stay(user).filter(pk__in=newest)
        for name in ("person", "code"):
            one: Any = self.fields[name]
            one.one_of = self.needed
        if not newest:
            del self.fields["person"]
            self.fields["code"].label = _("Code of the person")
        return [*newest.values()]

    @override
    def clean(self) -> dict[str, Any]:
        """Find the person, and give it to the record."""
        answers: dict[str, Any] = super().clean() or self.cleaned_data
        found = answers.get("person") or self.known_by_code(answers.get("code", ""))
        if found is None and self.needed and not self.errors:
            words = _("Choose a person, or enter the code.")
            self.add_error("person" if "person" in self.fields else "code", words)
        if found is not None:
            self.instance.victim = found  # type: ignore[attr-defined]
        return answers

    def known_by_code(self, typed: str) -> Victim | None:
        """Return the person of the typed code; say why where there is none to place."""
        if not typed:
            return None
        codes = {typed.strip(), normalise_code(typed)}
        reached = Victim.objects.visible_to(self.user).current()
        person = reached.filter(code__in=codes).first()
        if person is None:
            self.add_error("code", _("No person within your reach has this code."))
            return None
        if not without_a_stay(self.user).filter(pk=person.pk).exists():
            words = _("This person stays in a shelter already. Move the person there.")
            self.add_error("code", words)
            return None
        return person
