"""The people of the demo's working week: made up, each with something to be done."""

from collections.abc import Mapping
from typing import Any, Final, NamedTuple

from reference.choices import Sex
from victims.choices import ExploitationType, ReferralSource
from victims.needs import Answer, Interpreter, Language, MedicalNeed, OfAge


class Newcomer(NamedTuple):
    """A person of the week; days count back from today.

    `identified` is how long ago the person was identified, None while presumed; `stays`
    since when in the shelter, None where elsewhere.
    """

    key: str
    name: tuple[str, str, str]
    sex: Sex
    citizenship: str
    age: int
    came: int
    source: ReferralSource
    identified: int | None = None
    stays: int | None = None
    exploited: ExploitationType = ExploitationType.SEXUAL_EXPLOITATION
    country: str = "TUR"
    first_hour: Mapping[str, Any] | None = None


NEWCOMERS: Final = (
    Newcomer(
        key="just_come",
        name=("Məmmədova", "Aygün", "Elçin"),
        sex=Sex.FEMALE,
        citizenship="AZE",
        age=24,
        came=1,
        source=ReferralSource.HOTLINE,
        stays=1,
        first_hour={
            "of_age": OfAge.ADULT,
            "language": Language.AZERBAIJANI,
            "interpreter": Interpreter.NOT_NEEDED,
            "medical_need": MedicalNeed.CAN_WAIT,
            "danger": Answer.YES,
            "children_with": 1,
        },
    ),
    Newcomer(
        key="presumed",
        name=("Quliyev", "Ruslan", "Tahir"),
        sex=Sex.MALE,
        citizenship="AZE",
        age=31,
        came=0,
        source=ReferralSource.LABOUR_INSPECTION,
        exploited=ExploitationType.FORCED_LABOUR,
        country="RUS",
        first_hour={
            "of_age": OfAge.ADULT,
            "language": Language.RUSSIAN,
            "interpreter": Interpreter.NEEDED,
            "medical_need": MedicalNeed.NONE,
            "danger": Answer.UNKNOWN,
        },
    ),
    Newcomer(
        key="reflecting",
        name=("Karimova", "Dilnoza", ""),
        sex=Sex.FEMALE,
        citizenship="UZB",
        age=27,
        came=27,
        source=ReferralSource.MIGRATION_SERVICE,
        identified=25,
        stays=25,
        country="AZE",
    ),
    Newcomer(
        key="permit_ends",
        name=("Rahimova", "Zarina", ""),
        sex=Sex.FEMALE,
        citizenship="TJK",
        age=33,
        came=350,
        source=ReferralSource.IOM,
        identified=348,
        country="ARE",
    ),
    Newcomer(
        key="almost_adult",
        name=("Həsənli", "Nuray", "Vüqar"),
        sex=Sex.FEMALE,
        citizenship="AZE",
        age=17,
        came=12,
        source=ReferralSource.SCHOOL,
        identified=9,
        stays=10,
        exploited=ExploitationType.FORCED_BEGGING,
        country="AZE",
    ),
    Newcomer(
        key="allowance_waits",
        name=("Əliyeva", "Səbinə", "Natiq"),
        sex=Sex.FEMALE,
        citizenship="AZE",
        age=36,
        came=41,
        source=ReferralSource.POLICE,
        identified=38,
        stays=37,
        country="ARE",
    ),
    Newcomer(
        key="plan_due",
        name=("Абдуллаева", "Ольга", "Рашидовна"),
        sex=Sex.FEMALE,
        citizenship="AZE",
        age=29,
        came=100,
        source=ReferralSource.CONSULATE,
        identified=96,
        stays=95,
    ),
    Newcomer(
        key="leaving",
        name=("İsmayılova", "Xumar", "Şahin"),
        sex=Sex.FEMALE,
        citizenship="AZE",
        age=22,
        came=64,
        source=ReferralSource.SELF,
        identified=60,
        stays=59,
        country="QAT",
    ),
    Newcomer(
        key="looks_alike",
        name=("Mamedova", "Aygun", ""),
        sex=Sex.FEMALE,
        citizenship="AZE",
        age=24,
        came=4,
        source=ReferralSource.HEALTH,
    ),
)
