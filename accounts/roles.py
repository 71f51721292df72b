"""What each role may do, said once; a user holds what his role holds, and no more.

Permissions are Django's own, `app.verb_model`. Which records a role reaches is not said
here but in each QuerySet's `visible_to`.
"""

from collections.abc import Iterator, Mapping
from typing import Final

from accounts.choices import Role

READ: Final = ("view",)
WRITE: Final = ("view", "add", "change")

FILE: Final = (
    "victims.victim",
    "victims.statusdecision",
    "victims.exploitation",
    "victims.routeleg",
    "victims.dependant",
    "victims.consent",
    "assistance.placement",
    "assistance.service",
    "assistance.referral",
    "assistance.allowance",
    "assistance.allowancecorrection",
    "assistance.dependantservice",
    "assistance.reflectionperiod",
    "assistance.residencepermit",
    "assistance.rehabilitationplan",
    "assistance.compensation",
)
OWN_WORDS: Final = ("victims.note", "victims.paper", "assistance.sending")
CASE: Final = (
    "cases.criminalcase",
    "cases.casevictim",
    "cases.offence",
    "cases.criminalgroup",
    "cases.accused",
    "cases.verdict",
    "cases.wantednotice",
)
PUBLIC: Final = (
    "prevention.call",
    "prevention.activity",
    "prevention.grant",
    "prevention.agencyreturn",
    "prevention.baseline",
)
REFERENCE: Final = (
    "reference.organisation",
    "reference.region",
    "reference.shelter",
    "reference.legalact",
    "reference.term",
    "assistance.allowancerate",
)
STANDARDS: Final = ("reports.mapping", "reports.population", "reports.othersfigure")


def _permissions(verbs: tuple[str, ...], *models: str) -> Iterator[str]:
    for model in models:
        app, name = model.split(".")
        yield from (f"{app}.{verb}_{name}" for verb in verbs)


DEADLINES: Final = frozenset(
    {"assistance.view_deadline", *_permissions(WRITE, "assistance.deadlinemark")}
)

SHELTER_FILE: Final = frozenset(
    {
        *DEADLINES,
        *_permissions(WRITE, *FILE),
        *_permissions(WRITE, "victims.identity", "victims.identitydocument"),
        *_permissions(WRITE, "victims.firsthour"),
        *_permissions(WRITE, *OWN_WORDS),
        "assistance.receive_sending",
        "victims.show_identity",
        "victims.view_given_name",
        "victims.view_history",
    }
)

BOARD: Final = frozenset(
    {
        "assistance.view_bed",
        "assistance.change_bed",
        *_permissions(WRITE, "assistance.hold", "assistance.nightabsence"),
    }
)
ROOMS: Final = frozenset(
    {
        "assistance.add_bed",
        *_permissions(WRITE, "assistance.room", "assistance.boardrules"),
        "assistance.view_bedrequest",
        "assistance.add_bedanswer",
    }
)

PERMISSIONS: Final[Mapping[Role, frozenset[str]]] = {
    Role.SHELTER_WORKER: SHELTER_FILE
    - {
        "assistance.change_allowance",
        "assistance.add_allowancecorrection",
        "assistance.change_allowancecorrection",
    }
    | BOARD,
    Role.SHELTER_MANAGER: SHELTER_FILE
    | BOARD
    | ROOMS
    | {
        "accounts.export_list",
        "victims.merge_victim",
        "victims.void_every_note",
    },
    Role.ASSISTANCE_WORKER: frozenset(
        {
            *DEADLINES,
            *_permissions(READ, *FILE),
            *_permissions(
                WRITE,
                "assistance.service",
                "assistance.referral",
                "assistance.rehabilitationplan",
                "assistance.dependantservice",
            ),
            *_permissions(READ, "victims.identity"),
            *_permissions(WRITE, *OWN_WORDS),
            "assistance.receive_sending",
            "victims.show_identity",
            "victims.view_history",
        }
    ),
    Role.POLICE_INVESTIGATOR: frozenset(
        {
            *_permissions(WRITE, *CASE),
            "assistance.view_bedrequest",
            "assistance.add_bedrequest",
            *_permissions(WRITE, "cases.accusedcontact"),
            "cases.view_shared_contacts",
            "cases.view_contact_matches",
            "reports.view_analytics",
            *_permissions(
                READ,
                "victims.victim",
                "victims.statusdecision",
                "victims.exploitation",
                "victims.routeleg",
            ),
        }
    ),
    Role.POLICE_ANALYST: frozenset(
        {
            *_permissions(READ, *CASE),
            *_permissions(
                READ, "victims.victim", "victims.statusdecision", "victims.exploitation"
            ),
            "accounts.export_list",
            "cases.view_every_case",
            "cases.view_shared_contacts",
            "victims.view_every_victim",
            "reports.view_analytics",
            "reports.view_small_numbers",
            "reports.view_figures",
            "reports.view_records_of_cases",
            "reports.view_records_of_victims",
        }
    ),
    Role.ADMINISTRATOR: frozenset(
        {
            *_permissions(READ, *FILE),
            *_permissions(
                WRITE,
                "victims.statusdecision",
                "victims.exploitation",
                "victims.suspensionorder",
                "victims.assignment",
                "cases.caseassignment",
            ),
            "victims.change_victim",
            "victims.merge_victim",
            "victims.view_history",
            *_permissions(READ, *CASE),
            *_permissions(WRITE, *PUBLIC),
            "prevention.approve_agencyreturn",
            "assistance.approve_allowance",
            "victims.view_every_victim",
            "cases.view_every_case",
            "cases.view_shared_contacts",
            "cases.view_contact_matches",
            "reports.view_analytics",
            "reports.view_small_numbers",
            "reports.change_disclosurerule",
            "reports.check_text",
            "reports.view_figures",
            "reports.view_records_of_cases",
            "reports.view_records_of_victims",
            "reports.view_every_record",
            "reports.prepare_release",
            "reports.approve_release",
            "reports.publish_release",
            *_permissions(WRITE, "reports.legacyyear"),
            "reports.approve_legacyyear",
            "reports.view_report",
            "reports.edit_report",
            *_permissions(WRITE, *STANDARDS),
            "reports.export_standard",
            "reports.export_microdata",
            "exchange.import_register",
            "exchange.export_register",
            "accounts.export_list",
            "accounts.give_role",
            "accounts.view_user",
        }
    ),
    Role.AUDITOR: frozenset(
        {
            "accounts.view_journalentry",
            "reports.view_report",
            *_permissions(READ, *STANDARDS),
        }
    ),
    Role.SYSTEM_ADMINISTRATOR: frozenset(
        {
            *_permissions(WRITE, *REFERENCE),
            "accounts.view_user",
            "accounts.add_user",
            "accounts.change_user",
        }
    ),
}
"""The permissions of each role."""

READS_IDENTITY: Final = frozenset(
    role for role, held in PERMISSIONS.items() if "victims.show_identity" in held
)
"""The roles that can open an identity."""

NEEDS_SECOND_FACTOR: Final = frozenset(Role)
"""The roles of which a second factor is required: all, not only `READS_IDENTITY`.

Else whoever sets one-time passwords could sign in as any other role and read its cases,
its persons or the journal.
"""

SEES_COARSENED: Final = frozenset({Role.POLICE_ANALYST})
"""The roles that see ages as groups and the first contact by its month only."""
