"""The board itself, and taking back what was just done on it."""

from datetime import timedelta
from typing import Any, Final

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.utils import timezone
from django.utils.functional import cached_property
from django.utils.translation import gettext as _
from django.views.generic import TemplateView, View

from accounts import journal
from accounts.access import PageAccess
from accounts.choices import Action
from accounts.models import JournalEntry
from accounts.sessions import is_unattended
from assistance.beds.board import Board, board_of
from assistance.beds.undo import done
from assistance.models import BedAct
from reference.models import Shelter

PAGE: Final = "beds:board"
KEPT_FOR: Final = timedelta(minutes=15)


def address_of(shelter: Shelter) -> str:
    """Return the address of the board of a shelter."""
    return reverse(PAGE, query={"shelter": shelter.code})


class OfShelter(PageAccess):
    """A page over one of the user's shelters: the one asked for, else the first."""

    @cached_property
    def shelters(self) -> list[Shelter]:
        """Return the shelters in which the user works."""
        return list(self.user.shelters.filter(voided_at=None))

    @cached_property
    def shelter(self) -> Shelter | None:
        """Return the shelter of the page; None for who works in none."""
        if code := self.request.GET.get("shelter"):
            return get_object_or_404(self.user.shelters, code=code, voided_at=None)
        return next(iter(self.shelters), None)


class BoardView(OfShelter, TemplateView):
    """Rooms and beds of a shelter, as tiles or as a list; it looks again by itself."""

    permission_required = "assistance.view_bed"

    def get_template_names(self) -> list[str]:
        """Return the page, or the part of it that changes with time."""
        part = "#board" if "HX-Request" in self.request.headers else ""
        return [f"assistance/beds/board.html{part}"]

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        """Return the board; without a shelter there is none."""
        context = super().get_context_data(**kwargs) | {"shelters": self.shelters}
        if self.shelter is None:
            return context
        board = board_of(self.shelter, self.user)
        acts = done(self.user, self.shelter)
        self.keep([*board.codes, *(act.code for act in acts if act.code)])
        return context | {
            "board": board,
            "acts": acts,
            "as_list": self.request.GET.get("view") == "list",
            "other": self.other_view(board),
        }

    def other_view(self, board: Board) -> str:
        """Return the address of the same board, as a list or as tiles."""
        query = {"shelter": board.shelter.code}
        if self.request.GET.get("view") != "list":
            query["view"] = "list"
        return reverse(PAGE, query=query)

    def keep(self, codes: list[str]) -> None:
        """Keep the codes shown; what looks again by itself, only where more are."""
        if not (is_unattended(self.request) and self.were_kept(codes)):
            journal.record(self.request, Action.LISTED, dict.fromkeys(codes))

    def were_kept(self, codes: list[str]) -> bool:
        """Return whether the user's last look at a board of late showed all these."""
        entries = JournalEntry.objects.filter(
            user_id=self.user.pk, at__gt=timezone.now() - KEPT_FOR
        )
        last = entries.filter(page=PAGE, action=Action.LISTED).order_by("-pk").first()
        return last is not None and set(codes) <= {*last.codes}


class Undo(PageAccess, View):
    """Take an act of one's own back, or close its message."""

    permission_required = "assistance.view_bed"
    http_method_names = ("post", "options")

    def post(self, request: HttpRequest, pk: int) -> HttpResponse:
        """Undo or close; say why where it cannot be undone."""
        acts = BedAct.objects.visible_to(self.user).select_related("shelter", "victim")
        act = get_object_or_404(acts, pk=pk, shelter__in=self.user.shelters.all())
        if "close" in request.POST:
            act.closed_at = timezone.now()
            act.save(update_fields=["closed_at"])
        else:
            self.undo(act)
        return redirect(address_of(act.shelter))

    def undo(self, act: BedAct) -> None:
        """Undo the act, and keep it in the journal."""
        try:
            act.undo()
        except ValidationError as refusal:
            messages.error(self.request, " ".join(refusal.messages))
            return
        codes = [act.victim.code] if act.victim else [act.shelter.code]
        journal.record(self.request, Action.CHANGED, codes, fields=["undone"])
        messages.success(self.request, _("Undone."))
