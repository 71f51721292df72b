"""What the register takes but looks odd: shown on the page of a case, never refused."""

from collections.abc import Iterator, Mapping
from datetime import date
from typing import Any

from django.utils.translation import gettext as _

from cases.models import CriminalCase

type Records = Mapping[str, list[Any]]  # of a case, by the name of their section


def oddities(case: CriminalCase, records: Records) -> list[str]:
    """Return a sentence for each oddity among the records of the case."""
    return [*odd_offences(case, records), *odd_accused(case, records)]


def odd_offences(case: CriminalCase, records: Records) -> Iterator[str]:
    """Yield the offences registered before the case was opened."""
    for offence in records.get("offences", ()):
        if before(offence.registered_on, case.opened_on):
            text = _("Offence %(number)s was registered before the case was opened.")
            yield text % {"number": offence.number}


def odd_accused(case: CriminalCase, records: Records) -> Iterator[str]:
    """Yield the accused sent to court too early, or of a group of another case."""
    for accused in records.get("accused", ()):
        if before(accused.sent_to_court_on, case.investigation_completed_on):
            text = _(
                "%(code)s was sent to court before the investigation was completed."
            )
            yield text % {"code": accused.code}
        if accused.group is not None and accused.group.case_id != case.pk:
            text = _("The group of %(code)s belongs to another case.")
            yield text % {"code": accused.code}


def before(day: date | None, other: date | None) -> bool:
    """Return whether both days are recorded and the first comes first."""
    return day is not None and other is not None and day < other
