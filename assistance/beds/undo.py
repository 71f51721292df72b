"""The acts of the last ten minutes, in words, with their way back."""

from typing import NamedTuple

from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from accounts.models import User
from assistance.beds.taken import clock
from assistance.choices import Deed
from assistance.models import BedAct
from reference.models import Shelter
from victims.models import Victim

WORDS: dict[str, Promise] = {
    Deed.HOLD: gettext_lazy("%(bed)s held at %(time)s."),
    Deed.RELEASE: gettext_lazy("%(bed)s let go at %(time)s."),
    Deed.PROLONG: gettext_lazy("%(bed)s held longer, since %(time)s."),
    Deed.PLAN: gettext_lazy("departure planned at %(time)s."),
    Deed.PLACE: gettext_lazy("placed in %(bed)s at %(time)s."),
    Deed.AWAY: gettext_lazy("sleeps elsewhere, recorded at %(time)s."),
    Deed.LEAVE: gettext_lazy("has left, recorded at %(time)s."),
    Deed.OUT: gettext_lazy("%(bed)s taken out of use at %(time)s."),
    Deed.BACK: gettext_lazy("%(bed)s put back into use at %(time)s."),
}


class Done(NamedTuple):
    """An act that can still be undone: who it was about, and what was done."""

    act: BedAct
    code: str
    text: str


def done(user: User, shelter: Shelter) -> list[Done]:
    """Return the user's last acts in the shelter, the newest first."""
    acts = BedAct.objects.to_undo(user, shelter).select_related(
        "victim", "bed", "from_bed"
    )
    found = list(acts)
    keys = [act.victim_id for act in found if act.victim_id]
    reached = Victim.objects.visible_to(user).filter(pk__in=keys) if keys else ()
    codes = {person.pk: person.code for person in reached}
    return [Done(act, codes.get(act.victim_id or 0, ""), words(act)) for act in found]


def words(act: BedAct) -> str:
    """Return what was done and when, after the person's code."""
    told = {"bed": act.bed, "from": act.from_bed, "time": clock(act.at)}
    if act.deed != Deed.MOVE:
        return str(WORDS[act.deed]) % told
    if act.bed is None or act.bed.shelter_id != act.shelter_id:
        return _("moved to another shelter at %(time)s.") % told
    if act.from_bed is None:
        return _("moved to %(bed)s at %(time)s.") % told
    return _("moved from %(from)s to %(bed)s at %(time)s.") % told
