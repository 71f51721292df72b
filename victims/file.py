"""A person's file as pages show it: its sections and its bar."""

from collections.abc import Iterator
from datetime import date
from typing import Any, Final, NamedTuple

from django.urls import reverse
from django.utils.functional import Promise
from django.utils.timezone import localdate
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, pgettext

from accounts.models import User
from thb.letters import capfirst
from victims.choices import Safety
from victims.models import Identity, Victim
from victims.needs import Answer, OfAge
from victims.standing import AGE_TOLD, STATUS_KIND, age_words, status_words


class Place(NamedTuple):
    """A section of the file: its name, its page, the permission that opens it."""

    label: Promise
    page: str
    permission: str


SECTIONS: Final = (
    Place(gettext_lazy("Overview"), "assistance:overview", "victims.view_victim"),
    Place(gettext_lazy("Identity"), "victims:identity", "victims.view_identity"),
    Place(
        gettext_lazy("Identification"),
        "victims:identification",
        "victims.view_statusdecision",
    ),
    Place(
        gettext_lazy("Placement"), "assistance:placement", "assistance.view_placement"
    ),
    Place(gettext_lazy("Services"), "assistance:services", "assistance.view_service"),
    Place(
        gettext_lazy("Referrals"), "assistance:referrals", "assistance.view_referral"
    ),
    Place(
        gettext_lazy("Allowance"), "assistance:allowance", "assistance.view_allowance"
    ),
    Place(gettext_lazy("Children"), "assistance:children", "victims.view_dependant"),
    Place(gettext_lazy("Notes"), "victims:notes", "victims.view_note"),
    Place(gettext_lazy("Documents"), "victims:documents", "victims.view_paper"),
    Place(gettext_lazy("History"), "assistance:history", "victims.view_history"),
)


def sections(victim: Victim, user: User, here: str) -> list[dict[str, Any]]:
    """Return the sections of the file that the user may open; `here` is current."""
    return [
        {
            "label": place.label,
            "url": reverse(place.page, args=[victim.code]),
            "current": place.page == here,
        }
        for place in SECTIONS
        if user.has_perm(place.permission)
    ]


def bar(victim: Victim, user: User) -> dict[str, Any]:
    """Return what components/idbar.html shows of a person `with_standing`."""
    named = user.has_perm("victims.view_given_name")
    identity = getattr(victim, "identity", None) if named else None
    shown = user.has_perm("victims.show_identity")
    return {
        "code": victim.code,
        "name": given_name(identity) if named else "",
        "reveal": reverse("victims:identity", args=[victim.code]) if shown else "",
        "action": main_action(victim, user),
        "facts": list(bar_facts(victim, user, identity)),
    }


def main_action(victim: Victim, user: User) -> dict[str, Any]:
    """Return what staff do most on a file: record help; nothing in a merged one."""
    if victim.merged_into_id or not user.has_perm("assistance.add_service"):
        return {}
    url = reverse("assistance:service_add", args=[victim.code])
    return {"url": url, "text": _("Record help")}


def given_name(identity: Identity | None) -> str:
    """Return what a masked identity shows to the staff of the person's own shelter."""
    name = identity.given_name if identity else ""
    return name or _("name not known")


def bar_facts(
    victim: Victim, user: User, identity: Identity | None
) -> Iterator[dict[str, Any]]:
    """Yield the facts of the bar: age and sex, status, stay, an unsafe phone."""
    today = localdate()
    age = age_words(victim, identity.birth_date if identity else None, today)
    grown = age == AGE_TOLD[OfAge.ADULT]
    sex = f", {sex_words(victim, grown=grown)}" if victim.sex else ""
    yield {"text": f"{capfirst(str(age))}{sex}"}
    if victim.merged_into_id is not None:
        yield {"text": _("Merged into another record"), "kind": "no"}
    status: Any = victim
    kind = STATUS_KIND.get(status.status_now, "none")
    yield {"text": capfirst(str(status_words(status.status_now))), "kind": kind}
    if status.stays_since and user.has_perm("assistance.view_placement"):
        yield {"text": stay_words(victim, today)}
    yield from warnings(victim, user)


def sex_words(victim: Victim, *, grown: bool) -> str:
    """Return the sex as one says it of a person; a child is no woman and no man."""
    spoken = {
        ("F", True): _("woman"),
        ("M", True): _("man"),
        ("F", False): pgettext("of a person", "female"),
        ("M", False): pgettext("of a person", "male"),
    }
    return spoken.get((victim.sex, grown)) or victim.get_sex_display()


def warnings(victim: Victim, user: User) -> Iterator[dict[str, Any]]:
    """Yield what must be known before anybody tries to reach the person."""
    if user.has_perm("victims.view_firsthour") and in_danger(victim):
        yield {"text": _("In danger"), "kind": "danger"}
    seen = user.has_perm("victims.view_identity")
    identity = getattr(victim, "identity", None) if seen else None
    if identity is None:
        return
    if identity.never_contact:
        yield {"text": _("Never contact"), "kind": "danger"}
    elif identity.phone_safety == Safety.UNSAFE:
        yield {"text": _("Unsafe phone"), "kind": "warn"}


def in_danger(victim: Any) -> bool:
    """Return whether it was told in the first hour, and not changed since."""
    return bool(victim.danger_told == Answer.YES)


def stay_words(victim: Any, today: date) -> str:
    """Return where the person stays and since how many days, of one who does."""
    shelter = victim.shelter_now or victim.shelter_code_now
    day = (today - victim.stays_since).days + 1
    return _("%(shelter)s, day %(day)s") % {"shelter": shelter, "day": day}
