"""The kinds of findings."""

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _


class Found(TextChoices):
    """What is found of a stretch of text; values are those of the JSON."""

    DIFFERS = "differs", _("differs from the register")
    SUM = "sum", _("adds up wrongly")
    PERCENT = "percent", _("percentage is wrong")
    REPEATED = "repeated", _("stands twice")
    UNCLEAR = "unclear", _("unclear")
    MATCHES = "matches", _("matches the register")
    UNKNOWN = "unknown", _("not known to the register")

    @classmethod
    def wrong(cls) -> frozenset["Found"]:
        """Return the kinds that are to be put right."""
        return frozenset({cls.DIFFERS, cls.SUM, cls.PERCENT, cls.REPEATED, cls.UNCLEAR})
