"""Placement and protection: stays, reflection period, residence permit."""

from typing import Any, Final, override

from django.db.models import QuerySet
from django.utils.timezone import localdate
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from assistance.forms import (
    PlacementChangeForm,
    PlacementForm,
    PlacementLeaveForm,
    ReflectionPeriodForm,
    ResidencePermitForm,
)
from assistance.models import Placement, ReflectionPeriod, ResidencePermit
from victims.panels import Panel, State, Step
from victims.views.file import FileChange, FileSection

HERE: Final = "assistance:placement"


def stayed(stay: Placement) -> State:
    """Return whether the person is there, since how many days, or why not any more."""
    if stay.left_on is None:
        days = (localdate() - stay.admitted_on).days + 1
        return "used", gettext("here, day %(day)s") % {"day": days}
    return "", stay.get_exit_reason_display() or _("left")


def is_open(stay: Placement) -> bool:
    """Return whether the person still stays there."""
    return stay.left_on is None


def reflecting(period: ReflectionPeriod) -> State:
    """Return whether the period runs."""
    over = period.ends_on is not None and period.ends_on < localdate()
    return ("ok", _("over")) if over else ("half", _("running"))


def permitted(permit: ResidencePermit) -> State:
    """Return whether the permit was granted and still holds."""
    if permit.granted_on is None:
        return "half", _("applied for")
    over = permit.valid_until is not None and permit.valid_until < localdate()
    return ("no", _("expired")) if over else ("ok", _("granted"))


STAYS = Panel(
    model=Placement,
    form_class=PlacementForm,
    change_form=PlacementChangeForm,
    section=HERE,
    pages="assistance:stay",
    title=_("Stays"),
    add=_("Place in a shelter"),
    empty=_("The person has not stayed in a shelter."),
    columns=("shelter", "admitted_on", "left_on"),
    sealed=("bed",),
    state=stayed,
    steps=(
        Step(
            _("End the stay"),
            "assistance:leave",
            "assistance.change_placement",
            suits=is_open,
        ),
    ),
)
REFLECTION = Panel(
    model=ReflectionPeriod,
    form_class=ReflectionPeriodForm,
    section=HERE,
    pages="assistance:reflection",
    title=_("Reflection period"),
    add=_("Record a reflection period"),
    empty=_(
        "Time to recover and reflect, in which nobody is removed from the country."
    ),
    columns=("granted_on", "ends_on"),
    state=reflecting,
)
PERMITS = Panel(
    model=ResidencePermit,
    form_class=ResidencePermitForm,
    section=HERE,
    pages="assistance:permit",
    title=_("Residence permit"),
    add=_("Record an application"),
    empty=_("For foreign citizens, on request, after the reflection period."),
    columns=("applied_on", "granted_on", "valid_until"),
    state=permitted,
)


class PlacementSection(FileSection):
    """Where a person stays and stayed, and what protects from removal."""

    permission_required = "assistance.view_placement"
    section = HERE
    panels = (STAYS, REFLECTION, PERMITS)


class PlacementLeave(FileChange):
    """End an open stay; one already ended is not found."""

    permission_required = "assistance.change_placement"
    panel = STAYS
    model = Placement
    form_class = PlacementLeaveForm
    heading = _("End the stay")
    save = _("End the stay")
    done = _("The stay has ended.")
    shown = ("shelter", "admitted_on")

    @override
    def get_queryset(self) -> QuerySet[Any]:
        """Return the open stays of the person."""
        return super().get_queryset().filter(left_on=None)
