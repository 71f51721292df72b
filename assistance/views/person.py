"""The first page of a file, and its history."""

from typing import Any, override

from django.utils.timezone import localdate
from django.utils.translation import gettext as _
from django.views.generic import TemplateView

from accounts import journal
from accounts.access import PageAccess
from accounts.choices import Action
from accounts.models import JournalEntry
from assistance.deadlines.words import rows
from assistance.history import last_events
from assistance.models import Deadline
from assistance.pathway import pathway, steps, tasks_in
from assistance.timeline import choices, last_notes, shown, timeline
from assistance.views.due import shown_with
from thb.facts import Fact, facts
from thb.letters import capfirst
from victims.views.file import FilePage

LOOKS = 25


class VictimOverview(FilePage, PageAccess, TemplateView):
    """What has been done and what is left, the key facts, the last events."""

    permission_required = "victims.view_victim"
    section = "assistance:overview"
    template_name = "assistance/victim_detail.html"

    @override
    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        """Add the tasks, the facts and the last events; keep that it was opened."""
        journal.record(self.request, Action.OPENED, [self.victim.code])
        groups = pathway(self.victim, self.user)
        tasks = tasks_in(groups)
        told = self.user.has_perm("victims.view_history")
        return super().get_context_data(
            due=self.due(),
            groups=groups,
            steps=list(steps(groups)),
            tally={"done": sum(task["done"] for task in tasks), "all": len(tasks)},
            facts=self.facts(self.victim),
            notes=last_notes(self.victim, self.user),
            events=last_events(self.victim, self.user) if told else [],
            **kwargs,
        )

    def due(self) -> list[dict[str, Any]]:
        """Return what is due for this person, as far as it is the user's to settle."""
        if not self.user.has_perm("assistance.view_deadline"):
            return []
        today = localdate()
        own = Deadline.objects.visible_to(self.user).filter(victim=self.victim)
        near = shown_with(own.raised_on(today), named=False)
        return rows(near.order_by("due_on", "pk"), today, named=False)

    def facts(self, victim: Any) -> list[Fact]:
        """Return the key facts, as far as the user may see them."""
        shown = facts(
            victim,
            "role",
            "citizenship",
            "age_at_identification",
            "first_contact_on",
            "referral_source",
            "case_status",
        )
        if self.user.sees_coarsened:
            shown[2:4] = coarsened(victim)
        shown[3:3] = estimated(victim)
        day = facts(victim, "identified_day")[0].value
        shown.insert(2, Fact(_("Identified on"), day))
        if self.user.has_perm("assistance.view_placement"):
            shown += facts(victim, "registered_at")
        return [fact._replace(value=capfirst(fact.value)) for fact in shown]


def estimated(victim: Any) -> list[Fact]:
    """Return the age as it was estimated at intake, where no other age is known."""
    years = getattr(victim, "estimated_age", None)
    if years is None or victim.age_at_identification is not None:
        return []
    words = _("about %(years)s years, estimated at intake") % {"years": years}
    return [Fact(_("Estimated age"), words)]


def coarsened(victim: Any) -> list[Fact]:
    """Return the age as a group, and the first contact by its month only."""
    age, contact = victim.age_group, victim.first_contact_month
    return [
        Fact(_("Age group at identification"), str(age) or _("Not recorded")),
        Fact(_("First contact in"), contact or _("Not recorded")),
    ]


class VictimHistory(FilePage, PageAccess, TemplateView):
    """What happened in the file: notes, every change, who looked.

    `?show=notes` leaves the changes out, `?show=changes` the notes.
    """

    permission_required = "victims.view_history"
    section = "assistance:history"
    template_name = "assistance/victim_history.html"

    @override
    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        """Add the events and the looks; keep that the file was opened."""
        what = shown(self.request.GET.get("show", ""))
        journal.record(self.request, Action.OPENED, [self.victim.code])
        looks = JournalEntry.objects.looked_at(self.victim.code)[:LOOKS]
        return super().get_context_data(
            events=timeline(self.victim, self.user, what),
            choices=list(choices(what)),
            looks=looks,
            **kwargs,
        )
