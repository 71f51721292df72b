"""Pages that change what names a person: they ask why before they show it."""

from typing import Any, ClassVar

from django import forms
from django.http import HttpRequest, HttpResponse
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from accounts import journal
from accounts.choices import Action
from victims.forms import ShowIdentityForm
from victims.views.file import FileChange


class AsksWhy:
    """A form page that shows what is recorded only in answer to a reason.

    The form carries the reason along: whatever the page shows afterwards, as after a
    mistake or to the second of two who save, is kept as shown, with this reason.
    """

    request: HttpRequest
    show: ClassVar[str | Promise] = _("Show and change")
    opening: bool = False

    def is_recorded(self) -> bool:
        """Return whether there is anything to show."""
        return True

    def get(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        """Ask why; an empty record is filled in at once."""
        if self.is_recorded():
            return self.ask(ShowIdentityForm())
        page: HttpResponse = super().get(request, *args, **kwargs)  # type: ignore[misc]
        return page

    def post(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        """Show the form to who said why, or save it; without a reason ask again."""
        page: Any = super()
        if not self.is_recorded():
            return page.post(request, *args, **kwargs)  # type: ignore[no-any-return]
        asked = ShowIdentityForm(request.POST)
        if not asked.is_valid():
            return self.ask(asked)
        self.opening = "version" not in request.POST
        answer = page.get if self.opening else page.post
        response: HttpResponse = answer(request, *args, **kwargs)
        if not getattr(response, "url", ""):
            self.keep_shown(asked.cleaned_data["reason"])
        return response

    def ask(self, asked: ShowIdentityForm) -> HttpResponse:
        """Return the page that asks for the reason."""
        page: Any = self
        page.object = page.get_object()
        context = page.get_context_data(form=asked)
        template = "victims/identity_ask.html"
        answer: HttpResponse = page.response_class(self.request, template, context)
        return answer

    def keep_shown(self, reason: str) -> None:
        """Keep in the journal which fields were shown, and why."""
        record: Any = self.object  # type: ignore[attr-defined]
        journal.record(
            self.request,
            Action.SHOWED,
            record.journal_codes,
            fields=record.PERSONAL,
            reason=reason,
        )

    def get_form_kwargs(self) -> dict[str, Any]:
        """Return what the form starts from: what is recorded, when it is opened."""
        kwargs: dict[str, Any] = super().get_form_kwargs()  # type: ignore[misc]
        if self.opening:
            kwargs.pop("data", None)
            kwargs.pop("files", None)
        return kwargs

    def get_form(self, form_class: Any = None) -> Any:
        """Return the form, which carries the reason along."""
        form = super().get_form(form_class)  # type: ignore[misc]
        form.fields["reason"] = forms.CharField(
            widget=forms.HiddenInput,
            required=False,
            initial=self.request.POST.get("reason", ""),
        )
        return form


class AskedChange(AsksWhy, FileChange):
    """Change a record of the file that names the person, once it was said why."""
