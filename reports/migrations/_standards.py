"""What a new register starts with: mappings, and what others published of us.

After the standards read for the domain: UNODC's roll-up of forms, the value names of
HTCDS 2.0, the columns of CTDC. The figures of others are those of UNODC's data set of
14 April 2025 on Azerbaijan in 2019 that were read in a copy of it, and no others.
"""

from typing import Any, Final

UNODC_FORMS: Final = {
    ("SEXUAL", "Sexual exploitation"): ["sexual_exploitation"],
    ("LABOUR", "Forced labour"): ["forced_labour", "forced_begging", "servitude"],
    ("OTHER", "Other forms of exploitation"): [
        "child_labour",
        "slavery",
        "forced_marriage",
        "forced_criminality",
        "organ_removal",
        "biomedical_research",
        "surrogacy",
        "forced_adoption",
        "forced_military_service",
        "other",
    ],
}
UNODC_SEXES: Final = {
    ("F", "Female"): ["F"],
    ("M", "Male"): ["M"],
    ("O", "Other"): ["other"],
    ("U", "Unknown"): ["unknown"],
}
UNODC_AGES: Final = {
    ("0-17", "0 to 17 years"): ["children"],
    ("18+", "18 years or over"): ["adults"],
    ("UNK", "Unknown"): ["unknown"],
}
CTDC_FORMS: Final = {
    ("isSexualExploit", "Sexual exploitation"): ["sexual_exploitation"],
    ("isForcedLabour", "Forced labour"): ["forced_labour", "forced_begging"],
    ("isForcedMarriage", "Forced marriage"): ["forced_marriage"],
    ("isForcedMilitary", "Forced military service"): ["forced_military_service"],
    ("isOrganRemoval", "Organ removal"): ["organ_removal"],
    ("isSlaveryAndPractices", "Slavery and similar practices"): ["slavery"],
    ("isOtherExploit", "Other exploitation"): [
        "child_labour",
        "servitude",
        "forced_criminality",
        "biomedical_research",
        "surrogacy",
        "forced_adoption",
        "other",
    ],
}
HTCDS_SEXES: Final = {
    ("Female", "Female"): ["F"],
    ("Male", "Male"): ["M"],
    ("Transgender/NonConforming", "Transgender/NonConforming"): ["other"],
    ("Unknown", "Unknown"): ["unknown"],
}
CTDC_AGES: Final = {
    ("Minor", "Child"): ["children"],
    ("Adult", "Adult"): ["adults"],
}
HTCDS_SUBTYPES: Final = {
    ("Prostitution", "Prostitution"): ["prostitution"],
    ("Pornography", "Pornography"): ["pornography"],
    ("RemoteInteractiveServices", "Remote Interactive Services"): [
        "remote_interactive_services"
    ],
    ("PrivateSexualServices", "Private Sexual Services"): ["private_sexual_services"],
}
ISIC: Final = {
    "A": "AgricultureForestryAndFishing",
    "B": "MiningAndQuarrying",
    "C": "Manufacturing",
    "D": "ElectricityGasSteamAndAirConditioningSupply",
    "E": "WaterSupplySewerageWasteManagement",
    "F": "Construction",
    "G": "WholesaleAndRetailTradeRepairOfMotorVehicles",
    "H": "TransportationAndStorage",
    "I": "AccommodationAndFoodServiceActivities",
    "J": "InformationAndCommunication",
    "K": "FinancialAndInsuranceActivities",
    "L": "RealEstateActivities",
    "M": "ProfessionalScientificAndTechnicalActivities",
    "N": "AdministrativeAndSupportServiceActivities",
    "O": "PublicAdministrationAndDefence",
    "P": "Education",
    "Q": "HumanHealthAndSocialWorkActivities",
    "R": "ArtsEntertainmentAndRecreation",
    "S": "OtherServiceActivities",
    "T": "ActivitiesOfHouseholdsAsEmployers",
    "U": "ActivitiesOfExtraterritorialOrganizations",
}
HTCDS_SECTORS: Final = {(f"{a}_{name}", name): [a] for a, name in ISIC.items()}
HTCDS_MEANS: Final = {
    ("DebtBondage", "Debt Bondage"): ["debt_bondage"],
    ("TakesEarnings", "Takes Earnings"): ["takes_earnings"],
    ("RestrictsFinancialAccess", "Restricts Financial Access"): [
        "restricts_financial_access"
    ],
    ("Threats", "Threats"): ["threats"],
    ("ThreatOfLawEnforcement", "Threat Of Law Enforcement"): [
        "threat_of_law_enforcement"
    ],
    ("UsesChildren", "Uses Children"): ["threatens_family"],
    ("PsychologicalAbuse", "Psychological Abuse"): ["psychological_abuse"],
    ("PhysicalAbuse", "Physical Abuse"): ["physical_abuse"],
    ("SexualAbuse", "Sexual Abuse"): ["sexual_abuse"],
    ("FalsePromises", "False Promises"): ["false_promises", "deception", "fraud"],
    ("PsychoactiveSubstances", "Psychoactive Substances"): ["substances"],
    ("RestrictsMovement", "Restricts Movement"): ["restricts_movement"],
    ("RestrictsMedicalCare", "Restricts Medical Care"): ["restricts_medical_care"],
    ("ExcessiveWorkingHours", "Excessive Working Hours"): ["excessive_hours"],
    ("WithholdsNecessities", "Withholds Necessities"): ["withholds_necessities"],
    ("WithholdsDocuments", "Withholds Documents"): ["withholds_documents"],
    ("Other", "Other"): ["other"],
}
HTCDS_STATES: Final = {
    ("Active", "Active"): ["active"],
    ("FollowUp", "FollowUp"): ["follow_up"],
    ("Closed", "Closed"): ["closed"],
    ("ClosedReferred", "ClosedReferred"): ["closed_referred"],
}
HTCDS_STATUS: Final = {("ActualVictim", "Actual victim"): ["identified"]}

