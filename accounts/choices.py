"""Closed code lists of users and of the journal."""

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _


class Role(TextChoices):
    """What a user is here to do; one role a user."""

    SHELTER_WORKER = "shelter_worker", _("shelter worker")
    SHELTER_MANAGER = "shelter_manager", _("shelter manager")
    ASSISTANCE_WORKER = "assistance_worker", _("assistance centre worker")
    POLICE_INVESTIGATOR = "police_investigator", _("police investigator")
    POLICE_ANALYST = "police_analyst", _("police analyst")
    ADMINISTRATOR = "administrator", _("administrator of the Coordinator's office")
    AUDITOR = "auditor", _("auditor")
    SYSTEM_ADMINISTRATOR = "system_administrator", _("system administrator")


class Language(TextChoices):
    """Languages of the interface, each in its own name."""

    AZERBAIJANI = "az", "Azərbaycan dili"
    ENGLISH = "en", "English"
    RUSSIAN = "ru", "русский"


class Action(TextChoices):
    """What the journal of access keeps."""

    OPENED = "opened", _("opened")
    LISTED = "listed", _("listed")
    SEARCHED = "searched", _("searched")
    SHOWED = "showed", _("showed identity")
    CREATED = "created", _("created")
    CHANGED = "changed", _("changed")
    VOIDED = "voided", _("voided")
    IMPORTED = "imported", _("imported")
    EXPORTED = "exported", _("exported")
    REFUSED = "refused", _("refused")
    SIGNED_IN = "signed_in", _("signed in")
    SIGN_IN_FAILED = "sign_in_failed", _("sign-in failed")


class ListName(TextChoices):
    """The lists of which a user keeps views and columns."""

    PEOPLE = "people", _("People")
    CASES = "cases", _("Cases")
    CALLS = "calls", _("Appeals")
    ACTIVITIES = "activities", _("Activities")
    GRANTS = "grants", _("Grants")
    BASELINES = "baselines", _("Totals before the register")
    ANALYTICS = "analytics", _("Case analytics")


class Density(TextChoices):
    """How close the rows of a list stand."""

    COMFORTABLE = "comfortable", _("comfortable")
    COMPACT = "compact", _("compact")


class FileFormat(TextChoices):
    """How what a list shows is taken out."""

    XLSX = "xlsx", _("a workbook (XLSX)")
    CSV = "csv", _("text with commas (CSV)")
