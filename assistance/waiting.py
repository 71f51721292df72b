"""How long a referral has waited for an answer, in words."""

from django.utils.translation import gettext, ngettext


def waiting_words(days: int) -> str:
    """Return for how many days nobody has answered."""
    if not days:
        return gettext("waiting since today")
    return ngettext("waiting %(days)s day", "waiting %(days)s days", days) % {
        "days": days
    }
