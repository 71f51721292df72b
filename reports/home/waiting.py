"""What waits for the user alone: drafts, referrals to answer, allowances to approve."""

from collections.abc import Iterator

from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from accounts.models import User
from assistance.choices import SendingState
from assistance.models import Allowance, Sending
from reports.home.blocks import MANY, Number, number
from victims.models import Draft


def waiting(user: User) -> Iterator[Number]:
    """Yield the counts of the lists that only the user can shorten; none at zero."""
    for found in counted(user):
        if found.total:
            yield found


def drafts_of(user: User) -> Iterator[Number]:
    """Yield the count of the user's drafts, then of those that are removed soon."""
    begun = list(Draft.objects.visible_to(user).begun().defer("content")[:MANY])
    ending = sum(draft.ends_soon for draft in begun)
    page = reverse("victims:drafts")
    yield Number(_("my drafts of new persons"), len(begun), page)
    yield Number(_("of my drafts are removed within 7 days"), ending, page)


def counted(user: User) -> Iterator[Number]:
    """Yield the count of each such list that the user may open."""
    if user.has_perm("victims.add_victim"):
        yield from drafts_of(user)
    if user.has_perm("assistance.receive_sending"):
        sent = Sending.objects.received_by(user).filter(state=SendingState.SENT)
        yield number(_("referrals sent to us, to be answered"), sent, "inbox:list")
    if user.has_perm("assistance.approve_allowance"):
        prepared = Allowance.objects.visible_to(user).waiting()
        others = prepared.exclude(prepared_by=user)
        yield number(_("allowances to approve"), others, "approvals:waiting")
