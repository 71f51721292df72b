"""What the pages that act on a bed share: the bed, the way back, who came second."""

from typing import Any, ClassVar

from django.db.models import QuerySet
from django.http import HttpResponse
from django.shortcuts import get_object_or_404
from django.urls import reverse
from django.utils.functional import cached_property
from django.utils.timezone import localdate
from django.utils.translation import gettext_lazy as _

from accounts import journal
from accounts.access import PageAccess
from accounts.choices import Action
from accounts.editing import CONFLICT, Words
from assistance.beds.taken import FULL, REFUSED, shelters_with_room, taken
from assistance.beds.views.board import address_of
from assistance.models import Bed, Placement
from reference.models import Shelter
from thb.facts import Fact, facts


class OnBoard(PageAccess):
    """A form page that belongs to the board of a shelter."""

    kwargs: dict[str, Any]
    template_name: str | None = "assistance/beds/act.html"
    back: ClassVar[Words] = _("Back to the bed board")
    done: ClassVar[Words] = ""  # the board says it, with the way back
    says_taken: ClassVar[bool] = False

    @property
    def shelter(self) -> Shelter:
        """Return the shelter of the board."""
        raise NotImplementedError

    def get_success_url(self) -> str:
        """Return the board."""
        return address_of(self.shelter)

    def get_form(self, form_class: Any = None) -> Any:
        """Return the form with the choices of the user; keep whom it shows."""
        form = super().get_form(form_class)  # type: ignore[misc]
        form.user = self.user
        offer = getattr(form, "offer", None)
        if offer and (codes := offer(self.user)):
            journal.record(self.request, Action.LISTED, codes)
        return form

    def form_invalid(self, form: Any) -> HttpResponse:
        """Show the form again; to who comes second, with the beds that are free."""
        codes = {
            error.code for errors in form.errors.as_data().values() for error in errors
        }
        second = self.says_taken and bool(codes & REFUSED)
        context = self.get_context_data(form=form)  # type: ignore[attr-defined]
        if second:
            context |= self.said_to_the_second(self.bed_asked_for(form))
        if FULL in codes:
            context["rooms"] = shelters_with_room(self.user)
        status = CONFLICT if second else None
        return self.render_to_response(context, status=status)  # type: ignore[attr-defined, no-any-return]

    def said_to_the_second(self, bed: Bed) -> dict[str, Any]:
        """Return why the bed cannot be had, and the free ones as buttons."""
        told = taken(bed)
        return {"taken": told, "others": self.other_pages(told.free)}

    def bed_asked_for(self, form: Any) -> Bed:
        """Return the bed that was asked for."""
        raise NotImplementedError

    def other_pages(self, beds: list[Bed]) -> list[dict[str, str]]:
        """Return what the button of each free bed says and posts."""
        raise NotImplementedError


class OfBed(OnBoard):
    """A page over one bed of the user's shelters."""

    @cached_property
    def bed(self) -> Bed:
        """Return the bed of the address; one of another shelter is not found."""
        beds = Bed.objects.visible_to(self.user).current()
        found = beds.select_related("room", "shelter", "beside")
        return get_object_or_404(found, pk=self.kwargs["pk"])

    @property
    def shelter(self) -> Shelter:
        """Return the shelter of the bed."""
        return self.bed.shelter

    @property
    def facts(self) -> list[Fact]:
        """Return which bed it is."""
        return [Fact(str(self.bed), f"{self.bed.room}, {self.shelter}")]

    def bed_asked_for(self, form: Any) -> Bed:
        """Return the bed of the address, whatever the form says."""
        del form
        return self.bed

    def other_pages(self, beds: list[Bed]) -> list[dict[str, str]]:
        """Return the same page of other beds, each a button of the form."""
        match: Any = self.request.resolver_match
        return [
            {"text": str(bed), "url": reverse(match.view_name, args=[bed.pk])}
            for bed in beds
        ]

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        """Add, before anything is posted, that the bed cannot be had."""
        context: dict[str, Any] = super().get_context_data(**kwargs)  # type: ignore[misc]
        if self.says_taken and self.request.method == "GET" and not self.is_free():
            context |= self.said_to_the_second(self.bed)
        return context

    def is_free(self) -> bool:
        """Return whether somebody can be placed into the bed."""
        return Bed.objects.free().filter(pk=self.bed.pk).exists()


class OfStay(OnBoard):
    """A page over one stay that runs in the user's shelters, of a person in reach."""

    shown: ClassVar[tuple[str, ...]] = ("bed", "admitted_on")

    @property
    def stays(self) -> QuerySet[Placement]:
        """Return the stays that the page may be about."""
        own = Placement.objects.visible_to(self.user).open_on(localdate())
        found = own.filter(shelter__in=self.user.shelters.all(), left_on=None)
        return found.select_related("victim", "shelter", "bed")

    @cached_property
    def stay(self) -> Placement:
        """Return the stay of the address, and keep that it was opened."""
        found = get_object_or_404(self.stays, pk=self.kwargs["pk"])
        journal.record(self.request, Action.OPENED, [found.victim.code])
        return found

    @property
    def shelter(self) -> Shelter:
        """Return the shelter of the stay."""
        return self.stay.shelter

    @property
    def facts(self) -> list[Fact]:
        """Return who it is about, in which bed, since when."""
        code = Fact(str(_("Person")), self.stay.victim.code)
        return [code, *facts(self.stay, *self.shown)]

    def get_object(self, *_args: Any) -> Any:
        """Return the stay: the form is over it."""
        return self.stay
