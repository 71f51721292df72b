"""Asking for a bed, and answering."""

from typing import Any, override

from django import forms
from django.utils.translation import gettext_lazy as _

from accounts.models import User
from assistance.bedrequests.matching import suitable
from assistance.models import Bed, BedAnswer, BedRequest, Hold
from assistance.models.bed import BoardRules
from thb.forms import RecordForm

ANSWERS = [("yes", _("Reserve beds")), ("no", _("No bed here"))]


class BedRequestForm(RecordForm[BedRequest]):
    """What is needed; nothing about the person."""

    class Meta:
        model = BedRequest
        fields = ("room_for", "people", "step_free")
        widgets = {"room_for": forms.RadioSelect}
        labels = {"room_for": _("A bed for")}


class BedsField(forms.ModelMultipleChoiceField):  # type: ignore[type-arg]
    """Free beds to choose from, with their rooms."""

    @override
    def label_from_instance(self, obj: Any) -> str:
        """Return the bed with its room and whom the room is for."""
        return f"{obj}, {obj.room} ({obj.room.get_room_for_display()})"


class AnswerForm(RecordForm[BedAnswer]):
    """Beds reserved for a request, or the answer that there is none."""

    answer = forms.ChoiceField(
        label=_("Answer"), choices=ANSWERS, widget=forms.RadioSelect
    )
    beds = BedsField(
        label=_("Beds to reserve"),
        queryset=Bed.objects.none(),
        required=False,
        widget=forms.CheckboxSelectMultiple,
    )
    user: User
    rules: BoardRules

    class Meta:
        model = BedAnswer
        fields: tuple[str, ...] = ()

    def offer(self, user: User, rules: BoardRules) -> None:
        """Offer the free beds of the shelter that suit."""
        self.user, self.rules = user, rules
        field: Any = self.fields["beds"]
        field.queryset = suitable(self.instance.request, self.instance.shelter)

    @override
    def clean(self) -> dict[str, Any]:
        """Ask for as many beds as are needed, where beds are reserved."""
        answers: dict[str, Any] = super().clean() or self.cleaned_data
        self.instance.reserved = answers.get("answer") == "yes"
        needed = self.instance.request.people
        if self.instance.reserved and len(answers.get("beds", ())) != needed:
            words = _("Choose as many beds as are asked for: %(count)s.")
            self.add_error("beds", words % {"count": needed})
        return answers

    @override
    def write(self, *, commit: bool) -> BedAnswer:
        """Answer, and hold the beds."""
        answer = super().write(commit=commit)
        for bed in self.cleaned_data["beds"] if answer.reserved else ():
            Hold.objects.create(
                bed=bed,
                made_by=self.user,
                request=answer.request,
                made_at=answer.answered_at,
                until=answer.answered_at + self.rules.hold_lasts,
            )
        return answer
