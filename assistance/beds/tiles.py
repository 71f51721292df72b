"""A bed as a tile of the board: its state in words, who is in it, what can be done."""

from datetime import date
from typing import Any, Final, NamedTuple

from django.urls import reverse
from django.utils.functional import Promise
from django.utils.timezone import localtime
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, pgettext

from assistance.choices import RoomFor
from assistance.models import Bed, Hold, Placement
from thb.days import when_words
from thb.letters import capfirst
from victims.file import given_name
from victims.models.victim import whole_years
from victims.standing import OF_AGE


class Act(NamedTuple):
    """One thing that can be done with a bed or with who is in it."""

    name: str
    text: Promise | str
    url: str


SELDOM: Final = frozenset({"out", "plan"})


class Tile(NamedTuple):
    """A bed at a moment; `kind` is that of components/state.html."""

    bed: Bed
    kind: str
    state: Promise | str
    lines: list[str]
    badges: list[Promise | str]
    acts: list[Act]
    code: str = ""
    name: str = ""
    url: str = ""

    @property
    def quick(self) -> list[Act]:
        """Return what is done each day; the rest stands on the page of the bed."""
        return [act for act in self.acts if act.name not in SELDOM]

    @property
    def is_cot(self) -> bool:
        """Return whether the bed is a cot beside another."""
        return self.bed.beside_id is not None


MARKS: Final = {
    RoomFor.WOMEN: gettext_lazy("Women"),
    RoomFor.MEN: gettext_lazy("Men"),
    RoomFor.FAMILY: gettext_lazy("Families"),
}


def marks(room: Any) -> str:
    """Return where a room is, whom it is for, and whether one gets in without steps."""
    step_free = _("Reached without steps") if room.step_free else ""
    words = [room.place, MARKS.get(room.room_for, ""), step_free]
    return " · ".join(str(word) for word in words if word)


def act(name: str, text: Promise | str, key: int) -> Act:
    """Return what can be done, on the page of this name."""
    return Act(name, text, reverse(f"beds:{name}", args=[key]))


def tile_of(bed: Bed, stay: Any, hold: Any, board: Any) -> Tile:
    """Return the tile of a bed with the stay or the hold that it has now."""
    if stay is not None:
        return used(bed, stay, board)
    if bed.out_since is not None:
        back = [act("back", _("Put back"), bed.pk)]
        return Tile(bed, "no", _("Out of use"), [bed.out_reason], badges(bed), back)
    if hold is not None:
        return held(bed, hold, board)
    acts = [
        act("place", pgettext("bed", "Place"), bed.pk),
        act("hold", _("Hold"), bed.pk),
        act("out", _("Out of use"), bed.pk),
    ]
    return Tile(bed, "free", _("Free"), [], badges(bed), acts)


def used(bed: Bed, stay: Any, board: Any) -> Tile:
    """Return the tile of a bed that somebody is in; no code of who is beyond reach."""
    told = badges(bed)
    if stay.pk in board.away:
        told.append(_("Away tonight"))
    if not stay.seen:
        return Tile(bed, "used", _("Occupied"), [], told, [])
    identity = getattr(stay.victim, "identity", None)
    if is_child(stay, identity, board.today):
        told.append(_("Under 18"))
    named = board.user.has_perm("victims.view_given_name")
    return Tile(
        bed,
        "used",
        _("Occupied"),
        stay_lines(stay, board.today),
        told,
        acts_of(stay),
        stay.victim.code,
        given_name(identity) if named else "",
        reverse("assistance:placement", args=[stay.victim.code]),
    )


def stay_lines(stay: Any, today: date) -> list[str]:
    """Return which day of the stay it is, and when the person plans to leave."""
    lines = [_("Day %(day)s") % {"day": (today - stay.admitted_on).days + 1}]
    if (planned := stay.plans_to_leave_on) is not None:
        when = when_words((planned - today).days, planned)
        lines.append(_("Plans to leave: %(when)s") % {"when": when})
    return lines


def acts_of(stay: Placement) -> list[Act]:
    """Return what can be done with somebody who stays here."""
    return [
        act("move", _("Move"), stay.pk),
        act("away", _("Away"), stay.pk),
        act("leave", _("Leave"), stay.pk),
        act("plan", _("Plan the departure"), stay.pk),
    ]


def held(bed: Bed, hold: Any, board: Any) -> Tile:
    """Return the tile of a bed that is held; who made the hold may place and let go."""
    told = named_person(hold)
    acts = []
    own = hold.may_be_used_by(board.user)
    if own or told:
        acts.append(act("place", pgettext("bed", "Place"), bed.pk))
    if own:
        acts.append(act("release", _("Let go"), hold.pk))
        acts.append(act("prolong", _("Hold longer"), hold.pk))
    url = reverse("assistance:placement", args=[told]) if told else ""
    return Tile(
        bed,
        "held",
        pgettext("bed", "Held"),
        hold_lines(hold),
        badges(bed),
        acts,
        code=told,
        url=url,
    )


def named_person(hold: Any) -> str:
    """Return the code of the person the bed is held for, if within reach."""
    return hold.victim.code if hold.victim and hold.seen else ""


def hold_lines(hold: Hold) -> list[str]:
    """Return until when and by whom the bed is held, and for which request."""
    lines = [hold_words(hold)]
    if hold.request_id:
        reference = hold.request.reference if hold.request else ""
        lines.append(_("For request %(reference)s") % {"reference": reference})
    if hold.prolonged_because:
        lines.append(hold.get_prolonged_because_display())
    return lines


def hold_words(hold: Hold) -> str:
    """Return until when and by whom, in words."""
    until = f"{localtime(hold.until):%H:%M}"
    return _("Until %(time)s, by %(name)s") % {"time": until, "name": hold.made_by}


def badges(bed: Bed) -> list[Promise | str]:
    """Return what is to be known of the bed itself."""
    if bed.beside is None:
        return []
    return [_("Cot beside %(bed)s") % {"bed": str(bed.beside.number)}]


def is_child(stay: Any, identity: Any, today: date) -> bool:
    """Return whether the person is under 18 today, as far as that is known."""
    born = identity.birth_date if identity else None
    years = whole_years(born, today) if born else stay.victim.age_at_identification
    return years is not None and years < OF_AGE


def in_words(tile: Tile) -> str:
    """Return the state with what else is known of it, as one line of a list."""
    return capfirst(", ".join([str(tile.state), *map(str, tile.lines)]))
