"""One page an act: hold, let go, place, move, away, leave, out of use, put back."""

from typing import Any, override

from django.db.models import Q, QuerySet
from django.shortcuts import get_object_or_404
from django.utils import timezone
from django.utils.functional import cached_property
from django.utils.timezone import localdate
from django.utils.translation import gettext_lazy as _
from django.views.generic import TemplateView

from accounts import journal
from accounts.choices import Action
from accounts.editing import RecordChange, RecordCreate
from assistance.beds import ahead, forms
from assistance.beds.board import board_of
from assistance.beds.tiles import hold_words, in_words, marks
from assistance.beds.views.acting import OfBed, OfStay, OnBoard
from assistance.models import Bed, Hold, NightAbsence, Placement
from assistance.models.bed import rules_of
from reference.models import Shelter
from thb.facts import Fact


class BedPage(OfBed, TemplateView):
    """One bed: its state, who is in it, and everything that can be done with it."""

    permission_required = "assistance.view_bed"
    template_name = "assistance/beds/bed.html"

    @override
    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        """Add the tile of the bed, and keep whose code it shows."""
        board = board_of(self.shelter, self.user)
        tile = next(tile for tile in board.tiles if tile.bed.pk == self.bed.pk)
        if tile.code:
            journal.record(self.request, Action.OPENED, [tile.code])
        shown = {"tile": tile, "marks": marks(self.bed.room), "words": in_words(tile)}
        return super().get_context_data(**kwargs) | shown

    def is_free(self) -> bool:
        """Return that nothing is to be said here: the page tells the state."""
        return True


class HoldAdd(OfBed, RecordCreate[Hold, forms.HoldForm]):
    """Hold a bed for as long as the shelter's rules say."""

    permission_required = "assistance.add_hold"
    form_class = forms.HoldForm
    says_taken = True
    heading, save = _("Hold the bed"), _("Hold the bed")

    @property
    def lead(self) -> str:  # type: ignore[override]
        """Return how long the hold lasts."""
        minutes = rules_of(self.shelter).hold_minutes
        return str(_("For %(minutes)s minutes, then it is free again.")) % {
            "minutes": minutes
        }

    @override
    def get_form_kwargs(self) -> dict[str, Any]:
        """Return what the form starts from: a hold that begins now."""
        now = timezone.now()
        until = now + rules_of(self.shelter).hold_lasts
        hold = Hold(bed=self.bed, made_by=self.user, made_at=now, until=until)
        return super().get_form_kwargs() | {"instance": hold}


class HoldRelease(OnBoard, RecordChange[Hold, forms.LetGoForm]):
    """Let a bed go before the hold runs out."""

    permission_required = "assistance.change_hold"
    form_class = forms.LetGoForm
    heading, save = _("Let the bed go"), _("Let the bed go")

    @cached_property
    def hold(self) -> Hold:
        """Return the hold that runs; one that the user may not end is not found."""
        running = Hold.objects.visible_to(self.user).running()
        found = running.select_related("bed__shelter", "bed__room", "made_by", "victim")
        if not self.user.has_perm("assistance.change_room"):
            found = found.filter(Q(made_by=self.user) | Q(request__isnull=False))
        return get_object_or_404(found, pk=self.kwargs["pk"])

    @property
    def shelter(self) -> Shelter:
        """Return the shelter of the bed."""
        return self.hold.bed.shelter

    @property
    def facts(self) -> list[Fact]:
        """Return which bed is held, until when and by whom."""
        return [Fact(str(self.hold.bed), hold_words(self.hold))]

    @override
    def get_object(self, *_args: Any) -> Any:
        """Return the hold."""
        return self.hold


class HoldProlong(HoldRelease):
    """Hold a bed for longer, and say why."""

    form_class = ahead.ProlongForm  # type: ignore[assignment]
    heading, save = _("Hold the bed for longer"), _("Hold it for longer")

    @property
    def lead(self) -> str:  # type: ignore[override]
        """Return how long the hold lasts then."""
        minutes = rules_of(self.shelter).hold_minutes
        return str(_("For %(minutes)s minutes from now.")) % {"minutes": minutes}


