"""Who: the victim's file, identity, decisions, exploitation, children, consent."""

from victims.models.consent import (
    Assignment,
    Consent,
    SuspensionOrder,
    SuspensionOrderReader,
)
from victims.models.dependant import Dependant
from victims.models.exploitation import Exploitation, RouteLeg
from victims.models.identity import Identity, IdentityDocument
from victims.models.note import Note, NoteText
from victims.models.paper import Paper, PaperContent
from victims.models.status import StatusDecision
from victims.models.victim import Victim, VictimQuerySet, VictimRecordQuerySet

__all__ = [
    "Assignment",
    "Consent",
    "Dependant",
    "Exploitation",
    "Identity",
    "IdentityDocument",
    "Note",
    "NoteText",
    "Paper",
    "PaperContent",
    "RouteLeg",
    "StatusDecision",
    "SuspensionOrder",
    "SuspensionOrderReader",
    "Victim",
    "VictimQuerySet",
    "VictimRecordQuerySet",
]
