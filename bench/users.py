"""Who looks at the register that is measured."""

from django.db.models import QuerySet
from django.utils.timezone import localdate

from accounts.choices import Role
from accounts.models import User
from cases.models import CaseAssignment, CriminalCase
from reference.models import Shelter
from victims.models import Assignment, Victim

IN_HAND = 60  # files of one assistance worker
CASES_IN_HAND = 40  # of one investigator


def office() -> User:
    """Return a user of the Coordinator's office."""
    return made("office", Role.ADMINISTRATOR)


def manager(shelters: QuerySet[Shelter]) -> User:
    """Return a manager of these shelters."""
    user = made(f"manager-{shelters.count()}", Role.SHELTER_MANAGER)
    user.shelters.set(shelters)
    return user


def one_shelter() -> QuerySet[Shelter]:
    """Return the first shelter in which somebody stays now."""
    used = Shelter.objects.filter(placements__left_on=None).order_by("pk")
    return Shelter.objects.filter(pk=used.values_list("pk", flat=True)[0])


def of_each_role() -> dict[str, User]:
    """Return a user of each role that has a day's work, by what is said of him."""
    first = one_shelter()
    worker = made("worker", Role.SHELTER_WORKER)
    worker.shelters.set(first)
    return {
        "worker": worker,
        "manager": manager(first),
        "all shelters": manager(Shelter.objects.all()),
        "assistance": assistance_worker(),
        "investigator": investigator(),
        "analyst": made("analyst", Role.POLICE_ANALYST),
        "office": office(),
    }


def assistance_worker() -> User:
    """Return a worker of the centre with the newest open files in hand."""
    user = made("assistance", Role.ASSISTANCE_WORKER)
    if not Assignment.objects.filter(user=user).exists():
        for victim in Victim.objects.filter(case_status="").order_by("-pk")[:IN_HAND]:
            Assignment.objects.create(victim=victim, user=user, since=localdate())
    return user


def investigator() -> User:
    """Return an investigator with the newest cases in hand."""
    user = made("investigator", Role.POLICE_INVESTIGATOR)
    if not CaseAssignment.objects.filter(user=user).exists():
        for case in CriminalCase.objects.order_by("-opened_on")[:CASES_IN_HAND]:
            CaseAssignment.objects.create(case=case, user=user, since=localdate())
    return user


def made(username: str, role: Role) -> User:
    """Return the user of this name and role."""
    return User.objects.get_or_create(username=username, defaults={"role": role})[0]
