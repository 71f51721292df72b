"""Pages of sign-in, of accounts and of the journal."""

from collections.abc import Callable
from typing import Any, ClassVar, override

from allauth.account import views as allauth
from allauth.mfa.models import Authenticator
from django.contrib import messages
from django.db import transaction
from django.db.models import QuerySet
from django.forms import ModelForm
from django.http import HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _
from django.views.generic import CreateView, DetailView, ListView, UpdateView
from django.views.i18n import set_language

from accounts import journal
from accounts.access import PageAccess, RecordAccess
from accounts.adapters import CHOSEN_LANGUAGE
from accounts.choices import Action, Language
from accounts.forms import (
    JournalFilters,
    OwnPasswordForm,
    PasswordAgainForm,
    RoleForm,
    SignInForm,
    UserChangeForm,
    UserFilters,
    UserForm,
)
from accounts.history import changes_of
from accounts.journal_words import field_words
from accounts.models import JournalEntry, User
from accounts.page_words import page_words
from thb.listing import Order, turn

type Page = Callable[..., HttpResponseBase]

sign_in: Page = allauth.LoginView.as_view(form_class=SignInForm)
password_again: Page = allauth.ReauthenticateView.as_view(form_class=PasswordAgainForm)
own_password: Page = allauth.PasswordChangeView.as_view(form_class=OwnPasswordForm)

OWN_LANGUAGES = frozenset(Language.values)


def choose_language(request: HttpRequest) -> HttpResponse:
    """Show pages in the chosen language, and remember it as the user's own.

    Who chooses it before signing in has it afterwards as well.
    """
    response: HttpResponse = set_language(request)
    chosen = request.POST.get("language", "")
    if chosen not in OWN_LANGUAGES:
        return response
    if isinstance(request.user, User):
        request.user.language = chosen
        request.user.save(update_fields=["language"])
    else:
        request.session[CHOSEN_LANGUAGE] = chosen
    return response


class UserList(RecordAccess, ListView[User]):
    """All accounts by name, a page at a time."""

    permission_required = "accounts.view_user"
    queryset = User.objects.select_related("organisation")
    template_name = "accounts/user_list.html"

    @override
    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        """Return the page of accounts that the filters leave."""
        form = UserFilters(self.request.GET)
        found = form.narrow(User.objects.visible_to(self.request.user))
        page = turn(found, Order("username", descending=False), self.request.GET)
        return super().get_context_data(
            object_list=page.records, page=page, form=form, chips=form.chips, **kwargs
        )


class OneUser(RecordAccess):
    """A page over one account, known by its user name."""

    model = User
    slug_field = slug_url_kwarg = "username"
    context_object_name: str | None = "account"
    object: User

    def get_success_url(self) -> str:
        """Return the account's page."""
        return reverse("users:detail", args=[self.object.username])


class UserDetail(OneUser, DetailView[User]):
    """One account: who, where, what was changed."""

    permission_required = "accounts.view_user"
    template_name = "accounts/user_detail.html"

    @override
    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        """Return the account with its changes and its second factors."""
        factors = Authenticator.objects.filter(user=self.object)
        return super().get_context_data(
            changes=changes_of(self.object), factors=list(factors), **kwargs
        )


class OtherUser(OneUser):
    """A page that changes an account; nobody's own account is found there."""

    heading: ClassVar[str | Promise]
    lead: ClassVar[str | Promise] = ""
    save: ClassVar[str | Promise] = _("Save")
    back: ClassVar[str | Promise] = _("Back to the account")
    template_name: str | None = "components/form_page.html"

    @override
    def get_queryset(self) -> QuerySet[Any]:
        """Return the accounts but the user's own."""
        return super().get_queryset().exclude(pk=self.request.user.pk)

    @property
    def back_url(self) -> str:
        """Return the account's page."""
        return self.get_success_url()

    def keep(self, *fields: str) -> None:
        """Keep in the journal which fields of the account were changed."""
        journal.record(
            self.request, Action.CHANGED, [self.object.username], fields=fields
        )


