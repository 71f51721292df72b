"""Two tasks of a file: safe ways to reach the person, and what other agencies do."""

from django.utils.translation import gettext as _

from assistance.choices import SendingState
from assistance.tasks import State, completed, in_progress, not_needed, not_started
from assistance.waiting import waiting_words
from victims.choices import Safety
from victims.models import Victim


def safe_contact(victim: Victim) -> State:
    """Say whether it is known how the person may be reached."""
    identity = getattr(victim, "identity", None)
    if identity is None or not (identity.phone or identity.address):
        return not_needed(_("No phone or address is recorded"))
    if identity.never_contact:
        return completed(_("Never contact"))
    if identity.phone and not identity.phone_safety:
        return in_progress(_("It is not said whether calling is safe"))
    if identity.address and not identity.address_safety:
        return in_progress(_("It is not said whether writing is safe"))
    unsafe = Safety.UNSAFE in (identity.phone_safety, identity.address_safety)
    return completed(_("Not every way is safe") if unsafe else "")


def agencies(victim: Victim) -> State:
    """Say whether other agencies have answered."""
    sent = [one for one in victim.sendings.all() if one.voided_at is None]
    if not sent:
        return not_started(_("Nothing was sent to an agency"))
    waiting = [one for one in sent if one.state == SendingState.SENT]
    if waiting:
        longest = max(one.days_waiting() for one in waiting)
        return in_progress(waiting_words(longest))
    last = sent[0]
    words = last.get_state_display()
    over = last.state in (SendingState.ACCEPTED, SendingState.DONE)
    return completed(words) if over else in_progress(words)
