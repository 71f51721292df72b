"""Chapter: the internet, public morality and organs, as other agencies return it."""

from django.utils.translation import gettext_lazy as _

from reports.choices import Unit
from reports.figures import ReturnedFigure

POLICE = "mia"

FIGURES = (
    ReturnedFigure(
        "web.illegal_acts",
        _("Illegal acts found on the internet and in the media"),
        Unit.ACT,
        agency=POLICE,
    ),
    ReturnedFigure(
        "web.confirmed_facts", _("of them, confirmed"), Unit.FACT, agency=POLICE
    ),
    ReturnedFigure(
        "morality.offences",
        _("Illegal acts against public morality"),
        Unit.OFFENCE,
        agency=POLICE,
    ),
    ReturnedFigure(
        "morality.prosecuted",
        _("People prosecuted for them"),
        Unit.PERSON,
        agency=POLICE,
    ),
    ReturnedFigure(
        "morality.administrative",
        _("People held administratively liable for them"),
        Unit.PERSON,
        agency=POLICE,
    ),
    ReturnedFigure(
        "organs.groups_neutralised",
        _("Groups trading in organs neutralised"),
        Unit.GROUP,
        agency="state_security_service",
    ),
)
