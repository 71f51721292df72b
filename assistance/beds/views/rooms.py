"""Setting up the rooms and beds of one's own shelter."""

from typing import Any, ClassVar, override

from django.db.models import Prefetch
from django.http import Http404
from django.shortcuts import get_object_or_404
from django.urls import reverse
from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy as _
from django.views.generic import TemplateView

from accounts.editing import RecordChange, RecordCreate, RecordVoid, Words
from assistance.beds import rooms as forms
from assistance.beds.tiles import marks
from assistance.beds.views.board import OfShelter
from assistance.models import Bed, BoardRules, Room
from assistance.models.bed import rules_of
from reference.models import Shelter


def set_up_of(shelter: Shelter) -> str:
    """Return the address of the set-up of a shelter."""
    return reverse("beds:rooms", query={"shelter": shelter.code})


class SetUp(OfShelter, TemplateView):
    """The rooms of a shelter with their beds, and the rules of its board."""

    permission_required = "assistance.add_room"
    template_name = "assistance/beds/rooms.html"

    @override
    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        """Return the rooms, in order."""
        context = super().get_context_data(**kwargs) | {"shelters": self.shelters}
        if self.shelter is None:
            return context
        beds = Prefetch("beds", Bed.objects.current().select_related("beside"))
        rooms = Room.objects.visible_to(self.user).current()
        found = rooms.filter(shelter=self.shelter).prefetch_related(beds)
        return context | {
            "shelter": self.shelter,
            "rules": rules_of(self.shelter),
            "rooms": [(room, marks(room)) for room in found],
        }


class InSetUp:
    """A form page that leads back to the set-up of the record's shelter."""

    object: Any
    back: ClassVar[Words] = _("Back to the rooms")
    template_name: str | None = "components/form_page.html"

    def get_success_url(self) -> str:
        """Return the set-up of the shelter."""
        return set_up_of(self.own_shelter)

    @property
    def own_shelter(self) -> Shelter:
        """Return the shelter of the record."""
        shelter: Shelter = self.object.shelter
        return shelter


class RoomAdd(InSetUp, OfShelter, RecordCreate[Room, forms.RoomAddForm]):
    """A new room with its beds."""

    permission_required = "assistance.add_room"
    form_class = forms.RoomAddForm
    heading, save = _("New room"), _("Add the room")
    done = _("The room is added.")

    @cached_property
    def own_shelter(self) -> Shelter:
        """Return the shelter of the page."""
        if self.shelter is None:
            raise Http404
        return self.shelter

    @override
    def get_form_kwargs(self) -> dict[str, Any]:
        """Return what the form starts from: a room of the shelter."""
        room = Room(shelter=self.own_shelter)
        return super().get_form_kwargs() | {"instance": room}


class RoomChange(InSetUp, RecordChange[Room, forms.RoomForm]):
    """Put a room right."""

    permission_required = "assistance.change_room"
    queryset = Room.objects.current()
    form_class = forms.RoomForm
    heading, done = _("Change the room"), _("Changed.")


class RoomVoid(InSetUp, RecordVoid[Room]):
    """Take a room and its beds off the board."""

    permission_required = "assistance.change_room"
    queryset = Room.objects.current()
    heading, save = _("Take the room away"), _("Take the room away")
    lead = _("The room and its beds leave the board. Nobody may be in them.")
    done = _("The room is off the board.")
    shown = ("name", "place")


class BedsAdd(InSetUp, RecordChange[Room, forms.BedsAddForm]):
    """More beds in a room."""

    permission_required = "assistance.add_bed"
    queryset = Room.objects.current()
    form_class = forms.BedsAddForm
    heading, save = _("More beds"), _("Add the beds")
    done = _("The beds are added.")


class BedChange(InSetUp, RecordChange[Bed, forms.BedForm]):
    """Put a bed right: its number, its room, whether it is a cot."""

    permission_required = "assistance.change_room"
    queryset = Bed.objects.current()
    form_class = forms.BedForm
    heading, done = _("Change the bed"), _("Changed.")


class BedVoid(InSetUp, RecordVoid[Bed]):
    """Take a bed off the board."""

    permission_required = "assistance.change_room"
    queryset = Bed.objects.current()
    heading, save = _("Take the bed away"), _("Take the bed away")
    lead = _("The bed leaves the board. Nobody may be in it.")
    done = _("The bed is off the board.")
    shown = ("number", "room")


class RulesChange(InSetUp, OfShelter, RecordChange[BoardRules, forms.RulesForm]):
    """How long a bed is held, how many people may come by day."""

    permission_required = "assistance.change_room"
    form_class = forms.RulesForm
    heading, done = _("Rules of the board"), _("Changed.")

    @override
    def get_object(self, *_args: Any) -> Any:
        """Return the rules of the shelter; they are made when they are first opened."""
        shelter = get_object_or_404(self.user.shelters, pk=self.kwargs["pk"])
        return BoardRules.objects.get_or_create(shelter=shelter)[0]
