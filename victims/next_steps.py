"""What comes first once a person is registered: three things, the most urgent first."""

from collections.abc import Callable
from typing import Final, NamedTuple

from django.urls import reverse
from django.utils.functional import Promise
from django.utils.timezone import localdate
from django.utils.translation import gettext_lazy as _

from victims.choices import ConsentPurpose
from victims.models import FirstHour, Victim
from victims.needs import MedicalNeed
from victims.parts import HELPED_AS_CHILDREN, HOME

MOST: Final = 3


class Step(NamedTuple):
    """One thing to do, the page it is done on, and for whom it has to be done."""

    text: Promise
    page: str
    suits: Callable[[Victim, FirstHour], bool]


def has_no_consent(victim: Victim, _hour: FirstHour) -> bool:
    """Tell whether the person has not agreed to services yet."""
    agreed = victim.consents.in_force_on(localdate())
    return not agreed.filter(purpose=ConsentPurpose.SERVICES).exists()


STEPS: Final = (
    Step(
        _("See a doctor, and record the help"),
        "assistance:service_add",
        lambda _victim, hour: hour.medical_need == MedicalNeed.NOW,
    ),
    Step(
        _("Place the person in a shelter"),
        "assistance:stay_add",
        lambda _victim, _hour: True,
    ),
    Step(
        _("Tell the guardianship body, and record the referral"),
        "assistance:referral_add",
        lambda _victim, hour: hour.of_age in HELPED_AS_CHILDREN,
    ),
    Step(
        _("Explain the rights and record consent"),
        "victims:consent_add",
        has_no_consent,
    ),
    Step(
        _("Record the decision on status"),
        "victims:decision_add",
        lambda _victim, _hour: True,
    ),
    Step(
        _("Apply for a residence permit"),
        "assistance:permit_add",
        lambda victim, _hour: victim.citizenship not in ("", HOME),
    ),
    Step(
        _("Record what was done to the person"),
        "victims:exploitation_add",
        lambda _victim, _hour: True,
    ),
)


def next_steps(victim: Victim) -> list[dict[str, object]]:
    """Return the first three steps, each with its text and address."""
    hour = victim.first_hours.filter(voided_at=None).first() or FirstHour()
    suiting = [step for step in STEPS if step.suits(victim, hour)]
    return [
        {"text": step.text, "url": reverse(step.page, args=[victim.code])}
        for step in suiting[:MOST]
    ]
