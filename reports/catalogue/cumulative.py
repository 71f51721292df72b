"""Chapter: the totals since 2005."""

from django.utils.translation import gettext_lazy as _

from reports.catalogue import prosecution, victims
from reports.choices import Unit
from reports.figures import Cumulative

VICTIMS = Cumulative(
    "cumulative.victims",
    _("Victims identified since 2005"),
    Unit.PERSON,
    parts=(victims.IDENTIFIED,),
)
PROSECUTED = Cumulative(
    "cumulative.prosecuted",
    _("Accused persons sent to court since 2005"),
    Unit.PERSON,
    parts=(prosecution.PROSECUTED,),
)
OFFENCES = Cumulative(
    "cumulative.offences",
    _("Crimes of trafficking and forced labour since 2005"),
    Unit.OFFENCE,
    parts=(prosecution.TRAFFICKING, prosecution.FORCED_LABOUR),
)

FIGURES = (VICTIMS, PROSECUTED, OFFENCES)
