"""What investigators and administrators type into a criminal case."""

from cases.forms.assignments import CaseAssignmentForm
from cases.forms.contacts import AccusedContactForm
from cases.forms.finding import FindForm
from cases.forms.records import (
    AccusedForm,
    CaseForm,
    CaseRecordForm,
    CriminalGroupForm,
    OffenceForm,
    VerdictForm,
    WantedNoticeCloseForm,
    WantedNoticeForm,
)
from cases.forms.victims import CaseVictimForm

__all__ = [
    "AccusedContactForm",
    "AccusedForm",
    "CaseAssignmentForm",
    "CaseForm",
    "CaseRecordForm",
    "CaseVictimForm",
    "CriminalGroupForm",
    "FindForm",
    "OffenceForm",
    "VerdictForm",
    "WantedNoticeCloseForm",
    "WantedNoticeForm",
]
