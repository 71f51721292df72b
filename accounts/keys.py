"""Whether single keys do something for a user (WCAG 2.1.4)."""

from typing import Any, override

from django import forms
from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext_lazy as _
from django.views.generic import UpdateView

from accounts.access import PageAccess
from accounts.models import User
from thb.forms import LaidOut


class KeysForm(LaidOut, forms.ModelForm[User]):
    """Single keys on or off."""

    class Meta:
        model = User
        fields = ("uses_keys",)
        labels = {"uses_keys": _("Single keys do something")}


class AccountKeys(PageAccess, UpdateView[User, KeysForm]):
    """Switch single keys on or off; open to every user for himself."""

    permission_required = ()
    form_class = KeysForm
    template_name = "account/keys.html"

    @override
    def get_object(self, *_args: Any) -> User:
        """Return the user himself."""
        return self.user

    @override
    def form_valid(self, form: KeysForm) -> HttpResponse:
        """Keep the choice, and nothing else of the account."""
        User.objects.filter(pk=self.user.pk).update(
            uses_keys=form.cleaned_data["uses_keys"]
        )
        messages.success(self.request, _("Saved."))
        return redirect("account_keys")
