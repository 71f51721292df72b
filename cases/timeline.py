"""The changes of a case and of everything recorded in it."""

from typing import Any

from accounts.models import User
from cases.models import (
    Accused,
    AccusedContact,
    CaseAssignment,
    CaseVictim,
    CriminalCase,
    CriminalGroup,
    Offence,
    Verdict,
    WantedNotice,
)
from thb.history import Change, changes
from victims.models import Victim

OF_THE_CASE = (Offence, CriminalGroup, Accused)
OF_ITS_ACCUSED = (WantedNotice, Verdict)


def case_changes(case: CriminalCase, user: User) -> list[Change]:
    """Return the changes within the user's reach, the newest first.

    Why a record was voided is free text, which could name somebody: only those who
    write in cases read it.
    """
    events = [events_of(CriminalCase).filter(pgh_obj=case)]
    events += [events_of(model).filter(case=case) for model in OF_THE_CASE]
    events += [events_of(model).filter(accused__case=case) for model in OF_ITS_ACCUSED]
    reached = Victim.objects.visible_to(user).current().values("pk")
    events.append(events_of(CaseVictim).filter(case=case, victim__in=reached))
    if user.has_perm("cases.view_accusedcontact"):
        events.append(events_of(AccusedContact).filter(accused__case=case))
    if user.has_perm("cases.view_caseassignment"):
        events.append(events_of(CaseAssignment).filter(case=case))
    writes = user.has_perm("cases.change_criminalcase")
    return changes(*events, hidden=("tokens", *(() if writes else ("void_reason",))))


def events_of(model: Any) -> Any:
    """Return the history of a model."""
    return model.pgh_event_model.objects.all()
