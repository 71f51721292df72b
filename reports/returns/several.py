"""Several returns approved at once, by a person who entered none of them."""

from collections.abc import Iterator
from typing import Any

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.db import transaction
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.generic import View

from accounts import journal
from accounts.access import PageAccess
from accounts.choices import Action
from prevention.models import AgencyReturn
from reports.returns.views import title_of


class ReturnsApprove(PageAccess, View):
    """Approve the returns that were selected; each alone may be refused."""

    permission_required = "prevention.approve_agencyreturn"
    kwargs: dict[str, Any]

    def post(self, request: HttpRequest, **_kwargs: Any) -> HttpResponse:
        """Approve them, and say of each that was not why it was not."""
        year = self.kwargs["year"]
        refused: list[str] = []
        approved: list[AgencyReturn] = []
        for record, version in self.selected():
            if fault := self.fault_of(record, version):
                refused.append(f"{title_of(record.figure)}: {fault}")
            else:
                approved.append(record)
        if approved:
            codes = [code for one in approved for code in one.journal_codes]
            journal.record(request, Action.CHANGED, codes, fields=["approved_by"])
        self.say(approved, refused)
        return redirect("returns:year", year)

    def selected(self) -> Iterator[tuple[AgencyReturn, str]]:
        """Yield the selected returns that wait, with the version that was shown."""
        posted = (one.partition("-") for one in self.request.POST.getlist("return"))
        chosen = {int(key): shown for key, _dash, shown in posted if key.isdecimal()}
        returns = AgencyReturn.objects.visible_to(self.user).current()
        waiting = returns.filter(
            year=self.kwargs["year"], pk__in=chosen, approved_by=None
        )
        for record in waiting.select_for_update(of=("self",)):
            yield record, chosen[record.pk]

    def fault_of(self, record: AgencyReturn, version: str) -> str:
        """Approve one return; or say why it was not approved."""
        if str(record.version) != version:
            return _("It was changed since: look at it again.")
        try:
            with transaction.atomic():
                record.approve(self.user)
        except ValidationError as refusal:
            return " ".join(refusal.messages)
        return ""

    def say(self, approved: list[AgencyReturn], refused: list[str]) -> None:
        """Tell which returns are approved, and which are not and why."""
        if approved:
            said = ngettext(
                "%(number)d return is approved: %(titles)s.",
                "%(number)d returns are approved: %(titles)s.",
                len(approved),
            )
            titles = "; ".join(str(title_of(one.figure)) for one in approved)
            words = {"number": len(approved), "titles": titles}
            messages.success(self.request, said % words)
        for one in refused:
            messages.warning(self.request, one)
        if not approved and not refused:
            messages.warning(self.request, _("Select a return that is not approved."))
