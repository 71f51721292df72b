"""What people type into a person's file."""

from victims.forms.first_hour import FirstHourChangeForm, FirstHourForm
from victims.forms.identity import DocumentForm, IdentityForm, ShowIdentityForm
from victims.forms.intake import CodeSearchForm, SearchForm
from victims.forms.records import (
    AssignmentForm,
    ConsentForm,
    DependantForm,
    ExploitationForm,
    RouteLegForm,
    StatusDecisionForm,
    VictimForm,
)

__all__ = [
    "AssignmentForm",
    "CodeSearchForm",
    "ConsentForm",
    "DependantForm",
    "DocumentForm",
    "ExploitationForm",
    "FirstHourChangeForm",
    "FirstHourForm",
    "IdentityForm",
    "RouteLegForm",
    "SearchForm",
    "ShowIdentityForm",
    "StatusDecisionForm",
    "VictimForm",
]
