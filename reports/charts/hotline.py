"""What people call 152 about."""

from typing import Final

from django.utils.translation import gettext_lazy as _

from reports.charts.splits import Split

TOPICS: Final = Split(
    "topics",
    "calls.received",
    "topic",
    finding=_("The most frequent topic of an appeal: %s"),
    counted=_("Appeals received on 152, by topic, %(year)s: %(total)s"),
    column=_("Topic"),
)
CHARTS: Final = (TOPICS.draw,)
