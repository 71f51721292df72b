"""Services, plans, referrals and what came of them, help for children."""

from typing import Final

from django.utils.translation import gettext_lazy as _

from assistance.choices import ReferralOutcome
from assistance.forms import (
    DependantServiceForm,
    ReferralForm,
    ReferralOutcomeForm,
    RehabilitationPlanForm,
    ServiceForm,
)
from assistance.models import (
    DependantService,
    Referral,
    RehabilitationPlan,
    Service,
)
from assistance.views.sending import SENDINGS
from victims.panels import Panel, State, Step
from victims.views.file import FileChange, FileSection
from victims.views.identification import CHILDREN

SERVICES_HERE: Final = "assistance:services"
REFERRALS_HERE: Final = "assistance:referrals"
CHILDREN_HERE: Final = "assistance:children"

OUTCOME_KIND: Final = {
    ReferralOutcome.HIRED: "ok",
    ReferralOutcome.COMPLETED: "ok",
    ReferralOutcome.RETURNED: "ok",
    ReferralOutcome.DECLINED: "no",
    ReferralOutcome.DROPPED_OUT: "no",
}


def came_of(referral: Referral) -> State:
    """Return what came of the referral, or that it runs."""
    kind = OUTCOME_KIND.get(referral.outcome, "half")  # type: ignore[call-overload]
    return kind, referral.get_outcome_display() or _("waiting for an answer")


def planned(plan: RehabilitationPlan) -> State:
    """Return whether the plan is completed."""
    done = plan.completed_on is not None
    return ("ok", _("completed")) if done else ("half", _("in progress"))


SERVICES = Panel(
    model=Service,
    form_class=ServiceForm,
    section=SERVICES_HERE,
    pages="assistance:service",
    title=_("Help given"),
    add=_("Record help"),
    empty=_("No help is recorded yet."),
    columns=("type", "provided_on", "provider"),
    again=("type", "provider"),
    steps=(
        Step(
            _("Add same again"),
            "assistance:service_add",
            "assistance.add_service",
            again=True,
        ),
    ),
)
PLANS = Panel(
    model=RehabilitationPlan,
    form_class=RehabilitationPlanForm,
    section=SERVICES_HERE,
    pages="assistance:plan",
    title=_("Rehabilitation plan"),
    add=_("Record a plan"),
    empty=_("No individual plan has been drawn up yet."),
    columns=("drawn_up_on", "reviewed_on", "completed_on"),
    state=planned,
)
REFERRALS = Panel(
    model=Referral,
    form_class=ReferralForm,
    section=REFERRALS_HERE,
    pages="assistance:referral",
    title=_("Referrals"),
    add=_("Refer"),
    empty=_("No referral yet. Declining one is also an outcome."),
    columns=("type", "organisation", "referred_on", "started_on", "completed_on"),
    state=came_of,
    steps=(
        Step(
            _("Record the outcome"), "assistance:outcome", "assistance.change_referral"
        ),
    ),
)
HELP_FOR_CHILDREN = Panel(
    model=DependantService,
    form_class=DependantServiceForm,
    section=CHILDREN_HERE,
    pages="assistance:child_help",
    title=_("Help for children"),
    add=_("Record help for a child"),
    empty=_("Pre-school education, alimony, documents: none is recorded yet."),
    columns=("dependant", "type", "provided_on"),
    of="dependant__victim",
)


class ServiceSection(FileSection):
    """The help that was given, and the plan it follows."""

    permission_required = "assistance.view_service"
    section = SERVICES_HERE
    panels = (SERVICES, PLANS)


class ReferralSection(FileSection):
    """To whom the person was referred, and what came of it."""

    permission_required = "assistance.view_referral"
    section = REFERRALS_HERE
    panels = (SENDINGS, REFERRALS)


class ChildrenSection(FileSection):
    """The person's children, and the help for them."""

    permission_required = "victims.view_dependant"
    section = CHILDREN_HERE
    panels = (CHILDREN, HELP_FOR_CHILDREN)


class ReferralOutcomePage(FileChange):
    """Record what came of a referral."""

    permission_required = "assistance.change_referral"
    panel = REFERRALS
    model = Referral
    form_class = ReferralOutcomeForm
    heading = _("Outcome of the referral")
    save = _("Record the outcome")
    shown = ("type", "organisation", "referred_on")
    done = _("The outcome is recorded.")
