"""Identification: decisions, exploitation, the road, consent; children; assignments."""

from typing import Final

from django.utils.translation import gettext_lazy as _

from victims.forms import (
    AssignmentForm,
    ConsentForm,
    DependantForm,
    ExploitationForm,
    RouteLegForm,
    StatusDecisionForm,
)
from victims.models import (
    Assignment,
    Consent,
    Dependant,
    Exploitation,
    RouteLeg,
    StatusDecision,
)
from victims.panels import Panel, State
from victims.standing import STATUS_KIND
from victims.views.file import FileSection
from victims.views.first_hour import FIRST_HOUR

HERE: Final = "victims:identification"


def decided(decision: StatusDecision) -> State:
    """Return the status that was decided."""
    kind = STATUS_KIND[decision.status]  # type: ignore[index]
    return kind, decision.get_status_display()


def agreed(consent: Consent) -> State:
    """Return whether the consent was withdrawn."""
    withdrawn = consent.withdrawn_on is not None
    return ("no", _("withdrawn")) if withdrawn else ("ok", _("given"))


DECISIONS = Panel(
    model=StatusDecision,
    form_class=StatusDecisionForm,
    section=HERE,
    pages="victims:decision",
    title=_("Decisions on status"),
    add=_("Record a decision"),
    empty=_("No decision yet. Help may start before it; the allowance may not."),
    columns=("decided_on", "body", "number"),
    sealed=("grounds",),
    state=decided,
)
EXPLOITATIONS = Panel(
    model=Exploitation,
    form_class=ExploitationForm,
    section=HERE,
    pages="victims:exploitation",
    title=_("What was done to the person"),
    add=_("Record a form of exploitation"),
    empty=_("No form of exploitation is recorded yet."),
    columns=("type", "main", "country", "sector", "recruiter_relation"),
)
ROUTE = Panel(
    model=RouteLeg,
    form_class=RouteLegForm,
    section=HERE,
    pages="victims:leg",
    title=_("The road"),
    add=_("Add a part of the road"),
    empty=_("Where the person was recruited, brought through and exploited."),
    columns=("leg", "country", "place", "began_on"),
)
CONSENTS = Panel(
    model=Consent,
    form_class=ConsentForm,
    section=HERE,
    pages="victims:consent",
    title=_("Consent"),
    add=_("Record a consent"),
    empty=_("The person has not been asked for consent yet."),
    columns=("purpose", "organisation", "given_on", "explained_by", "valid_until"),
    state=agreed,
)
ASSIGNMENTS = Panel(
    model=Assignment,
    form_class=AssignmentForm,
    section=HERE,
    pages="victims:assignment",
    title=_("In whose hands the file is"),
    add=_("Assign a worker"),
    empty=_("The file is not assigned to a worker of the assistance centre."),
    columns=("user", "since", "until"),
)
CHILDREN = Panel(
    model=Dependant,
    form_class=DependantForm,
    section="assistance:children",
    pages="victims:child",
    title=_("Children"),
    add=_("Add a child"),
    empty=_("No child of this person is recorded."),
    columns=("code", "sex"),
    sealed=("birth_date",),
)


class Identification(FileSection):
    """What was decided on a person's status, and what was done to the person."""

    permission_required = "victims.view_statusdecision"
    section = HERE
    panels = (DECISIONS, EXPLOITATIONS, ROUTE, CONSENTS, FIRST_HOUR, ASSIGNMENTS)
