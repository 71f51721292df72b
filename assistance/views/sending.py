"""Referrals to agencies, as the sender sees them in the person's file."""

from typing import Any, Final, override

from django.db.models import QuerySet
from django.utils.translation import gettext_lazy as _

from assistance.choices import SendingState
from assistance.forms import RevokeForm, SendingForm
from assistance.models import Sending
from assistance.models.sending import OPEN
from assistance.waiting import waiting_words
from victims.panels import Panel, State, Step
from victims.views.file import FileAdd, FileChange

STATE_KIND: Final = {
    SendingState.SENT: "half",
    SendingState.ACCEPTED: "info",
    SendingState.DECLINED: "warn",
    SendingState.DONE: "ok",
    SendingState.REVOKED: "no",
}


def stands(sending: Sending) -> State:
    """Return where the referral stands, in words."""
    kind = STATE_KIND[SendingState(sending.state)]
    if sending.state == SendingState.SENT:
        return kind, waiting_words(sending.days_waiting())
    words = sending.get_state_display()
    if sending.ended_because:
        words = f"{words}, {sending.get_ended_because_display()}"
    return kind, words


def runs(sending: Sending) -> bool:
    """Return whether the receiver still sees it."""
    return sending.state in OPEN


SENDINGS: Final = Panel(
    model=Sending,
    form_class=SendingForm,
    section="assistance:referrals",
    pages="assistance:sending",
    title=_("Referrals to other agencies"),
    add=_("Refer to an agency"),
    empty=_("Nothing was sent yet. A consent to the referral comes first."),
    columns=("type", "organisation", "sent_at", "shared", "answer"),
    state=stands,
    steps=(
        Step(
            _("Take back"),
            "assistance:sending_revoke",
            "assistance.change_sending",
            suits=runs,
        ),
    ),
    verbs=("add",),
)


class SendingAdd(FileAdd):
    """Refer the person to an agency, with the consent that covers it."""

    permission_required = SENDINGS.permission("add")
    panel, model, form_class = SENDINGS, Sending, SendingForm
    template_name = "assistance/sending_form.html"
    heading = save = SENDINGS.add
    lead = _("The agency sees what you tick and no more, and only while this runs.")
    done = _("The referral is sent.")

    @override
    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        """Add whether there is a consent to go by."""
        context = super().get_context_data(**kwargs)
        consents: Any = context["form"].fields["consent"].queryset
        return context | {"covered": consents.exists()}


class SendingRevoke(FileChange):
    """Take a referral back: the agency sees nothing of it any more."""

    permission_required = SENDINGS.permission("change")
    panel, model, form_class = SENDINGS, Sending, RevokeForm
    heading = _("Take the referral back")
    lead = _("From now on the agency sees nothing of the person.")
    save = _("Take it back")
    done = _("The referral is taken back.")
    danger = True
    shown = ("type", "organisation", "sent_at", "shared")

    @override
    def get_queryset(self) -> QuerySet[Any]:
        """Return the referrals that still run."""
        return super().get_queryset().filter(state__in=OPEN)
