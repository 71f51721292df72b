"""Forms over stays and protection."""

from typing import Any, override

from django import forms
from django.db.models import Q
from django.utils.timezone import localdate
from django.utils.translation import gettext_lazy as _

from accounts.choices import Role
from accounts.models import User
from assistance.models import Bed, Placement, ReflectionPeriod, ResidencePermit
from reference.models import Shelter
from thb.forms import RecordForm
from victims.models import Victim


class FreeBedField(forms.ModelChoiceField):  # type: ignore[type-arg]
    """A free bed, with its room and shelter."""

    @override
    def label_from_instance(self, obj: Any) -> str:
        """Return the bed, its room and its shelter."""
        return f"{obj}, {obj.room}, {obj.shelter}"


class PlacementForm(RecordForm[Placement]):
    """The beginning of a stay in one of the user's shelters.

    A manager may choose any shelter: so a person is moved, and not registered twice.
    """

    starts_today = ("admitted_on",)

    class Meta:
        model = Placement
        fields: tuple[str, ...] = ("shelter", "bed", "admitted_on")
        field_classes = {"bed": FreeBedField}
        help_texts = {"bed": _("Only the beds that are free now, with their rooms.")}

    def limit(self, _victim: Victim, user: User) -> None:
        """Offer the shelters of the user, and the one that is recorded; a manager all.

        The only shelter of the user is chosen already.
        """
        own = Q(staff=user) | Q(pk=self.instance.shelter_id)
        field: Any = self.fields["shelter"]
        field.queryset = Shelter.objects.current()
        staffed = field.queryset.filter(own).distinct()
        if user.role == Role.SHELTER_MANAGER:
            field.help_text = _("To move a person, first end the stay that runs.")
        else:
            field.queryset = staffed
        if self.instance.pk is None and len(staffed) == 1:
            self.initial["shelter"] = staffed[0].pk
        self.offer_beds(user)

    def offer_beds(self, user: User) -> None:
        """Offer the free beds of the user's shelters, and the one that is recorded."""
        field: Any = self.fields["bed"]
        free = Bed.objects.visible_to(user).free().values("pk")
        chosen = Q(pk__in=free) | Q(pk=self.instance.bed_id)
        field.queryset = Bed.objects.filter(chosen).select_related("room", "shelter")
        field.empty_label = _("No bed yet")

    def clean(self) -> dict[str, Any]:
        """Take a bed of the same shelter only."""
        answers: dict[str, Any] = super().clean() or self.cleaned_data
        bed, shelter = answers.get("bed"), answers.get("shelter")
        if bed and shelter and bed.shelter_id != shelter.pk:
            self.add_error("bed", _("Choose a bed of the same shelter, or none."))
        return answers


class PlacementChangeForm(PlacementForm):
    """A stay, put right."""

    class Meta(PlacementForm.Meta):
        fields = ("shelter", "bed", "admitted_on", "left_on", "exit_reason")


class PlacementLeaveForm(RecordForm[Placement]):
    """The end of a stay: the day and where the person went."""

    class Meta:
        model = Placement
        fields = ("left_on", "exit_reason")
        labels = {"exit_reason": _("Where the person went")}

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.require("left_on", "exit_reason")
        self.initial["left_on"] = self.instance.left_on or localdate()


class ReflectionPeriodForm(RecordForm[ReflectionPeriod]):
    """Time to recover and reflect."""

    class Meta:
        model = ReflectionPeriod
        fields = ("granted_on", "ends_on")


class ResidencePermitForm(RecordForm[ResidencePermit]):
    """A temporary residence permit, from the application on."""

    class Meta:
        model = ResidencePermit
        fields = ("applied_on", "granted_on", "valid_until")
