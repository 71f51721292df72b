"""What staff do with beds: each is one act, noted so that it can be undone."""

from datetime import date, timedelta
from typing import Any

from django.db import transaction
from django.utils import timezone
from django.utils.timezone import localdate

from accounts.models import User
from assistance.choices import Deed, ExitReason
from assistance.models import Bed, BedAct, Hold, NightAbsence, Placement
from assistance.models.bedact import Steps
from reference.models import Shelter
from victims.models import Victim


def noted(steps: Steps, deed: Deed, user: User, shelter: Shelter, **about: Any) -> None:
    """Keep the act of the user with the person and the beds that it is about."""
    BedAct.objects.create(
        deed=deed, user=user, shelter=shelter, steps=steps.noted, **about
    )


def end_holds(steps: Steps, bed: Bed, user: User, victim: Victim) -> None:
    """End the holds of the bed that are for this person, or that the user may end."""
    for hold in Hold.objects.running().filter(bed=bed):
        if hold.victim_id == victim.pk or hold.may_be_used_by(user):
            steps.change(hold, ended_at=timezone.now())


@transaction.atomic
def hold_bed(hold: Hold) -> None:
    """Hold the bed."""
    steps, bed = Steps(), hold.bed
    steps.make(hold)
    noted(steps, Deed.HOLD, hold.made_by, bed.shelter, bed=bed, victim=hold.victim)


@transaction.atomic
def let_go(hold: Hold, user: User) -> None:
    """End the hold before its time."""
    steps, bed = Steps(), hold.bed
    steps.change(hold, ended_at=timezone.now())
    noted(steps, Deed.RELEASE, user, bed.shelter, bed=bed, victim=hold.victim)


@transaction.atomic
def prolong(hold: Hold, user: User, lasts: timedelta) -> None:
    """Hold the bed for so long from now, for the reason that the hold has now."""
    steps, bed, now = Steps(), hold.bed, timezone.now()
    because = {"prolonged_at": now, "prolonged_because": hold.prolonged_because}
    steps.change(hold, until=max(hold.until, now + lasts), **because)
    noted(steps, Deed.PROLONG, user, bed.shelter, bed=bed, victim=hold.victim)


@transaction.atomic
def plan_departure(stay: Placement, user: User) -> None:
    """Keep on which day the person plans to leave, which the stay has now; or none."""
    steps = Steps()
    steps.change(stay, plans_to_leave_on=stay.plans_to_leave_on)
    about = {"victim": stay.victim, "bed": stay.bed}
    noted(steps, Deed.PLAN, user, stay.shelter, **about)


@transaction.atomic
def place(stay: Placement, user: User) -> None:
    """Begin the stay, in its bed; the hold for this person ends."""
    steps = Steps()
    if stay.bed is not None:
        end_holds(steps, stay.bed, user, stay.victim)
    steps.make(stay)
    noted(steps, Deed.PLACE, user, stay.shelter, victim=stay.victim, bed=stay.bed)


@transaction.atomic
def move_to_bed(stay: Placement, bed: Bed, since: date, user: User) -> None:
    """Give the person another bed of the shelter from that day on."""
    steps, former = Steps(), stay.bed
    end_holds(steps, bed, user, stay.victim)
    steps.change(stay, bed_id=bed.pk, bed_since=since)
    about = {"victim": stay.victim, "bed": bed, "from_bed": former}
    noted(steps, Deed.MOVE, user, stay.shelter, **about)


@transaction.atomic
def move_to_shelter(
    stay: Placement, to: tuple[Shelter, Bed | None], day: date, user: User
) -> Placement:
    """End the stay and begin one in another shelter, on the same day."""
    shelter, bed = to
    steps, former = Steps(), stay.bed
    leave(steps, stay, day, ExitReason.OTHER_SHELTER)
    if bed is not None:
        end_holds(steps, bed, user, stay.victim)
    new = Placement(victim=stay.victim, shelter=shelter, admitted_on=day, bed=bed)
    steps.make(new)
    about = {"victim": stay.victim, "bed": bed, "from_bed": former}
    noted(steps, Deed.MOVE, user, stay.shelter, **about)
    return new


def leave(steps: Steps, stay: Placement, day: date, reason: str) -> None:
    """End the stay; who left before coming into the bed never had it."""
    bed = {"bed_id": stay.bed_id, "bed_since": stay.bed_since}
    steps.change(stay, left_on=day, exit_reason=reason, **bed)


@transaction.atomic
def end_stay(stay: Placement, user: User) -> None:
    """End the stay on the day and for the reason that it has now."""
    assert stay.left_on is not None  # noqa: S101 - the form asks for it
    steps, bed = Steps(), stay.bed
    leave(steps, stay, stay.left_on, stay.exit_reason)
    noted(steps, Deed.LEAVE, user, stay.shelter, victim=stay.victim, bed=bed)


@transaction.atomic
def sleep_elsewhere(absence: NightAbsence, user: User) -> None:
    """Record a night away."""
    steps, stay = Steps(), absence.placement
    steps.make(absence)
    about = {"victim": stay.victim, "bed": stay.bed}
    noted(steps, Deed.AWAY, user, stay.shelter, **about)


@transaction.atomic
def take_out(bed: Bed, user: User) -> None:
    """Take the bed out of use from today on, for the reason that it has now."""
    steps = Steps()
    steps.change(bed, out_since=localdate(), out_reason=bed.out_reason)
    noted(steps, Deed.OUT, user, bed.shelter, bed=bed)


@transaction.atomic
def take_back(bed: Bed, user: User) -> None:
    """Put the bed back into use."""
    steps = Steps()
    steps.change(bed, out_since=None, out_reason="")
    noted(steps, Deed.BACK, user, bed.shelter, bed=bed)
