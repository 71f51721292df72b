"""Where an allowance stands between two people: a square and words."""

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from assistance.choices import AllowanceStatus
from assistance.models import Allowance

type Standing = tuple[str, Promise | str]

PAID_OR_REVERSED = {AllowanceStatus.PAID: "ok", AllowanceStatus.REVERSED: "no"}


def standing(allowance: Allowance) -> Standing:
    """Return where the allowance stands; a correction that waits is said first."""
    if getattr(allowance, "correction_waits", False):
        return "warn", _("to be taken back, waits for approval")
    status = AllowanceStatus(allowance.status)
    if status in PAID_OR_REVERSED:
        return PAID_OR_REVERSED[status], status.label
    return before_payment(allowance)


def before_payment(allowance: Allowance) -> Standing:
    """Return where an allowance stands that is not paid yet."""
    if allowance.is_returned:
        return "warn", _("returned to be prepared anew")
    if allowance.is_waiting:
        return "half", _("waits for approval")
    if allowance.approved_at:
        return "info", _("approved, not paid yet")
    return "half", AllowanceStatus.PENDING.label


def is_unapproved(allowance: Allowance) -> bool:
    """Return whether it may still be changed by those who prepare."""
    return allowance.is_waiting or allowance.is_returned


def is_waiting(allowance: Allowance) -> bool:
    """Return whether a second person may approve or return it."""
    return allowance.is_waiting


def is_payable(allowance: Allowance) -> bool:
    """Return whether its payment may be recorded."""
    pending = allowance.status == AllowanceStatus.PENDING
    held = getattr(allowance, "correction_waits", False)
    return pending and allowance.may_be_paid and not held


def is_correctable(allowance: Allowance) -> bool:
    """Return whether taking it back needs a second person, and nobody asked yet."""
    counts = allowance.status != AllowanceStatus.REVERSED
    held = getattr(allowance, "correction_waits", False)
    return counts and allowance.may_be_paid and not held


def is_decided(allowance: Allowance) -> bool:
    """Return whether its decision can be printed."""
    return allowance.may_be_paid
