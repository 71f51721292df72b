"""Changes to records of 2019 after it was frozen, one of each kind."""

from datetime import date
from types import SimpleNamespace

import pghistory

from accounts.models import User
from prevention.models import AgencyReturn
from reports.catalogue import FIGURES
from tests.factories import (
    ExploitationFactory,
    StatusDecisionFactory,
    VictimFactory,
)
from victims.merges import merge
from victims.models import Exploitation, Victim

IDENTIFIED = FIGURES["victims.identified"]


def identified(**facts):
    """Return persons counted in 2019 to whom nothing else happened, by code."""
    found = IDENTIFIED.records(2019).filter(**facts).order_by("code")
    return list(Victim.objects.filter(pk__in=found.values("pk")).order_by("code"))


def quiet():
    """Return those of them who were neither sheltered nor paid."""
    return [
        person
        for person in identified()
        if not person.allowances.exists() and not person.placements.exists()
    ]


def change_records():
    """Add, change, merge and void a record; return the codes."""
    user = User.objects.get(username="administrator")
    voided, kept, gone = untouched = quiet()
    changed = next(person for person in identified() if person not in untouched)
    with pghistory.context(user=user.pk):
        added = VictimFactory(code="V-2019-LATE")
        StatusDecisionFactory(victim=added, decided_on=date(2019, 5, 6))
        ExploitationFactory(victim=added, country="TUR", type="sexual_exploitation")
        main = Exploitation.objects.current().get(victim=changed, main=True)
        main.country = "IRN" if main.country != "IRN" else "RUS"
        main.save()
        voided.void("entered twice")
        merge(kept, gone, (), reason="one person", by=user)
        returned = AgencyReturn.objects.get(figure="raids.children", year=2019)
        returned.value = 431
        returned.save()
    return SimpleNamespace(
        added=added.code,
        changed=changed.code,
        voided=voided.code,
        kept=kept.code,
        gone=gone.code,
    )
