"""The form that puts a person into a case by code."""

from datetime import datetime
from typing import Any, Final, override

from django import forms
from django.core.exceptions import ValidationError
from django.utils.timezone import localdate, localtime
from django.utils.translation import gettext_lazy as _

from cases.forms.records import CaseRecordForm
from cases.models import CaseVictim
from victims.codes import is_mistyped, normalise_code
from victims.models import SuspensionOrder, Victim

TOO_MANY: Final = _(
    "Too many codes that nobody has were typed in the last hour. Try again after "
    "%(time)s. If you do not have the person's code, ask the Coordinator's office."
)


def clock(moment: datetime) -> str:
    """Return the time of the day, as 14:02."""
    return f"{localtime(moment):%H:%M}"


class CaseVictimForm(CaseRecordForm[CaseVictim]):
    """A person as a victim of the case, by code; the form never tells who it is."""

    finds_persons = True

    code = forms.CharField(
        label=_("Code of the person"),
        max_length=32,
        help_text=_("As it stands on the paper, for example KM-4821-7."),
        widget=forms.TextInput({"autocomplete": "off", "spellcheck": "false"}),
    )

    class Meta:
        model = CaseVictim
        fields = ()

    def clean_code(self) -> str:
        """Return the code as it is kept; one mistyped or unknown is refused.

        After too many unknown ones nothing is looked up, and nothing is told.
        """
        if self.closed_until is not None:
            raise ValidationError(TOO_MANY % {"time": clock(self.closed_until)})
        code = normalise_code(self.cleaned_data["code"])
        if is_mistyped(code):
            raise ValidationError(
                _("Check the code: its last character does not fit the others.")
            )
        closed = SuspensionOrder.objects.in_force_on(localdate()).values("victim")
        found = Victim.objects.current().exclude(pk__in=closed).filter(code=code)
        if (victim := found.first()) is None:
            self.unknown_code = code
            raise ValidationError(_("No person has this code. Check what was typed."))
        self.instance.victim = victim
        return code

    @override
    def validate_constraints(self) -> None:
        """Check the constraints, once there is a person to check them for."""
        if "code" not in self.errors:
            super().validate_constraints()

    def _get_validation_exclusions(self) -> set[str]:
        excluded: Any = super()._get_validation_exclusions()  # type: ignore[misc]
        return {*excluded, "victim"}
