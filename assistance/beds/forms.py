"""What people type on the bed board."""

from typing import Any, override

from django import forms
from django.core.exceptions import ValidationError
from django.db.models import Case, When
from django.utils.timezone import localdate
from django.utils.translation import gettext_lazy as _

from accounts.choices import Role
from accounts.models import User
from assistance.beds import deeds
from assistance.beds.people import PersonForm
from assistance.beds.taken import BED_TAKEN, why
from assistance.models import Bed, Hold, NightAbsence, Placement
from reference.models import Shelter
from thb.fields import DayField
from thb.forms import RecordForm

OTHER_BED = "other_bed"


class HoldForm(PersonForm[Hold]):
    """A bed held: for somebody, or for nobody yet."""

    needed = False

    class Meta:
        model = Hold
        fields: tuple[str, ...] = ()

    @override
    def write(self, *, commit: bool) -> Hold:
        """Hold the bed."""
        deeds.hold_bed(self.instance)
        return self.instance


class LetGoForm(RecordForm[Hold]):
    """A hold ended before its time: there is nothing to fill in."""

    user: User

    class Meta:
        model = Hold
        fields: tuple[str, ...] = ()

    @override
    def write(self, *, commit: bool) -> Hold:
        """End the hold."""
        deeds.let_go(self.instance, self.user)
        return self.instance


class PlaceForm(PersonForm[Placement]):
    """A person, and since when the person is here."""

    class Meta:
        model = Placement
        fields = ("admitted_on",)
        labels = {"admitted_on": _("Day of admission")}

    field_order = ("person", "code", "admitted_on")

    @override
    def write(self, *, commit: bool) -> Placement:
        """Begin the stay in the bed."""
        deeds.place(self.instance, self.user)
        return self.instance


class BedField(forms.ModelChoiceField):  # type: ignore[type-arg]
    """A free bed, with its room; one that is free no longer is refused as taken."""

    user: User
    shelter: int

    @override
    def to_python(self, value: Any) -> Any:
        """Return the bed; of one within reach that is not free say that it is not."""
        try:
            return super().to_python(value)
        except ValidationError:
            if (bed := known_bed(self.user, value)) is None:
                raise
            raise ValidationError(why(bed), BED_TAKEN) from None

    @override
    def label_from_instance(self, obj: Any) -> str:
        """Return the bed and its room; first the shelter where it is another."""
        words = f"{obj}, {obj.room}"
        return words if obj.shelter_id == self.shelter else f"{obj.shelter}: {words}"


def known_bed(user: User, typed: Any) -> Bed | None:
    """Return the bed of the user's shelters that has this key, free or not."""
    beds = Bed.objects.visible_to(user).current()
    return beds.filter(pk=typed).first() if str(typed).isdecimal() else None


