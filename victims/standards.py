"""Codes of international standards beside our own, for every code of a list.

An empty one means that the standard has no such code, or that it is not confirmed. Our
own codes are those of ISIC Rev. 4 (sectors) and ISO 3166-1 (countries) already.

Sources: UNODC GLOTIP and Eurostat crim_thb (forms, sex), ICCS (trafficking in persons),
CTDC data set of July 2021 (flags) and global synthetic set (means, sectors, relations),
HTCDS 2.0 (status). The tables of IC-TIP could not be read: its codes stay empty.
"""

from collections.abc import Mapping
from typing import Final

from django.db.models import TextChoices

from reference.choices import Sex
from victims.choices import (
    ExploitationType,
    Means,
    RecruiterRelation,
    Sector,
    SexualSubtype,
    Status,
)

UNODC_SEXUAL: Final = "Sexual exploitation"
UNODC_LABOUR: Final = "Forced labour"
UNODC_OTHER: Final = "Other forms of exploitation"
ICCS_TRAFFICKING: Final = "0204"
EUROSTAT: Final = {UNODC_SEXUAL: "sexual", UNODC_LABOUR: "labour", UNODC_OTHER: "other"}


def _every[Choice: TextChoices](
    choices: type[Choice], codes: Mapping[Choice, str], rest: str = ""
) -> dict[str, str]:
    """Return a code of the standard for each of ours; `rest` where none is given."""
    return {choice.value: codes.get(choice, rest) for choice in choices}


UNODC_FORM: Final[Mapping[str, str]] = _every(
    ExploitationType,
    {
        ExploitationType.SEXUAL_EXPLOITATION: UNODC_SEXUAL,
        ExploitationType.FORCED_LABOUR: UNODC_LABOUR,
        ExploitationType.FORCED_BEGGING: UNODC_LABOUR,
        ExploitationType.CHILD_LABOUR: UNODC_LABOUR,
        ExploitationType.SERVITUDE: UNODC_LABOUR,
        ExploitationType.UNKNOWN: "",
    },
    UNODC_OTHER,
)
EUROSTAT_FORM: Final[Mapping[str, str]] = {
    code: EUROSTAT.get(form, "") for code, form in UNODC_FORM.items()
}
ICCS: Final[Mapping[str, str]] = _every(ExploitationType, {}, ICCS_TRAFFICKING)
IC_TIP: Final[Mapping[str, str]] = _every(ExploitationType, {})
CTDC_FLAG: Final[Mapping[str, str]] = _every(
    ExploitationType,
    {
        ExploitationType.SEXUAL_EXPLOITATION: "isSexualExploit",
        ExploitationType.FORCED_LABOUR: "isForcedLabour",
        ExploitationType.FORCED_MARRIAGE: "isForcedMarriage",
        ExploitationType.FORCED_MILITARY_SERVICE: "isForcedMilitary",
        ExploitationType.ORGAN_REMOVAL: "isOrganRemoval",
        ExploitationType.SLAVERY: "isSlaveryAndPractices",
        ExploitationType.UNKNOWN: "",
    },
    "isOtherExploit",
)
CTDC_SEXUAL_SUBTYPE: Final[Mapping[str, str]] = _every(
    SexualSubtype,
    {
        SexualSubtype.PROSTITUTION: "Prostitution",
        SexualSubtype.PORNOGRAPHY: "Pornography",
    },
)
CTDC_SECTOR: Final[Mapping[str, str]] = _every(
    Sector,
    {
        Sector.A: "Agriculture",
        Sector.F: "Construction",
        Sector.I: "Hospitality",
        Sector.T: "DomesticWork",
    },
)
CTDC_MEANS: Final[Mapping[str, str]] = _every(
    Means,
    {
        Means.DEBT_BONDAGE: "meansDebtBondageEarnings",
        Means.TAKES_EARNINGS: "meansDebtBondageEarnings",
        Means.THREATS: "meansThreats",
        Means.THREAT_OF_LAW_ENFORCEMENT: "meansThreats",
        Means.THREATENS_FAMILY: "meansThreats",
        Means.PSYCHOLOGICAL_ABUSE: "meansAbusePsyPhySex",
        Means.PHYSICAL_ABUSE: "meansAbusePsyPhySex",
        Means.SEXUAL_ABUSE: "meansAbusePsyPhySex",
        Means.FALSE_PROMISES: "meansFalsePromises",
        Means.SUBSTANCES: "meansDrugsAlcohol",
        Means.WITHHOLDS_NECESSITIES: "meansDenyBasicNeeds",
        Means.EXCESSIVE_HOURS: "meansExcessiveWorkHours",
        Means.WITHHOLDS_DOCUMENTS: "meansWithholdDocs",
    },
)
CTDC_RECRUITER: Final[Mapping[str, str]] = _every(
    RecruiterRelation,
    {
        RecruiterRelation.INTIMATE_PARTNER: "IntimatePartner",
        RecruiterRelation.FRIEND: "Friend",
        RecruiterRelation.FAMILY: "Family",
        RecruiterRelation.OTHER: "Other",
    },
)
HTCDS_STATUS: Final[Mapping[str, str]] = _every(
    Status,
    {
        Status.PRESUMED: "PossibleVictim",
        Status.IDENTIFIED: "ActualVictim",
        Status.NOT_CONFIRMED: "NotAVictim",
    },
)
UNODC_SEX: Final[Mapping[str, str]] = _every(
    Sex,
    {
        Sex.FEMALE: "Female",
        Sex.MALE: "Male",
        Sex.OTHER: "Other",
        Sex.UNKNOWN: "Unknown",
    },
)

STANDARDS: Final[
    Mapping[str, tuple[type[TextChoices], Mapping[str, Mapping[str, str]]]]
] = {
    "exploitations.type": (
        ExploitationType,
        {
            "UNODC": UNODC_FORM,
            "Eurostat": EUROSTAT_FORM,
            "ICCS": ICCS,
            "CTDC": CTDC_FLAG,
            "IC-TIP": IC_TIP,
        },
    ),
    "exploitations.sexual_subtype": (SexualSubtype, {"CTDC": CTDC_SEXUAL_SUBTYPE}),
    "exploitations.sector": (Sector, {"CTDC": CTDC_SECTOR}),
    "exploitations.means": (Means, {"CTDC": CTDC_MEANS}),
    "exploitations.recruiter_relation": (RecruiterRelation, {"CTDC": CTDC_RECRUITER}),
    "decisions.status": (Status, {"HTCDS": HTCDS_STATUS}),
    "victims.sex": (Sex, {"UNODC": UNODC_SEX}),
}
"""Each of our lists with its standards and their code for each of ours."""
