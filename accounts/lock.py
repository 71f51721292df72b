"""The page of a hidden screen, staying signed in, and putting back what was typed."""

from typing import Any, override

from django.contrib.auth import authenticate
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils import timezone
from django.views.generic import FormView, View

from accounts import journal, leaving
from accounts.access import PageAccess
from accounts.choices import Action
from accounts.forms import UnlockForm


class Lock(PageAccess, FormView[UnlockForm]):
    """Hides the screen by a post, then asks for the password; any page leads here."""

    permission_required = ()
    form_class = UnlockForm
    template_name = "accounts/lock.html"

    @override
    def get(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        """Ask for the password; where nothing is hidden lead to the page left."""
        if not leaving.is_locked(request):
            return redirect(leaving.page_left(self.user))
        return super().get(request, *args, **kwargs)

    @override
    def post(self, request: HttpRequest, *args: str, **kwargs: Any) -> HttpResponse:
        """Hide the screen; or read the password of one that is hidden."""
        if "password" in request.POST and leaving.is_locked(request):
            return super().post(request, *args, **kwargs)
        leaving.lock(request, self.user)
        return redirect("lock")

    @override
    def get_success_url(self) -> str:
        """Return the page that leads to the one left."""
        return reverse("lock")

    @override
    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        """Add the time of the day."""
        return super().get_context_data(now=timezone.now(), **kwargs)

    @override
    def form_valid(self, form: UnlockForm) -> HttpResponse:
        """Open the page that was left; a wrong password is counted and kept."""
        name = self.user.get_username()
        password = form.cleaned_data["password"]
        known = authenticate(self.request, username=name, password=password)
        if known is None or known.pk != self.user.pk:
            journal.record(self.request, Action.SIGN_IN_FAILED, [name])
            form.add_error("password", UnlockForm.WRONG)
            return self.form_invalid(form)
        journal.record(self.request, Action.SIGNED_IN, [name])
        leaving.unlock(self.request, self.user)
        return super().form_valid(form)


class Stay(PageAccess, View):
    """Keeps the user signed in: this very request lengthens the session."""

    permission_required = ()

    def post(self, _request: HttpRequest) -> HttpResponse:
        """Answer with nothing."""
        return HttpResponse(status=204)


class Kept(PageAccess, View):
    """What was typed on a page before the screen was hidden, given back once."""

    permission_required = ()

    def post(self, request: HttpRequest) -> HttpResponse:
        """Return the form's number and its pairs."""
        typed = leaving.take(request, self.user, request.POST.get("page", ""))
        return JsonResponse(typed)
