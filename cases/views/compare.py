"""The page that lays two to four cases side by side."""

from typing import Any, override

from django.http import Http404
from django.utils.functional import cached_property
from django.views.generic import TemplateView

from accounts import journal
from accounts.access import PageAccess
from accounts.choices import Action
from cases.comparison import FEWEST, MOST, in_common, persons, prepared, rows
from cases.models import CriminalCase


class CaseCompare(PageAccess, TemplateView):
    """The ticked cases in columns, their attributes in rows."""

    permission_required = "cases.view_criminalcase"
    template_name = "cases/case_compare.html"

    @cached_property
    def numbers(self) -> list[str]:
        """Return the numbers in the address, each once, in their order."""
        return list(dict.fromkeys(self.request.GET.getlist("case")))

    @cached_property
    def cases(self) -> list[CriminalCase]:
        """Return the cases in the order asked; one beyond reach is not found."""
        if not FEWEST <= len(self.numbers) <= MOST:
            return []
        reached = CriminalCase.objects.visible_to(self.user).current()
        asked = reached.filter(number__in=self.numbers)
        found = {case.number: case for case in prepared(asked, self.user)}
        if len(found) < len(self.numbers):
            raise Http404
        return [found[number] for number in self.numbers]

    @override
    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        """Return the comparison, and keep which cases and persons it showed."""
        cases = self.cases
        codes = [case.number for case in cases]
        codes += [code for case in cases for code in persons(case)]
        journal.record(self.request, Action.OPENED, dict.fromkeys(codes))
        return super().get_context_data(
            cases=cases,
            rows=rows(cases),
            common=in_common(cases, self.user) if cases else [],
            **kwargs,
        )
