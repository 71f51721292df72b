"""The referrals of which nobody has recorded what came."""

from typing import Any, ClassVar, Final

from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from accounts.access import RecordAccess
from assistance.choices import ReferralOutcome
from assistance.models import Referral
from reference.records import CURRENT
from thb.listing import RecordList

WAITING: Final = CURRENT & Q(
    outcome__in=("", ReferralOutcome.PENDING),
    victim__voided_at=None,
    victim__merged_into=None,
)


class WaitingReferrals(RecordAccess, RecordList[Referral]):
    """The referrals that wait for an outcome, the oldest first."""

    permission_required = "assistance.change_referral"
    queryset = Referral.objects.filter(WAITING).select_related("victim", "organisation")
    template_name = "assistance/referrals_waiting.html"
    order = "referred"
    columns: ClassVar[Any] = {
        "referred": (_("Referred"), "referred_on"),
        "person": (_("Person"), ""),
        "type": (_("Referred to"), ""),
        "organisation": (_("Organisation"), ""),
    }
