"""Asking for a bed by needs, and the answer of a shelter's manager."""

from typing import Any, override

from django.shortcuts import get_object_or_404
from django.urls import reverse
from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy as _
from django.views.generic import ListView

from accounts.access import RecordAccess
from accounts.editing import RecordCreate, RecordVoid
from assistance.bedrequests.forms import AnswerForm, BedRequestForm
from assistance.bedrequests.matching import standings
from assistance.beds.views.board import OfShelter, address_of
from assistance.models import BedAnswer, BedRequest
from assistance.models.bed import rules_of
from reference.models import Shelter
from thb.facts import Fact, facts

SHOWN = 50


class RequestList(RecordAccess, ListView[BedRequest]):
    """What one asked for of late, and where it stands."""

    permission_required = "assistance.add_bedrequest"
    template_name = "assistance/bedrequests/list.html"
    journals_list = False  # nothing here is about a person
    queryset = BedRequest.objects.current()

    @override
    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        """Return the newest requests with where they stand."""
        newest = list(self.object_list[:SHOWN])
        kwargs["object_list"] = newest
        told = standings(newest) if newest else {}
        rows = [(request, told[request.pk]) for request in newest]
        return super().get_context_data(**kwargs) | {"rows": rows}


class Ask(RecordCreate[BedRequest, BedRequestForm]):
    """Ask for beds."""

    permission_required = "assistance.add_bedrequest"
    form_class = BedRequestForm
    heading, save = _("Ask for a bed"), _("Ask for the bed")
    lead = _("Say what is needed. Do not say who it is for.")
    done = _("The shelters are asked. The answer will stand here.")

    @override
    def get_form_kwargs(self) -> dict[str, Any]:
        """Return what the form starts from: a request of the user."""
        request = BedRequest(requested_by=self.user)
        return super().get_form_kwargs() | {"instance": request}

    def get_success_url(self) -> str:
        """Return the list."""
        return reverse("bedrequests:list")


class Withdraw(RecordVoid[BedRequest]):
    """Withdraw a request that is needed no longer."""

    permission_required = "assistance.add_bedrequest"
    queryset = BedRequest.objects.current()
    heading, save = _("Withdraw the request"), _("Withdraw the request")
    lead = _("The shelters see it no longer.")
    done = _("The request is withdrawn.")
    shown = ("room_for", "people", "asked_at")

    def get_success_url(self) -> str:
        """Return the list."""
        return reverse("bedrequests:list")


class Answer(OfShelter, RecordCreate[BedAnswer, AnswerForm]):
    """Reserve beds of one's shelter for a request, or say that there is none."""

    permission_required = "assistance.add_bedanswer"
    form_class = AnswerForm
    heading, save = _("Request for a bed"), _("Answer")
    back = _("Back to the bed board")
    done = _("Answered.")
    lead = _("The police see “reserved” or “none”, never the shelter.")

    @cached_property
    def own_shelter(self) -> Shelter:
        """Return the shelter that answers."""
        return self.shelter or get_object_or_404(self.user.shelters, pk=0)

    @cached_property
    def asked(self) -> BedRequest:
        """Return the request; one that is answered for this shelter is not found."""
        waiting = BedRequest.objects.visible_to(self.user).open_to(self.own_shelter)
        found = waiting.select_related("requested_by")
        return get_object_or_404(found, pk=self.kwargs["pk"])

    @property
    def facts(self) -> list[Fact]:
        """Return what is asked for, and by whom."""
        names = ("requested_by", "asked_at", "room_for", "people", "step_free")
        return [Fact(str(_("Request")), str(self.asked)), *facts(self.asked, *names)]

    @override
    def get_form_kwargs(self) -> dict[str, Any]:
        """Return what the form starts from: an answer of the shelter."""
        answer = BedAnswer(
            request=self.asked, shelter=self.own_shelter, answered_by=self.user
        )
        return super().get_form_kwargs() | {"instance": answer}

    @override
    def get_form(self, form_class: Any = None) -> AnswerForm:
        """Return the form with the beds that suit."""
        form = super().get_form(form_class)
        form.offer(self.user, rules_of(self.own_shelter))
        return form

    def get_success_url(self) -> str:
        """Return the board."""
        return address_of(self.own_shelter)
