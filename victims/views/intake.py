"""Registering a person: a search first, and at the end a code to use and to print."""

from typing import Any, override

from django.http import HttpResponse
from django.shortcuts import redirect
from django.utils import timezone
from django.views.generic import DetailView, FormView

from accounts import journal
from accounts.access import PageAccess, RecordAccess
from accounts.choices import Action
from victims.alike import within_reach
from victims.forms import SearchForm
from victims.forms.intake import carried_over
from victims.models import Draft, Victim
from victims.next_steps import next_steps


class VictimSearch(PageAccess, FormView[SearchForm]):
    """Search before registering; a draft begins with the name that was searched for."""

    permission_required = "victims.add_victim"
    form_class = SearchForm
    template_name = "victims/victim_new.html"

    @override
    def form_valid(self, form: SearchForm) -> HttpResponse:
        """Begin a draft with the name carried over, and lead to its first page."""
        typed = form.cleaned_data["text"]
        draft = Draft(owner=self.user)
        content = draft.read() | {"answers": carried_over(typed), "searched": typed}
        codes = [one.victim.code for one in within_reach(self.user, content)]
        journal.record(self.request, Action.SEARCHED, codes, fields=["text"])
        draft.begin(content)
        return redirect("victims:draft", draft.key)

    @override
    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        """Add the drafts that the user may go on with."""
        drafts = Draft.objects.visible_to(self.user).begun()
        return super().get_context_data(drafts=drafts, **kwargs)


class VictimAdded(RecordAccess, DetailView[Victim]):
    """The new code, large, and what comes next."""

    permission_required = "victims.add_victim"
    queryset = Victim.objects.all()
    slug_field = slug_url_kwarg = "code"
    template_name = "victims/victim_added.html"

    @override
    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        """Add the first three things to do."""
        return super().get_context_data(steps=next_steps(self.object), **kwargs)


class VictimCard(VictimAdded):
    """The same on one sheet of paper: the code, what comes next, no account."""

    template_name = "victims/victim_card.html"

    @override
    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        """Add when the card was made."""
        return super().get_context_data(now=timezone.now(), **kwargs)
