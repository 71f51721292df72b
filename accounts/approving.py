"""A second person's yes to what another entered: the form and its page, said once.

The record has `approved_by` and `approve(user)`; a constraint of its own refuses who
entered it.
"""

from typing import Any, ClassVar, cast, override

from django.db import models
from django.db.models import QuerySet
from django.forms import modelform_factory
from django.utils.translation import gettext_lazy as _

from accounts.editing import RecordChange, Words
from accounts.models import User
from thb.forms import RecordForm


class AskedBy:
    """A page whose form asks who the user is."""

    request: Any

    def get_form_kwargs(self) -> dict[str, Any]:
        """Return what the form starts from, and the user."""
        kwargs: dict[str, Any] = super().get_form_kwargs()  # type: ignore[misc]
        return kwargs | {"user": self.request.user}


class ApproveForm(RecordForm[Any]):
    """A second person's yes to the record as shown; refused where it is the first's."""

    def __init__(self, *args: Any, user: User, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.user = user

    def clean(self) -> dict[str, Any]:
        """Name the approver, for the constraint to look at."""
        self.instance.approved_by = self.user
        return super().clean() or self.cleaned_data

    @override
    def write(self, *, commit: bool) -> Any:
        """Approve the record."""
        self.instance.approve(self.user)
        return self.instance


class RecordApprove[M: models.Model](AskedBy, RecordChange[M, ApproveForm]):
    """Approve another person's record after a look at it; one approved is not found."""

    save: ClassVar[Words] = _("Approve")
    done: ClassVar[Words] = _("Approved.")

    def get_form_class(self) -> type[ApproveForm]:
        """Return the form over the record's own model."""
        made: Any = modelform_factory(type(self.object), form=ApproveForm, fields=[])
        return cast("type[ApproveForm]", made)

    def get_queryset(self) -> QuerySet[Any]:
        """Return the records that nobody has approved yet."""
        return super().get_queryset().filter(approved_by=None)
