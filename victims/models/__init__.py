"""Who: the victim's file, identity, decisions, exploitation, children, consent."""

from victims.models.consent import (
    Assignment,
    Consent,
    SuspensionOrder,
    SuspensionOrderReader,
)
from victims.models.dependant import Dependant
from victims.models.draft import Draft
from victims.models.exploitation import Exploitation, RouteLeg
from victims.models.first_hour import FirstHour
from victims.models.identity import Identity, IdentityDocument
from victims.models.lack import Lack
from victims.models.likeness import PossibleDuplicate
from victims.models.merge import Merge
from victims.models.note import Note, NoteText
from victims.models.paper import Paper, PaperContent
from victims.models.status import StatusDecision
from victims.models.victim import Victim, VictimQuerySet, VictimRecordQuerySet

__all__ = [
    "Assignment",
    "Consent",
    "Dependant",
    "Draft",
    "Exploitation",
    "FirstHour",
    "Identity",
    "IdentityDocument",
    "Lack",
    "Merge",
    "Note",
    "NoteText",
    "Paper",
    "PaperContent",
    "PossibleDuplicate",
    "RouteLeg",
    "StatusDecision",
    "SuspensionOrder",
    "SuspensionOrderReader",
    "Victim",
    "VictimQuerySet",
    "VictimRecordQuerySet",
]
