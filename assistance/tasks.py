"""Where each task of the referral mechanism stands, as the records of a file say it.

A task is never ticked by hand.
"""

from collections.abc import Callable
from typing import Any, Final, NamedTuple

from django.utils.functional import Promise
from django.utils.timezone import localdate
from django.utils.translation import gettext as _

from assistance.choices import AllowanceStatus, ReferralOutcome
from assistance.standing import standing
from thb.days import long_day
from thb.letters import capfirst
from thb.numbers import amount
from victims.choices import ConsentPurpose, Status
from victims.models import Victim

HOME: Final = "AZE"


class State(NamedTuple):
    """Where a task stands: the kind of its square, its words, what there is to say."""

    kind: str
    text: str
    note: str = ""

    @property
    def done(self) -> bool:
        """Return whether nothing is left to do."""
        return self.kind in ("ok", "no") and not self.waits

    @property
    def needed(self) -> bool:
        """Return whether this person needs the task at all."""
        return self.kind != "no" or self.waits

    @property
    def waits(self) -> bool:
        """Return whether another task has to be finished first."""
        return self.text == _("Cannot start yet")


def completed(note: str = "") -> State:
    """Return a task that is done."""
    return State("ok", _("Completed"), note)


def in_progress(note: str = "") -> State:
    """Return a task that was begun."""
    return State("half", _("In progress"), note)


def not_started(note: str = "") -> State:
    """Return a task that nobody has begun."""
    return State("", _("Not started"), note)


def not_needed(note: str) -> State:
    """Return a task that this person does not need, and why."""
    return State("no", _("Not needed"), note)


def cannot_start(first: Promise | str) -> State:
    """Return a task that waits for another one."""
    return State(
        "no", _("Cannot start yet"), _("First finish: %(task)s") % {"task": first}
    )


def current(records: Any) -> list[Any]:
    """Return the records of the file that count."""
    return list(records.current())


def first_contact(victim: Victim) -> State:
    """Say when the person was first met."""
    day = victim.first_contact_on
    return completed(long_day(day)) if day else not_started(_("The day is missing"))


def consent(victim: Victim) -> State:
    """Say whether the person agreed to services."""
    given = list(victim.consents.in_force_on(localdate()))
    services = [one for one in given if one.purpose == ConsentPurpose.SERVICES]
    if services:
        return completed(long_day(services[0].given_on))
    if given:
        return in_progress(_("The consent to receiving services is missing"))
    return not_started(_("Not one consent is recorded"))


def decision(victim: Victim) -> State:
    """Say what was decided on the person's status."""
    decisions = current(victim.decisions)
    if not decisions:
        return not_started(_("No decision is recorded"))
    last = decisions[-1]
    note = f"{last.get_status_display()}, {long_day(last.decided_on)}"
    if last.number:
        note = f"{note} ({last.number})"
    return in_progress(note) if last.status == Status.PRESUMED else completed(note)


def exploitation(victim: Victim) -> State:
    """Say whether form and country of the exploitation are recorded."""
    found = current(victim.exploitations)
    main = next((one for one in found if one.main), None)
    if not found:
        return not_started(_("Form and country are missing"))
    if main is None:
        return in_progress(_("The main form is missing"))
    form = main.get_type_display()
    if not main.country:
        return in_progress(_("%(form)s: the country is missing") % {"form": form})
    return completed(f"{form}, {main.get_country_display()}")


def stay(victim: Victim) -> State:
    """Say where the person stays or stayed."""
    stays = current(victim.placements.select_related("shelter"))
    if not stays:
        return not_started(_("No stay is recorded"))
    last = stays[0]
    since = {"shelter": last.shelter, "day": long_day(last.admitted_on)}
    if last.left_on is None:
        return completed(_("%(shelter)s, since %(day)s") % since)
    return completed(_("Left on %(day)s") % {"day": long_day(last.left_on)})


def reflection(victim: Victim) -> State:
    """Say whether the reflection period runs."""
    periods = current(victim.reflection_periods)
    if not periods:
        return not_started(_("The first day is missing"))
    ends = periods[0].ends_on
    note = _("Ends on %(day)s") % {"day": long_day(ends)} if ends else ""
    return completed(note) if ends and ends < localdate() else in_progress(note)


def permit(victim: Victim) -> State:
    """Say where the residence permit of a foreign citizen stands."""
    if victim.citizenship == HOME:
        return not_needed(_("Citizen of Azerbaijan"))
    permits = current(victim.residence_permits)
    if not permits:
        return not_started(_("No application is recorded"))
    granted = permits[0].granted_on
    return completed(long_day(granted)) if granted else in_progress(_("Applied for"))


def help_of(*types: str) -> Callable[[Victim], State]:
    """Return what says how often help of these types was given, and when last."""

    def rule(victim: Victim) -> State:
        given = [
            service.provided_on
            for service in victim.services.all()
            if service.type in types and service.voided_at is None
        ]
        if not given:
            return not_started(_("No help of this kind is recorded"))
        days = [day for day in given if day]
        last = f", {long_day(max(days))}" if days else ""
        return completed(_("Times: %(times)s") % {"times": len(given)} + last)

    return rule


def plan(victim: Victim) -> State:
    """Say whether there is a plan, and whether it is completed."""
    plans = current(victim.rehabilitation_plans)
    if not plans:
        return not_started(_("No plan is drawn up"))
    done = plans[0].completed_on
    return completed(long_day(done)) if done else in_progress()


def referral_to(*types: str) -> Callable[[Victim], State]:
    """Return what says what came of the last referral of these types."""

    def rule(victim: Victim) -> State:
        sent = [
            referral
            for referral in victim.referrals.all()
            if referral.type in types and referral.voided_at is None
        ]
        if not sent:
            return not_started(_("No referral is recorded"))
        outcome = sent[0].outcome
        if outcome == ReferralOutcome.DECLINED:
            return State("no", _("Person declined"))
        words = sent[0].get_outcome_display()
        over = outcome and outcome != ReferralOutcome.PENDING
        return completed(words) if over else in_progress(long_day(sent[0].referred_on))

    return rule


def allowance(victim: Victim) -> State:
    """Say where the one-time allowance stands."""
    given = victim.allowances.unreversed().first()
    if given is None:
        known = victim.identified_on() is not None
        return not_started() if known else cannot_start(_("decision on status"))
    sum_azn = _("%(amount)s AZN") % {"amount": amount(given.amount_azn or 0)}
    if given.status == AllowanceStatus.PAID:
        return completed(sum_azn)
    return in_progress(capfirst(str(standing(given)[1])))


def children(victim: Victim) -> State:
    """Say whether children are recorded and were helped."""
    found = current(victim.dependants.prefetch_related("services"))
    if not found and (came := getattr(victim, "children_with_told", None)):
        note = _("Children who came with the person: %(count)s. Record them") % {
            "count": came
        }
        return not_started(note)
    if not found:
        return not_needed(_("No child is recorded"))
    note = _("Children: %(count)s") % {"count": len(found)}
    helped = any(child.services.all() for child in found)
    return completed(note) if helped else not_started(note)
