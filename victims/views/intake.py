"""Registering a person: nothing is made until one search was run."""

from typing import Any, Final, override

from django.http import HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.translation import gettext_lazy as _
from django.views.generic import DetailView, FormView

from accounts import journal
from accounts.access import PageAccess, RecordAccess
from accounts.choices import Action
from accounts.editing import RecordCreate
from accounts.models import User
from victims.forms import FirstHourForm, SearchForm
from victims.forms.intake import NAMES, carried_over
from victims.models import Victim
from victims.search import Likeness, alike

SEARCHED: Final = "searched"


class VictimSearch(PageAccess, FormView[SearchForm]):
    """Search before registering: who may already be known, then the first hour."""

    permission_required = "victims.add_victim"
    form_class = SearchForm
    template_name = "victims/victim_new.html"

    @override
    def form_valid(self, form: SearchForm) -> HttpResponse:
        """Show who may be the same, and the form with the name carried over."""
        typed = form.cleaned_data["text"]
        likenesses = people_alike(self.request.user, typed)
        codes = [likeness.victim.code for likeness in likenesses]
        journal.record(self.request, Action.SEARCHED, codes, fields=["text"])
        self.request.session[SEARCHED] = True
        context = self.get_context_data(
            form=FirstHourForm(initial=carried_over(typed)), likenesses=likenesses
        )
        page = "victims/victim_add.html"
        return self.response_class(self.request, page, context)


def people_alike(user: Any, typed: str) -> list[Likeness]:
    """Return who within the user's reach may be the person; nobody beyond it."""
    reached = Victim.objects.current().visible_to(user)
    return alike(reached, typed) if typed.strip() else []


class VictimAdd(RecordCreate[Victim, FirstHourForm]):
    """Register a person with what the first hour needs."""

    permission_required = "victims.add_victim"
    model = Victim
    form_class = FirstHourForm
    template_name = "victims/victim_add.html"
    done = _("The person is registered.")

    @override
    def get(self, request: Any, *args: Any, **kwargs: Any) -> HttpResponse:
        """Show the form; lead to the search where none was run."""
        if not request.session.get(SEARCHED):
            return redirect("victims:new")
        return super().get(request, *args, **kwargs)

    @override
    def get_form_kwargs(self) -> dict[str, Any]:
        """Return what the form starts from: a person of the user's shelter."""
        user: Any = self.request.user
        return super().get_form_kwargs() | {"instance": blank(user)}

    @override
    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        """Add who may be the same."""
        context = super().get_context_data(**kwargs)
        typed = " ".join(self.request.POST.get(name, "") for name in NAMES)
        return {"likenesses": people_alike(self.request.user, typed)} | context

    @override
    def form_valid(self, form: FirstHourForm) -> HttpResponse:
        """Register; the next person needs a search of their own."""
        if not self.request.session.get(SEARCHED):
            return redirect("victims:new")
        response = super().form_valid(form)
        if self.object:
            del self.request.session[SEARCHED]
        return response

    @override
    def get_success_url(self) -> str:
        """Return the page that shows the code."""
        code = getattr(self.object, "code", "")
        return reverse("victims:added", args=[code]) if code else reverse("victims:new")


def blank(user: User) -> Victim:
    """Return a person who is not registered yet, of the user's shelter."""
    return Victim(registered_at=user.shelters.first())


class VictimAdded(RecordAccess, DetailView[Victim]):
    """The new code, large, and what comes next."""

    permission_required = "victims.add_victim"
    queryset = Victim.objects.all()
    slug_field = slug_url_kwarg = "code"
    template_name = "victims/victim_added.html"
