"""Pairs of entries that may be one person: the list, and telling them apart."""

from typing import Any, Final, override

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.utils.translation import gettext_lazy as _
from django.views.generic import TemplateView, View

from accounts import journal
from accounts.access import PageAccess
from accounts.choices import Action
from victims.models import PossibleDuplicate
from victims.needs import WhyApart

MOST: Final = 50


class DuplicateList(PageAccess, TemplateView):
    """The pairs that may be one person, of whom the user reaches both."""

    permission_required = "victims.merge_victim"
    template_name = "victims/duplicates.html"

    @override
    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        """Add the newest pairs, and keep whose codes are shown."""
        pairs = PossibleDuplicate.objects.visible_to(self.user).undecided()
        shown = list(pairs.select_related("victim", "other")[:MOST])
        codes = dict.fromkeys(code for one in shown for code in one.journal_codes)
        journal.record(self.request, Action.LISTED, codes)
        return super().get_context_data(pairs=shown, reasons=WhyApart.choices, **kwargs)


class DuplicateApart(PageAccess, View):
    """Say that the two of a pair are two persons, and why."""

    permission_required = "victims.merge_victim"
    http_method_names = ("post",)

    def post(self, request: HttpRequest, pk: int) -> HttpResponse:
        """Keep why; the pair leaves the list."""
        pairs = PossibleDuplicate.objects.visible_to(self.user).undecided()
        pair = get_object_or_404(pairs.select_for_update(of=("self",)), pk=pk)
        why = request.POST.get("why", "")
        pair.why_apart = why if why in WhyApart.values else WhyApart.OTHER
        pair.save(update_fields=["why_apart"])
        journal.record(
            request, Action.CHANGED, pair.journal_codes, fields=["why_apart"]
        )
        messages.success(request, _("The two are kept apart."))
        return redirect("victims:duplicates")