MAPPINGS: Final[dict[str, dict[str, dict[tuple[str, str], list[str]]]]] = {
    "glotip": {
        "exploitation_type": UNODC_FORMS,
        "sex": UNODC_SEXES,
        "age_group": UNODC_AGES,
    },
    "sdg": {
        "exploitation_type": UNODC_FORMS,
        "sex": UNODC_SEXES,
        "age_group": UNODC_AGES,
    },
    "htcds": {
        "exploitation_type": CTDC_FORMS,
        "sex": HTCDS_SEXES,
        "age_group": CTDC_AGES,
        "sexual_subtype": HTCDS_SUBTYPES,
        "sector": HTCDS_SECTORS,
        "means": HTCDS_MEANS,
        "case_status": HTCDS_STATES,
        "status": HTCDS_STATUS,
    },
}
UNODC: Final = {
    "publisher": "UNODC",
    "edition": "GLOTIP data set, 14.04.2025",
    "year": 2019,
    "figure": "victims.identified",
    "address": "https://dataunodc.un.org/sites/dataunodc.un.org/files/data_glotip.xlsx",
}
OTHERS: Final[list[dict[str, Any]]] = [
    UNODC
    | {
        "breakdown": "sex",
        "cell": "M",
        "value": 6,
        "wording": "Detected trafficking victims; Total; Male; Total",
    },
    UNODC
    | {
        "breakdown": "person_type",
        "cell": "men",
        "value": 5,
        "wording": "Detected trafficking victims; Total; Male; 18 years or over",
    },
]


def seed(apps: Any, _schema_editor: object) -> None:
    """Enter the mappings, and what others published."""
    mapping = apps.get_model("reports", "Mapping").objects
    for standard, lists in MAPPINGS.items():
        for name, words in lists.items():
            for (code, label), ours in words.items():
                for value in ours:
                    mapping.create(
                        standard=standard,
                        list=name,
                        code=value,
                        their_code=code,
                        their_label=label,
                    )
    others = apps.get_model("reports", "OthersFigure").objects
    for figure in OTHERS:
        others.create(**figure)
