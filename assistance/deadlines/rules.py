"""What settles a deadline of each kind: the form, who may fill it in, what to say."""

from collections.abc import Mapping
from typing import Final, NamedTuple

from django.urls import reverse
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from accounts.models import User
from assistance.deadlines.kinds import DeadlineKind


class Rule(NamedTuple):
    """How a kind is settled.

    `note` says which day is counted from; `of_record` that the page is of the record
    itself; `markable` that the records cannot tell whether it is done.
    """

    page: str
    permission: str
    note: Promise
    of_record: bool = False
    markable: bool = False

    def address(self, code: str, record_key: int) -> str:
        """Return the form that settles a deadline of this person."""
        args = [code, record_key] if self.of_record else [code]
        return reverse(self.page, args=args)


FOLLOW_UP: Final = Rule(
    "assistance:service_add",
    "assistance.add_service",
    _("Returned to the family on %(day)s"),
    markable=True,
)
RULES: Final[Mapping[str, Rule]] = {
    DeadlineKind.REFERRAL: Rule(
        "assistance:referral_add",
        "assistance.add_referral",
        _("First contact on %(day)s"),
    ),
    DeadlineKind.IDENTIFICATION: Rule(
        "victims:decision_add",
        "victims.add_statusdecision",
        _("Presumed since %(day)s"),
    ),
    DeadlineKind.REFLECTION: Rule(
        "assistance:reflection_change",
        "assistance.change_reflectionperiod",
        _("Extend it, or mark it done when the person has decided"),
        of_record=True,
        markable=True,
    ),
    DeadlineKind.STAY: Rule(
        "assistance:leave",
        "assistance.change_placement",
        _("Admitted on %(day)s. Record the departure, or postpone to the new end"),
        of_record=True,
    ),
    DeadlineKind.ALLOWANCE: Rule(
        "assistance:allowance_add",
        "assistance.add_allowance",
        _("Identified on %(day)s"),
    ),
    DeadlineKind.PAYMENT: Rule(
        "assistance:allowance_pay",
        "assistance.change_allowance",
        _("Identified on %(day)s"),
        of_record=True,
    ),
    DeadlineKind.PERMIT: Rule(
        "assistance:permit_add",
        "assistance.add_residencepermit",
        _("Apply for its extension"),
    ),
    DeadlineKind.ADULTHOOD: Rule(
        "victims:identity",
        "victims.view_identity",
        _("May be as early as %(day)s. Look at the birth date, then postpone to it"),
        markable=True,
    ),
    DeadlineKind.PLAN_REVIEW: Rule(
        "assistance:plan_change",
        "assistance.change_rehabilitationplan",
        _("Drawn up or last reviewed on %(day)s"),
        of_record=True,
    ),
    DeadlineKind.OUTCOME: Rule(
        "assistance:outcome",
        "assistance.change_referral",
        _("Referred on %(day)s"),
        of_record=True,
    ),
    DeadlineKind.FOLLOW_UP_1: FOLLOW_UP,
    DeadlineKind.FOLLOW_UP_2: FOLLOW_UP,
    DeadlineKind.FOLLOW_UP_3: FOLLOW_UP,
    DeadlineKind.FOLLOW_UP_4: FOLLOW_UP,
}


def kinds_for(user: User) -> list[str]:
    """Return the kinds that the user may settle: nobody is reminded of others' work."""
    return [kind for kind, rule in RULES.items() if user.has_perm(rule.permission)]
