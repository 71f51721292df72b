"""Chapter: the hotline 152."""

from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from prevention.choices import CallOutcome, CallTopic
from prevention.models import Call
from reports.breakdowns import codes
from reports.choices import Unit
from reports.figures import AnnualFigure, Records
from reports.periods import Period


def received_in(period: Period) -> Records:
    """Return the appeals received in the period."""
    return Call.objects.current().filter(received_on__range=period)


RECEIVED = AnnualFigure(
    "calls.received",
    _("Appeals received on 152"),
    Unit.APPEAL,
    population=received_in,
    by={"topic": codes(_("topic"), "topic", CallTopic)},
)
TRAFFICKING_RELATED = AnnualFigure(
    "calls.trafficking_related",
    _("of them, referred because of trafficking"),
    Unit.APPEAL,
    population=received_in,
    only=Q(outcome=CallOutcome.TRAFFICKING_REFERRAL),
)

FIGURES = (RECEIVED, TRAFFICKING_RELATED)
