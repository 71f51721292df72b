"""The search of the top bar: a case by its number, else a person by the code."""

from typing import Final, override
from urllib.parse import urlencode

from django.db.models import QuerySet
from django.http import HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.views.generic import FormView

from accounts.access import PageAccess
from cases.forms import FindForm
from cases.models import CriminalCase
from victims.codes import normalise_code

SEVERAL: Final = 2


class CaseFind(PageAccess, FormView[FindForm]):
    """Open the case whose number was typed; people are searched for anything else.

    Only what stands in the number of a case within reach gets into an address.
    """

    permission_required = "cases.view_criminalcase"
    form_class = FindForm
    template_name = "cases/case_find.html"

    @override
    def form_valid(self, form: FindForm) -> HttpResponse:
        """Lead to the case, to the cases whose numbers have it, or on to people."""
        typed = normalise_code(form.cleaned_data["text"])
        numbers = list(self.numbers(typed)[:SEVERAL])
        match numbers:
            case []:
                return redirect("victims:list", preserve_request=True)
            case [number]:
                return redirect("cases:overview", number)
            case _:
                query = urlencode({"number": typed})
                return redirect(f"{reverse('cases:list')}?{query}")

    def numbers(self, typed: str) -> QuerySet[CriminalCase, str]:
        """Return the numbers within reach that are or have what was typed."""
        reached = CriminalCase.objects.visible_to(self.user).current()
        numbers = reached.order_by("number").values_list("number", flat=True)
        exact = numbers.filter(number__iexact=typed)
        if exact.exists() or not any(map(str.isdigit, typed)):
            return exact
        return numbers.filter(number__icontains=typed)
