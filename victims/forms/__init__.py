"""What people type into a person's file."""

from victims.forms.first_hour import FirstHourChangeForm, FirstHourForm
from victims.forms.identity import DocumentForm, IdentityForm, ShowIdentityForm
from victims.forms.intake import CodeSearchForm, SearchForm
from victims.forms.notes import NoteDeleteForm, NoteForm
from victims.forms.papers import PaperChangeForm, PaperForm
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
    "NoteDeleteForm",
    "NoteForm",
    "PaperChangeForm",
    "PaperForm",
    "RouteLegForm",
    "SearchForm",
    "ShowIdentityForm",
    "StatusDecisionForm",
    "VictimForm",
]