class Place(OfBed, RecordCreate[Placement, forms.PlaceForm]):
    """Place somebody within reach who stays nowhere into this bed."""

    permission_required = "assistance.add_placement"
    form_class = forms.PlaceForm
    says_taken = True
    heading, save = _("Place a person"), _("Place the person")

    @override
    def get_form_kwargs(self) -> dict[str, Any]:
        """Return what the form starts from: a stay in this bed."""
        stay = Placement(shelter=self.shelter, bed=self.bed)
        return super().get_form_kwargs() | {"instance": stay}

    @override
    def get_initial(self) -> dict[str, Any]:
        """Return that the person came today; who the bed is held for is chosen."""
        hold = Hold.objects.running().filter(bed=self.bed).first()
        person = hold.victim_id if hold else None
        return {"admitted_on": localdate(), "person": person}

    @override
    def is_free(self) -> bool:
        """Return whether the bed is free, or held so that the user may place."""
        hold = Hold.objects.running().filter(bed=self.bed).first()
        if hold is None:
            return super().is_free()
        return hold.victim_id is not None or hold.may_be_used_by(self.user)


class Move(OfStay, RecordChange[Placement, forms.MoveForm]):
    """Give somebody another bed, or move them to another shelter."""

    permission_required = "assistance.change_placement"
    form_class = forms.MoveForm
    says_taken = True
    heading, save = _("Move to another bed"), _("Move the person")

    @override
    def bed_asked_for(self, form: Any) -> Bed:
        """Return the bed that was chosen."""
        beds = Bed.objects.visible_to(self.user)
        return get_object_or_404(beds, pk=form.data["bed"])

    def other_pages(self, beds: list[Bed]) -> list[dict[str, str]]:
        """Return the beds as answers of this same form."""
        return [{"text": str(bed), "value": str(bed.pk)} for bed in beds]


class Away(OfStay, RecordCreate[NightAbsence, forms.AwayForm]):
    """Record that somebody sleeps elsewhere for a night."""

    permission_required = "assistance.add_nightabsence"
    form_class = forms.AwayForm
    heading, save = _("Night away"), _("Record the night")
    lead = _("The bed stays theirs.")

    @override
    def get_form_kwargs(self) -> dict[str, Any]:
        """Return what the form starts from: a night of this stay."""
        absence = NightAbsence(placement=self.stay)
        return super().get_form_kwargs() | {"instance": absence}

    @override
    def get_initial(self) -> dict[str, Any]:
        """Return that it is tonight."""
        return {"night_of": localdate()}


class Leave(OfStay, RecordChange[Placement, forms.LeaveForm]):
    """End a stay: the day and where the person went."""

    permission_required = "assistance.change_placement"
    form_class = forms.LeaveForm
    heading, save = _("The person leaves"), _("End the stay")

    @override
    def get_initial(self) -> dict[str, Any]:
        """Return that it is today."""
        return {"left_on": localdate()}


class Plan(OfStay, RecordChange[Placement, ahead.PlanForm]):
    """Keep on which day somebody plans to leave, so that the bed can be planned."""

    permission_required = "assistance.change_placement"
    form_class = ahead.PlanForm
    heading, save = _("Plan the departure"), _("Keep the plan")
    lead = _("The stay goes on until its end is recorded.")


class OutOfUse(OfBed, RecordChange[Bed, forms.OutForm]):
    """Take a bed out of use, with the reason."""

    permission_required = "assistance.change_bed"
    form_class = forms.OutForm
    heading, save = _("Out of use"), _("Take it out of use")

    @property
    def beds(self) -> QuerySet[Bed]:
        """Return the beds in use."""
        return Bed.objects.visible_to(self.user).current().filter(out_since=None)

    @override
    def get_object(self, *_args: Any) -> Any:
        """Return the bed; one that is out of use already is not found."""
        return get_object_or_404(self.beds, pk=self.bed.pk)


class BackInUse(OfBed, RecordChange[Bed, forms.BackForm]):
    """Put a bed back into use."""

    permission_required = "assistance.change_bed"
    form_class = forms.BackForm
    heading, save = _("Put the bed back"), _("Put it back into use")

    @override
    def get_object(self, *_args: Any) -> Any:
        """Return the bed; one that is in use is not found."""
        out = Bed.objects.visible_to(self.user).exclude(out_since=None)
        return get_object_or_404(out, pk=self.bed.pk)
