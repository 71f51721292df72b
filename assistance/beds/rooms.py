"""Setting up a shelter: its rooms, their beds, the rules of its board."""

import re
from typing import Any, Final, override

from django import forms
from django.utils.translation import gettext_lazy as _

from assistance.models import Bed, BoardRules, Room
from thb.forms import RecordForm

SPAN: Final = re.compile(r"(\d{1,4})\s*[-–]\s*(\d{1,4})")
MOST_AT_ONCE: Final = 40
LONGEST: Final = 6


def numbers_in(text: str) -> list[str]:
    """Return the numbers of beds that were typed: `5, 6, 8-10` are five of them."""
    found: list[str] = []
    for part in filter(None, map(str.strip, re.split(r"[,;]", text))):
        span = SPAN.fullmatch(part)
        if span is None:
            found.append(part)
        else:
            first, last = int(span[1]), int(span[2])
            found += map(str, range(first, min(last, first + MOST_AT_ONCE) + 1))
    return list(dict.fromkeys(found))


class NumbersForm(RecordForm[Room]):
    """A form that makes several beds at once, by their numbers."""

    numbers = forms.CharField(
        label=_("Numbers of the beds"),
        max_length=200,
        help_text=_("With commas between, or from–to: 5, 6, 8–10."),
        widget=forms.TextInput({"autocomplete": "off"}),
    )

    def clean_numbers(self) -> list[str]:
        """Return the numbers; say which one is too long or taken."""
        numbers = numbers_in(self.cleaned_data["numbers"])
        if len(numbers) > MOST_AT_ONCE or any(len(n) > LONGEST for n in numbers):
            words = _("Enter at most 40 numbers, each of at most 6 characters.")
            raise forms.ValidationError(words)
        beds = Bed.objects.current().filter(shelter=self.instance.shelter_id)
        taken = beds.filter(number__in=numbers).values_list("number", flat=True)
        if taken:
            words = _("The shelter has beds of these numbers: %(numbers)s.")
            told = {"numbers": ", ".join(taken)}
            raise forms.ValidationError(words, params=told)
        return numbers

    def make_beds(self, room: Room) -> None:
        """Make the beds of the room."""
        for number in self.cleaned_data["numbers"]:
            Bed.objects.create(shelter=room.shelter, room=room, number=number)


ROOM_FIELDS = ("name", "place", "room_for", "step_free")
ROOM_WORDS: dict[str, Any] = {
    "labels": {"room_for": _("The room is for")},
    "help_texts": {"place": _("For example: ground floor.")},
}


class RoomAddForm(NumbersForm):
    """A room with its beds."""

    class Meta:
        model = Room
        fields = ROOM_FIELDS
        labels = ROOM_WORDS["labels"]
        help_texts = ROOM_WORDS["help_texts"]

    @override
    def write(self, *, commit: bool) -> Room:
        """Make the room, then its beds."""
        room = super().write(commit=commit)
        self.make_beds(room)
        return room


class RoomForm(RecordForm[Room]):
    """A room, put right."""

    class Meta:
        model = Room
        fields = ROOM_FIELDS
        labels = ROOM_WORDS["labels"]
        help_texts = ROOM_WORDS["help_texts"]


class BedsAddForm(NumbersForm):
    """More beds in a room."""

    class Meta:
        model = Room
        fields: tuple[str, ...] = ()

    @override
    def write(self, *, commit: bool) -> Room:
        """Make the beds."""
        self.make_beds(self.instance)
        return self.instance


class BedForm(RecordForm[Bed]):
    """A bed: its number and room, and the bed that it stands beside if it is a cot."""

    class Meta:
        model = Bed
        fields = ("number", "room", "beside")
        labels = {"beside": _("A cot beside")}
        help_texts = {"beside": _("Only for a cot: the bed of the mother or father.")}

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        shelter = self.instance.shelter_id
        rooms: Any = self.fields["room"]
        rooms.queryset = Room.objects.current().filter(shelter=shelter)
        beds: Any = self.fields["beside"]
        others = Bed.objects.current().filter(shelter=shelter, beside=None)
        beds.queryset = others.exclude(pk=self.instance.pk)
        beds.empty_label = _("Not a cot")


class RulesForm(RecordForm[BoardRules]):
    """How long a bed is held, how many people may come by day."""

    class Meta:
        model = BoardRules
        fields = ("hold_minutes", "people_by_day")
        help_texts = {
            "hold_minutes": _("After so many minutes a held bed is free again."),
            "people_by_day": _("Empty: not recorded."),
        }
