"""Forms over stays and protection."""

from typing import Any

from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from accounts.choices import Role
from accounts.models import User
from assistance.models import Placement, ReflectionPeriod, ResidencePermit
from reference.models import Shelter
from thb.forms import RecordForm
from victims.models import Victim


class PlacementForm(RecordForm[Placement]):
    """The beginning of a stay in one of the user's shelters.

    A manager may choose any shelter: so a person is moved, and not registered twice.
    """

    class Meta:
        model = Placement
        fields: tuple[str, ...] = ("shelter", "admitted_on")

    def limit(self, _victim: Victim, user: User) -> None:
        """Offer the shelters of the user, and the one that is recorded; a manager all.

        The only shelter of the user is chosen already.
        """
        own = Q(staff=user) | Q(pk=self.instance.shelter_id)
        field: Any = self.fields["shelter"]
        field.queryset = Shelter.objects.current()
        staffed = field.queryset.filter(own).distinct()
        if user.role == Role.SHELTER_MANAGER:
            field.help_text = _("To move a person, first end the stay that runs.")
        else:
            field.queryset = staffed
        if self.instance.pk is None and len(staffed) == 1:
            self.initial["shelter"] = staffed[0].pk


class PlacementChangeForm(PlacementForm):
    """A stay, put right."""

    class Meta(PlacementForm.Meta):
        fields = ("shelter", "admitted_on", "left_on", "exit_reason")


class PlacementLeaveForm(RecordForm[Placement]):
    """The end of a stay: the day and where the person went."""

    class Meta:
        model = Placement
        fields = ("left_on", "exit_reason")
        labels = {"exit_reason": _("Where the person went")}

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["left_on"].required = True
        self.fields["exit_reason"].required = True


class ReflectionPeriodForm(RecordForm[ReflectionPeriod]):
    """Time to recover and reflect."""

    class Meta:
        model = ReflectionPeriod
        fields = ("granted_on", "ends_on")


class ResidencePermitForm(RecordForm[ResidencePermit]):
    """A temporary residence permit, from the application on."""

    class Meta:
        model = ResidencePermit
        fields = ("applied_on", "granted_on", "valid_until")
