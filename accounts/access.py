"""The one gate: 403 without the page's permission, 404 beyond the user's reach."""

from collections.abc import Iterable
from typing import Any, ClassVar, cast

from django.contrib.auth.mixins import PermissionRequiredMixin
from django.db import models
from django.http import HttpRequest
from django.shortcuts import get_object_or_404

from accounts import journal
from accounts.choices import Action
from accounts.models import User
from thb.forms import FilterForm


class PageAccess(PermissionRequiredMixin):
    """A page that names its `permission_required`; without one it raises.

    An empty tuple says that every signed-in user may open the page.
    """

    request: HttpRequest

    @property
    def user(self) -> User:
        """Return who looks at the page; the gate lets only signed-in users through."""
        return cast("User", self.request.user)


class RecordAccess(PageAccess):
    """A page over records: reach first, and the journal in the same transaction.

    What is opened and listed is kept in the journal here; what a page writes, shows or
    exports is kept by the page itself.
    """

    journals_list: ClassVar[bool] = True

    def get_queryset(self) -> models.QuerySet[Any]:
        """Return the records within reach; a relation is fetched once for them all."""
        records = super().get_queryset()  # type: ignore[misc]
        reached: models.QuerySet[Any] = records.visible_to(self.request.user)
        return reached.fetch_mode(models.FETCH_PEERS)

    def get_object(self, *args: Any) -> Any:
        """Return the record asked for, and keep that it was opened."""
        found = super().get_object(*args)  # type: ignore[misc]
        journal.record(self.request, Action.OPENED, found.journal_codes)
        return found

    def find(self, records: Any, **known: Any) -> Any:
        """Return the one other record that the address names, and keep it was opened.

        One beyond the user's reach is not found.
        """
        found = get_object_or_404(records.visible_to(self.request.user), **known)
        journal.record(self.request, Action.OPENED, found.journal_codes)
        return found

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        """Return the page's context, and keep which records its list shows."""
        context: dict[str, Any] = super().get_context_data(**kwargs)  # type: ignore[misc]
        if self.journals_list and context.get("object_list") is not None:
            form = context.get("form")
            names = form.fields if isinstance(form, FilterForm) else ()
            self.keep_list(context["object_list"], names)
        return context

    def keep_list(self, records: Iterable[Any], filters: Iterable[str] = ()) -> None:
        """Keep the codes shown; of a search its filters' names, not what was typed."""
        used = [name for name in filters if self.request.GET.get(name)]
        codes = dict.fromkeys(code for one in records for code in one.journal_codes)
        action = Action.SEARCHED if used else Action.LISTED
        journal.record(self.request, action, codes, fields=used)
