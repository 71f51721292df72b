"""What waits for the user alone: drafts, allowances to approve."""

from collections.abc import Iterator

from django.utils.translation import gettext_lazy as _

from accounts.models import User
from assistance.models import Allowance
from reports.home.blocks import Number, number
from victims.models import Draft


def waiting(user: User) -> Iterator[Number]:
    """Yield the counts of the lists that only the user can shorten; none at zero."""
    for found in counted(user):
        if found.total:
            yield found


def counted(user: User) -> Iterator[Number]:
    """Yield the count of each such list that the user may open."""
    if user.has_perm("victims.add_victim"):
        begun = Draft.objects.visible_to(user).begun()
        yield number(_("my drafts of new persons"), begun, "victims:drafts")
    if user.has_perm("assistance.approve_allowance"):
        prepared = Allowance.objects.visible_to(user).waiting()
        others = prepared.exclude(prepared_by=user)
        yield number(_("allowances to approve"), others, "approvals:waiting")
