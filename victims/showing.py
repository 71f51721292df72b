"""Who may be shown what names a person."""

from django.utils.timezone import localdate

from accounts.models import User
from victims.choices import ConsentPurpose
from victims.models import Victim


def may_show_identity(victim: Victim, user: User) -> bool:
    """Return whether what names the person may be shown to the user.

    Outside the shelter the person must have agreed to a referral.
    """
    if not user.has_perm("victims.show_identity"):
        return False
    agreed = victim.consents.in_force_on(localdate())
    inside = user.has_perm("victims.view_given_name")
    return inside or agreed.filter(purpose=ConsentPurpose.REFERRAL).exists()
