"""The one gate: 403 without the page's permission, 404 beyond the user's reach."""

from typing import Any

from django.contrib.auth.mixins import PermissionRequiredMixin
from django.db import models
from django.http import HttpRequest

from accounts import journal
from accounts.choices import Action


class PageAccess(PermissionRequiredMixin):
    """A page that names its `permission_required`; without one it raises."""

    request: HttpRequest


class RecordAccess(PageAccess):
    """A page over records: reach first, and the journal in the same transaction."""

    def get_queryset(self) -> models.QuerySet[Any]:
        """Return the records within reach; a relation is fetched once for them all."""
        records = super().get_queryset()  # type: ignore[misc]
        return records.visible_to(self.request.user).fetch_mode(models.FETCH_PEERS)

    def get_object(self, *args: Any) -> Any:
        """Return the record asked for, and keep that it was opened."""
        found = super().get_object(*args)  # type: ignore[misc]
        journal.record(self.request, Action.OPENED, [found.journal_code])
        return found
