"""Pages of criminal cases."""

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
    "CaseHistory",
    "CaseList",
    "CaseOverview",
    "CaseRecordAdd",
    "CaseRecordChange",
    "CaseRecordVoid",
    "CaseSection",
    "CaseVoid",
    "WantedNoticeClose",
]
