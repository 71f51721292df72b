"""The referral mechanism as a list of tasks: what is done, what is left, what waits."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from typing import Any, Final, NamedTuple

from django.db.models import prefetch_related_objects
from django.urls import reverse
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from accounts.models import User
from assistance.choices import ReferralType, ServiceType
from assistance.reaching import agencies, safe_contact
from assistance.tasks import (
    State,
    allowance,
    children,
    consent,
    decision,
    exploitation,
    first_contact,
    help_of,
    permit,
    plan,
    referral_to,
    reflection,
    stay,
)
from victims.models import Victim


@dataclass(frozen=True)
class Task:
    """One task: its title, the page it is done on, who sees it, and its rule."""

    title: Promise
    page: str
    permission: str
    rule: Callable[[Victim], State]

    def shown(self, victim: Victim) -> dict[str, Any]:
        """Return what components/tasks.html shows."""
        state = self.rule(victim)
        url = "" if state.waits else reverse(self.page, args=[victim.code])
        shown = {"title": self.title, "url": url, "done": state.done}
        shown["needed"] = state.needed
        return shown | state._asdict()


class Group(NamedTuple):
    """A stage of the mechanism: its name as a step, its heading, its tasks."""

    step: Promise
    title: Promise
    tasks: tuple[Task, ...]


WHO = "victims:identification"
STAY = "assistance:placement"
HELP = "assistance:services"
AWAY = "assistance:referrals"
SERVICE = "assistance.view_service"
REFERRAL = "assistance.view_referral"
COURSE = (ReferralType.VOCATIONAL_TRAINING, ReferralType.EMPLOYMENT)
FAMILY = (ReferralType.FAMILY_RETURN, ReferralType.REPATRIATION)
MIND = (ServiceType.PSYCHOLOGICAL, ServiceType.PSYCHOLOGICAL_CORRECTION)

PATHWAY: Final = (
    Group(
        _("Identified"),
        _("1 Identification"),
        (
            Task(
                _("First contact"),
                "victims:change",
                "victims.change_victim",
                first_contact,
            ),
            Task(_("Rights explained, consent"), WHO, "victims.view_consent", consent),
            Task(_("Decision on status"), WHO, "victims.view_statusdecision", decision),
            Task(
                _("Form and country of exploitation"),
                WHO,
                "victims.view_exploitation",
                exploitation,
            ),
        ),
    ),
    Group(
        _("Safe"),
        _("2 Safety and placement"),
        (
            Task(_("Shelter"), STAY, "assistance.view_placement", stay),
            Task(
                _("Safe ways of contact"),
                "victims:identity",
                "victims.view_identity",
                safe_contact,
            ),
            Task(
                _("Reflection period"),
                STAY,
                "assistance.view_reflectionperiod",
                reflection,
            ),
            Task(
                _("Residence permit"),
                STAY,
                "assistance.view_residencepermit",
                permit,
            ),
        ),
    ),
    Group(
        _("Assisted"),
        _("3 Assistance"),
        (
            Task(_("Medical help"), HELP, SERVICE, help_of(ServiceType.MEDICAL)),
            Task(_("Psychological help"), HELP, SERVICE, help_of(*MIND)),
            Task(_("Legal help"), HELP, SERVICE, help_of(ServiceType.LEGAL)),
            Task(
                _("Help with documents"),
                HELP,
                SERVICE,
                help_of(ServiceType.DOCUMENTS),
            ),
            Task(
                _("Rehabilitation plan"),
                HELP,
                "assistance.view_rehabilitationplan",
                plan,
            ),
            Task(
                _("Referral to other agencies"),
                AWAY,
                "assistance.view_sending",
                agencies,
            ),
        ),
    ),
    Group(
        _("Returning"),
        _("4 Return to ordinary life"),
        (
            Task(_("Course or job"), AWAY, REFERRAL, referral_to(*COURSE)),
            Task(_("Return to the family"), AWAY, REFERRAL, referral_to(*FAMILY)),
            Task(
                _("One-time allowance"),
                "assistance:allowance",
                "assistance.view_allowance",
                allowance,
            ),
            Task(
                _("Children"),
                "assistance:children",
                "victims.view_dependant",
                children,
            ),
        ),
    ),
)


def pathway(victim: Victim, user: User) -> list[dict[str, Any]]:
    """Return the groups with the tasks that the user may see; empty ones left out."""
    prefetch_related_objects([victim], "services", "referrals", "sendings")
    groups = [
        {"step": group.step, "title": group.title, "tasks": seen(group, victim, user)}
        for group in PATHWAY
    ]
    return [group for group in groups if group["tasks"]]


def seen(group: Group, victim: Victim, user: User) -> list[dict[str, Any]]:
    """Return the tasks of a group that the user may see."""
    return [
        task.shown(victim) for task in group.tasks if user.has_perm(task.permission)
    ]


def tasks_in(groups: Iterable[dict[str, Any]]) -> list[dict[str, Any]]:
    """Return the tasks of all groups."""
    return [task for group in groups for task in group["tasks"]]


def tally(tasks: Iterable[dict[str, Any]]) -> dict[str, int]:
    """Return how many of the tasks that the person needs are done."""
    needed = [task for task in tasks if task["needed"]]
    return {"done": sum(task["done"] for task in needed), "all": len(needed)}


def steps(groups: Iterable[dict[str, Any]]) -> Iterator[dict[str, Any]]:
    """Yield the stages: those behind, the one the person is in, those ahead."""
    reached = False
    for group in groups:
        done = not reached and all(task["done"] for task in group["tasks"])
        state = "done" if done else "" if reached else "current"
        reached = reached or not done
        yield {"title": group["step"], "state": state}
