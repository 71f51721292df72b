"""The first page of a file, and its history."""

from typing import Any, override

from django.utils.translation import gettext as _
from django.views.generic import TemplateView

from accounts import journal
from accounts.access import PageAccess
from accounts.choices import Action
from accounts.models import JournalEntry
from assistance.history import last_events
from assistance.pathway import pathway, steps, tasks_in
from assistance.timeline import choices, last_notes, shown, timeline
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
            groups=groups,
            steps=list(steps(groups)),
            tally={"done": sum(task["done"] for task in tasks), "all": len(tasks)},
            facts=self.facts(self.victim),
            notes=last_notes(self.victim, self.user),
            events=last_events(self.victim, self.user) if told else [],
            **kwargs,
        )

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
        day = facts(victim, "identified_day")[0].value
        shown.insert(2, Fact(_("Identified on"), day))
        if self.user.has_perm("assistance.view_placement"):
            shown += facts(victim, "registered_at")
        return [fact._replace(value=capfirst(fact.value)) for fact in shown]


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
