"""Criminal cases: offences, groups, accused persons, verdicts, wanted notices."""

from cases.models.accused import Accused, AccusedRecordQuerySet, Verdict
from cases.models.case import (
    CaseAssignment,
    CaseRecordQuerySet,
    CaseVictim,
    CriminalCase,
    CriminalCaseQuerySet,
)
from cases.models.contact import AccusedContact
from cases.models.court import NobodyInCourt
from cases.models.offence import CriminalGroup, Offence
from cases.models.wanted import WantedNotice, WantedNoticeQuerySet

__all__ = [
    "Accused",
    "AccusedContact",
    "AccusedRecordQuerySet",
    "CaseAssignment",
    "CaseRecordQuerySet",
    "CaseVictim",
    "CriminalCase",
    "CriminalCaseQuerySet",
    "CriminalGroup",
    "NobodyInCourt",
    "Offence",
    "Verdict",
    "WantedNotice",
    "WantedNoticeQuerySet",
]
