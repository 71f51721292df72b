"""Pages of criminal cases."""

from cases.views.compare import CaseCompare
from cases.views.contacts import SharedContacts
from cases.views.finding import CaseFind
from cases.views.pages import CaseHistory, CaseList, CaseOverview, CaseSection
from cases.views.writing import (
    CaseAdd,
    CaseChange,
    CaseRecordAdd,
    CaseRecordChange,
    CaseRecordVoid,
    CaseVoid,
    WantedNoticeClose,
)

__all__ = [
    "CaseAdd",
    "CaseChange",
    "CaseCompare",
    "CaseFind",
    "CaseHistory",
    "CaseList",
    "CaseOverview",
    "CaseRecordAdd",
    "CaseRecordChange",
    "CaseRecordVoid",
    "CaseSection",
    "CaseVoid",
    "SharedContacts",
    "WantedNoticeClose",
]
