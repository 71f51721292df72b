"""The form that gives a case to an investigator."""

from typing import Any

from django.utils.translation import gettext_lazy as _

from accounts.choices import Role
from accounts.models import User
from cases.forms.records import CaseRecordForm
from cases.models import CaseAssignment


class CaseAssignmentForm(CaseRecordForm[CaseAssignment]):
    """In whose hands a case is, from a day on."""

    starts_today = ("since",)

    class Meta:
        model = CaseAssignment
        fields = ("user", "since", "until")
        help_texts = {"until": _("The first day that it is not. Empty: no end.")}

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        field: Any = self.fields["user"]
        field.queryset = User.objects.filter(
            role=Role.POLICE_INVESTIGATOR, is_active=True
        )
