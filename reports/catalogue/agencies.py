"""The agencies that return figures, as the report calls them."""

from typing import Final

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

AGENCIES: Final[dict[str, str | Promise]] = {
    "dost": _("DOST Agency"),
    "labour_monitoring_centre": _("Labour Relations Monitoring Centre"),
    "mia": _("Ministry of Internal Affairs"),
    "ministry_of_labour": _("Ministry of Labour and Social Protection"),
    "state_migration_service": _("State Migration Service"),
    "state_security_service": _("State Security Service"),
}


def agency_title(code: str) -> str:
    """Return what the report calls an agency; the code of one that it does not know."""
    return str(AGENCIES.get(code, code))
