"""Referrals before the user's own agency: read, answered, ended."""

from typing import Any, ClassVar, override

from django.db.models import FETCH_PEERS, QuerySet
from django.http import HttpResponse
from django.shortcuts import get_object_or_404
from django.urls import reverse
from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy as _
from django.views.generic import FormView, TemplateView

from accounts import journal
from accounts.access import PageAccess
from accounts.choices import Action
from accounts.editing import RecordChange
from assistance.choices import SendingState
from assistance.forms import AcceptForm, DeclineForm, FinishForm
from assistance.models import Sending
from assistance.told import identity_told, told
from assistance.views.sending import stands
from victims.forms import ShowIdentityForm


class Inbox(PageAccess, TemplateView):
    """The referrals that wait for the user's agency, then those it has accepted."""

    permission_required = "assistance.receive_sending"
    template_name = "assistance/inbox.html"

    @override
    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        """Add the referrals; keep whose codes were listed."""
        found = Sending.objects.received_by(self.user).order_by("sent_at", "pk")
        rows = [
            {"sending": sending, "state": stands(sending)}
            for sending in found.select_related("victim").fetch_mode(FETCH_PEERS)
        ]
        rows.sort(key=lambda row: row["sending"].state != SendingState.SENT)  # type: ignore[attr-defined]
        codes = dict.fromkeys(row["sending"].victim.code for row in rows)  # type: ignore[attr-defined]
        journal.record(self.request, Action.LISTED, codes)
        return super().get_context_data(
            rows=rows, organisation=self.user.organisation, **kwargs
        )


class Received(PageAccess):
    """A page over one referral that is before the user's agency."""

    kwargs: dict[str, Any]
    states: ClassVar[tuple[str, ...]] = (SendingState.SENT, SendingState.ACCEPTED)

    def get_queryset(self) -> QuerySet[Any]:
        """Return the referrals that the page is for."""
        received = Sending.objects.received_by(self.user).filter(state__in=self.states)
        return received.select_related("victim").fetch_mode(FETCH_PEERS)


class ReceivedSending(Received, FormView[ShowIdentityForm]):
    """What is told of the person; name and phone once accepted, with a reason."""

    permission_required = "assistance.receive_sending"
    form_class = ShowIdentityForm
    template_name = "assistance/received.html"

    @cached_property
    def sending(self) -> Sending:
        """Return the referral; one that has ended is not found."""
        found: Sending = get_object_or_404(self.get_queryset(), pk=self.kwargs["pk"])
        return found

    @cached_property
    def may_show(self) -> bool:
        """Return whether the name or the phone is told now."""
        accepted = self.sending.state == SendingState.ACCEPTED
        return accepted and bool(self.sending.names)

    @override
    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        """Add what is told; keep that it was read."""
        if self.request.method == "GET":
            journal.record(
                self.request,
                Action.OPENED,
                [self.sending.victim.code],
                fields=self.sending.shared,
            )
        kind, words = stands(self.sending)
        return super().get_context_data(
            sending=self.sending,
            state={"kind": kind, "text": words},
            facts=told(self.sending),
            may_show=self.may_show,
            **kwargs,
        )

    @override
    def form_valid(self, form: ShowIdentityForm) -> HttpResponse:
        """Show the name or the phone on this page; keep who saw it and why."""
        if not self.may_show:
            return self.form_invalid(form)
        journal.record(
            self.request,
            Action.SHOWED,
            [self.sending.victim.code],
            fields=self.sending.names,
            reason=form.cleaned_data["reason"],
        )
        shown = list(identity_told(self.sending))
        context = self.get_context_data(form=form, shown=True)
        context["facts"] += shown
        return self.render_to_response(context)


class Step(Received, RecordChange[Sending, Any]):
    """A step with a referral that is before the user's agency."""

    permission_required = "assistance.receive_sending"
    shown = ("type", "sent_at")
    states = (SendingState.SENT,)
    back = _("Back to the referral")

    @property
    def facts(self) -> list[Any]:
        """Return what is told of the person."""
        return told(self.object)

    @override
    def get_form(self, form_class: Any = None) -> Any:
        """Return the form, which knows who answers."""
        form = super().get_form(form_class)
        form.by = self.user
        return form

    @override
    def get_success_url(self) -> str:
        """Return the referral."""
        return reverse("inbox:sending", args=[self.kwargs["pk"]])


class SendingAccept(Step):
    """Take the person on."""

    form_class = AcceptForm
    heading = _("Accept the referral")
    lead = _("The sender sees at once that you take the person on.")
    save = _("Accept the referral")
    done = _("The referral is accepted.")


class OutOfTheInbox(Step):
    """A step after which the agency sees nothing of the person any more."""

    @override
    def get_success_url(self) -> str:
        """Return the inbox."""
        return reverse("inbox:list")


class SendingDecline(OutOfTheInbox):
    """Say why the person cannot be taken on."""

    form_class = DeclineForm
    heading = _("Decline the referral")
    lead = _("After that you see nothing of the person any more.")
    save = _("Decline the referral")
    done = _("The referral is declined.")
    danger = True


class SendingDone(OutOfTheInbox):
    """Say that what was asked for is done."""

    form_class = FinishForm
    states = (SendingState.ACCEPTED,)
    heading = _("The referral is done")
    lead = _("After that you see nothing of the person any more.")
    save = _("It is done")
    done = _("The referral is done. The sender sees it.")
