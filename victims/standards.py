"""Codes of international standards beside our own; an empty one is not known yet.

Sources: UNODC GLOTIP data (forms of exploitation), CTDC data set of July 2021 (flags),
HTCDS 2.0 (status). The tables of IC-TIP could not be read: its columns stay empty.
"""

from collections.abc import Mapping
from typing import Final

from victims.choices import ExploitationType, Status

UNODC_SEXUAL: Final = "Sexual exploitation"
UNODC_LABOUR: Final = "Forced labour"
UNODC_OTHER: Final = "Other forms of exploitation"

UNODC_FORM: Final[Mapping[str, str]] = {
    kind.value: UNODC_OTHER for kind in ExploitationType
} | {
    ExploitationType.SEXUAL_EXPLOITATION.value: UNODC_SEXUAL,
    ExploitationType.FORCED_LABOUR.value: UNODC_LABOUR,
    ExploitationType.FORCED_BEGGING.value: UNODC_LABOUR,
    ExploitationType.CHILD_LABOUR.value: UNODC_LABOUR,
    ExploitationType.SERVITUDE.value: UNODC_LABOUR,
}

CTDC_FLAG: Final[Mapping[str, str]] = {
    ExploitationType.SEXUAL_EXPLOITATION.value: "isSexualExploit",
    ExploitationType.FORCED_LABOUR.value: "isForcedLabour",
    ExploitationType.FORCED_MARRIAGE.value: "isForcedMarriage",
    ExploitationType.FORCED_MILITARY_SERVICE.value: "isForcedMilitary",
    ExploitationType.ORGAN_REMOVAL.value: "isOrganRemoval",
    ExploitationType.SLAVERY.value: "isSlaveryAndPractices",
}

HTCDS_STATUS: Final[Mapping[str, str]] = {
    Status.PRESUMED.value: "PossibleVictim",
    Status.IDENTIFIED.value: "ActualVictim",
    Status.NOT_CONFIRMED.value: "NotAVictim",
    Status.WITHDRAWN.value: "NotAVictim",
}

IC_TIP: Final[Mapping[str, str]] = {kind.value: "" for kind in ExploitationType}
