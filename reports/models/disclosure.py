"""How small a number may be before those who see no records are not shown it."""

from typing import Final, Self

import pghistory
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from accounts.models import User
from reference.records import CURRENT, Record, RecordQuerySet

USUAL: Final = 5
LEAST: Final = 3
MOST: Final = 20


class DisclosureRuleQuerySet(RecordQuerySet["DisclosureRule"]):
    """The one rule that counts, and those that were voided."""

    def visible_to(self, user: User) -> Self:
        """Return the rule to whoever sees analytics."""
        return self if user.has_perm("reports.view_analytics") else self.none()

    def smallest_shown(self) -> int:
        """Return the smallest number of people that everybody may be shown."""
        found = self.current().values_list("smallest_shown", flat=True).first()
        return USUAL if found is None else found


@pghistory.track()
class DisclosureRule(Record):
    """The smallest number that is shown to those who may not open the records."""

    KNOWN_BY = "rule"
    PART_OF = ()

    rule = models.SlugField(default="small-numbers", editable=False)
    smallest_shown = models.PositiveSmallIntegerField(
        _("smallest number shown"), default=USUAL
    )

    objects = DisclosureRuleQuerySet.as_manager()

    class Meta(Record.Meta):
        verbose_name = _("rule on small numbers")
        verbose_name_plural = _("rules on small numbers")
        ordering = ["pk"]
        default_permissions = ["change"]
        permissions = [
            ("view_analytics", "Can see the analytics of cases"),
            ("view_small_numbers", "Can see small numbers in analytics as they are"),
        ]
        constraints = [
            models.CheckConstraint(
                name="disclosure_smallest_within_reason",
                condition=Q(smallest_shown__gte=LEAST, smallest_shown__lte=MOST),
                violation_error_message=_("Enter a number from 3 to 20."),
            ),
            models.UniqueConstraint(
                name="disclosure_one_rule",
                fields=["rule"],
                condition=CURRENT,
                violation_error_message=_("There is a rule on small numbers already."),
            ),
        ]

    def __str__(self) -> str:
        return str(self.smallest_shown)