class MoveForm(RecordForm[Placement]):
    """Another bed, or another shelter, from a day on."""

    bed = BedField(
        label=_("Free bed"),
        queryset=Bed.objects.none(),
        required=False,
        empty_label=_("Choose"),
    )
    shelter = forms.ModelChoiceField(
        label=_("Or another shelter"),
        queryset=Shelter.objects.none(),
        required=False,
        empty_label=_("Stays in this shelter"),
        help_text=_(
            "The stay here ends, and one begins there on the same day. "
            "The staff there choose the bed."
        ),
    )
    moved_on = DayField(label=_("Day of the move"), initial=localdate)
    user: User

    class Meta:
        model = Placement
        fields: tuple[str, ...] = ()

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if other := self.data.get(OTHER_BED):
            data: Any = self.data
            self.data = data = data.copy()
            data["bed"] = other

    def offer(self, user: User) -> list[str]:
        """Offer the free beds of the user's shelters, and to a manager every shelter.

        In a shelter where he does not work its staff choose the bed.
        """
        self.user = user
        here = self.instance.shelter_id
        beds: Any = self.fields["bed"]
        beds.user, beds.shelter = user, here
        beds.queryset = (
            Bed.objects.visible_to(user)
            .free()
            .filter(shelter__voided_at=None)
            .select_related("room", "shelter")
            .order_by(Case(When(shelter=here, then=0), default=1), "shelter", "pk")
        )
        shelters: Any = self.fields["shelter"]
        shelters.queryset = Shelter.objects.current().exclude(pk=here)
        if user.role != Role.SHELTER_MANAGER:
            shelters.queryset = shelters.queryset.filter(staff=user)
        beds.one_of = shelters.one_of = True
        if not shelters.queryset.exists():
            del self.fields["shelter"]
        return []

    @override
    def clean(self) -> dict[str, Any]:
        """Take one of the two: a bed here, or another shelter."""
        answers: dict[str, Any] = super().clean() or self.cleaned_data
        chosen = [answers.get("bed"), answers.get("shelter")]
        if not self.errors and sum(map(bool, chosen)) != 1:
            self.add_error("bed", _("Choose a free bed, or another shelter."))
        day, since = answers.get("moved_on"), self.instance.admitted_on
        if day and not since <= day <= localdate():
            words = _("The move must be between the day of admission and today.")
            self.add_error("moved_on", words)
        elif self.goes_elsewhere(answers) and day == since:
            words = _(
                "A stay covers its first day. "
                "Move the person on a later day, or void the stay."
            )
            self.add_error("moved_on", words)
        return answers

    def goes_elsewhere(self, answers: dict[str, Any]) -> bool:
        """Return whether the person moves to another shelter, to a bed or not."""
        bed = answers.get("bed")
        far = bed is not None and bed.shelter_id != self.instance.shelter_id
        return far or bool(answers.get("shelter"))

    @override
    def write(self, *, commit: bool) -> Placement:
        """Move the person; return the stay that runs now."""
        stay, day = self.instance, self.cleaned_data["moved_on"]
        bed = self.cleaned_data["bed"]
        if not self.goes_elsewhere(self.cleaned_data):
            deeds.move_to_bed(stay, bed, day, self.user)
            return stay
        to = (bed.shelter if bed else self.cleaned_data["shelter"], bed)
        return deeds.move_to_shelter(stay, to, day, self.user)


class AwayForm(RecordForm[NightAbsence]):
    """A night that the person sleeps elsewhere."""

    user: User

    class Meta:
        model = NightAbsence
        fields = ("night_of", "kind")
        labels = {"night_of": _("Night after the day"), "kind": _("The absence is")}
        widgets = {"kind": forms.RadioSelect}

    @override
    def clean(self) -> dict[str, Any]:
        """Take a night of the stay only."""
        answers: dict[str, Any] = super().clean() or self.cleaned_data
        night = answers.get("night_of")
        if night and night < self.instance.placement.admitted_on:
            self.add_error("night_of", _("The person had not come yet on that day."))
        return answers

    @override
    def write(self, *, commit: bool) -> NightAbsence:
        """Record the night."""
        deeds.sleep_elsewhere(self.instance, self.user)
        return self.instance


class LeaveForm(RecordForm[Placement]):
    """The end of a stay: the day, and where the person went."""

    user: User

    class Meta:
        model = Placement
        fields = ("left_on", "exit_reason")
        labels = {
            "left_on": _("Day of leaving"),
            "exit_reason": _("Where the person went"),
        }

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.require("left_on", "exit_reason")

    @override
    def write(self, *, commit: bool) -> Placement:
        """End the stay."""
        deeds.end_stay(self.instance, self.user)
        return self.instance


class OutForm(RecordForm[Bed]):
    """Why a bed cannot be used."""

    user: User

    class Meta:
        model = Bed
        fields = ("out_reason",)
        labels = {"out_reason": _("Why")}
        help_texts = {
            "out_reason": _("About the bed only: window broken, repair on 6 June.")
        }

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["out_reason"].required = True

    @override
    def write(self, *, commit: bool) -> Bed:
        """Take the bed out of use."""
        deeds.take_out(self.instance, self.user)
        return self.instance


class BackForm(RecordForm[Bed]):
    """A bed put back into use: there is nothing to fill in."""

    user: User

    class Meta:
        model = Bed
        fields: tuple[str, ...] = ()

    @override
    def write(self, *, commit: bool) -> Bed:
        """Put the bed back into use."""
        deeds.take_back(self.instance, self.user)
        return self.instance
