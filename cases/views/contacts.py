"""The page of contacts that stand in two places."""

from typing import Any, override

from django.views.generic import TemplateView

from accounts import journal
from accounts.access import PageAccess
from accounts.choices import Action
from cases.contacts import codes_of, matches, shared
from cases.models import CriminalCase


class SharedContacts(PageAccess, TemplateView):
    """Whose contacts match, by codes; to analysts, only which cases share one."""

    permission_required = "cases.view_shared_contacts"
    template_name = "cases/shared_contacts.html"

    @override
    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        """Return the matches, and keep which codes they named."""
        told = self.user.has_perm("cases.view_contact_matches")
        reached = CriminalCase.objects.visible_to(self.user).current()
        found = matches(reached, self.user) if told else []
        pairs = [] if told else shared(self.user)
        codes = [code for match in found for code in codes_of(match)]
        codes += [number for pair in pairs for number in pair]
        journal.record(self.request, Action.LISTED, dict.fromkeys(codes))
        return super().get_context_data(told=told, matches=found, pairs=pairs, **kwargs)