class UserEdit(OtherUser, UpdateView[User, ModelForm[User]]):
    """A form over another user's account."""

    @override
    def form_valid(self, form: ModelForm[User]) -> HttpResponse:
        """Save, keep it in the journal and say so."""
        response = super().form_valid(form)
        self.keep(*form.changed_data)
        messages.success(self.request, _("The account is saved."))
        return response


class UserChange(UserEdit):
    """Who the user is, whether he may sign in; not what he reaches."""

    permission_required = "accounts.change_user"
    form_class = UserChangeForm
    heading = _("Change the account")


class UserRole(UserEdit):
    """Role, organisation and shelters of a user: an administrator gives them.

    Nobody gives himself any; who makes accounts gives nobody any.
    """

    permission_required = "accounts.give_role"
    form_class = RoleForm
    heading = _("Give a role")
    lead = _("The role acts from the next page that the user opens.")
    save = _("Give the role")


class UserAdd(PageAccess, CreateView[User, UserForm]):
    """A new account, without a role, with a one-time password that is shown once."""

    permission_required = "accounts.add_user"
    model = User
    form_class = UserForm
    template_name = "components/form_page.html"
    heading = _("Create an account")
    lead = _("The account has no role until an administrator gives it one.")
    save = _("Create the account")
    back = _("Back to the accounts")

    @property
    def back_url(self) -> str:
        """Return the list of accounts."""
        return reverse("users:list")

    @override
    def form_valid(self, form: UserForm) -> HttpResponse:
        """Create the account and show its password."""
        with transaction.atomic():
            user = form.save(commit=False)
            password = user.give_one_time_password()
            form.save_m2m()
        journal.record(
            self.request, Action.CREATED, [user.username], fields=form.changed_data
        )
        return show_password(self.request, user, password)


class UserPassword(OtherUser, DetailView[User]):
    """A new one-time password for a user who forgot his own."""

    permission_required = "accounts.change_user"
    template_name = "accounts/user_confirm.html"
    heading = _("Set a one-time password")
    lead = _("The present password ends at once, and the user is signed out.")
    save = _("Set a one-time password")

    def post(self, request: HttpRequest, **_kwargs: str) -> HttpResponse:
        """Set the password and show it, this once."""
        self.object = self.get_object()
        password = self.object.give_one_time_password()
        self.keep("password")
        return show_password(request, self.object, password)


class UserFactor(OtherUser, DetailView[User]):
    """Take away the second factors of a user who lost them.

    An administrator does it; a system administrator sets passwords: so nobody alone can
    sign in as somebody else.
    """

    permission_required = "accounts.give_role"
    template_name = "accounts/user_confirm.html"
    heading = _("Take away the second factors")
    lead = _("The user makes new ones at the next sign-in.")
    save = _("Take them away")

    def post(self, request: HttpRequest, **_kwargs: str) -> HttpResponse:
        """Take the factors away."""
        self.object = self.get_object()
        Authenticator.objects.filter(user=self.object).delete()
        self.keep("second_factor")
        messages.success(request, _("The second factors are taken away."))
        return redirect(self.get_success_url())


def show_password(request: HttpRequest, user: User, password: str) -> HttpResponse:
    """Return the page that shows a one-time password; it cannot be opened again."""
    context = {"account": user, "password": password}
    return render(request, "accounts/user_password.html", context)


class Journal(PageAccess, ListView[JournalEntry]):
    """The journal of access, newest first, as the auditor filters it."""

    permission_required = "accounts.view_journalentry"
    model = JournalEntry
    template_name = "accounts/journal.html"

    @override
    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        """Return the page of entries that the filters leave."""
        form = JournalFilters(self.request.GET)
        found = form.narrow(JournalEntry.objects.all())
        page = turn(found, Order("pk", descending=True), self.request.GET)
        entries = [
            (entry, page_words(entry.page), field_words(entry.page, entry.fields))
            for entry in page.records
        ]
        return super().get_context_data(
            object_list=page.records,
            page=page,
            entries=entries,
            form=form,
            chips=form.chips,
            **kwargs,
        )
