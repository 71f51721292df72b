"""Registers of any size from a fixed seed: valid, in the proportions of the demo's.

`python -m bench.register 10000 FOLDER` writes one. Persons come over fifteen years,
shelters are as many as their stays need, and every rule of the register holds.
"""

import csv
import sys
from collections.abc import Callable, Iterator
from datetime import date, timedelta
from pathlib import Path
from random import Random
from typing import Any, Final

type Row = tuple[Any, ...]

SEED: Final = 2019
FIRST_DAY: Final = date(2010, 1, 1)
DAYS: Final = 15 * 365
BEDS: Final = 50
LONGEST_STAY: Final = 120  # days
NEW_RATE: Final = date(2019, 6, 4)

FAMILY_NAMES: Final = [
    "Əliyev",
    "Məmmədov",
    "Hüseynov",
    "Quliyev",
    "İsmayılov",
    "Həsənov",
    "Abbasov",
    "Rzayev",
    "Orucov",
    "Şərifov",
    "Cəfərov",
    "Kərimov",
    "Bağırov",
    "Nəsirov",
    "Süleymanov",
    "Mirzəyev",
    "Babayev",
    "Əhmədov",
    "Musayev",
    "Vəliyev",
]
GIVEN_NAMES: Final = [
    "Könül",
    "Ülviyyə",
    "Şəbnəm",
    "Aygün",
    "Leyla",
    "Zöhrə",
    "Günay",
    "Nərgiz",
    "Səbinə",
    "Aytən",
    "Rəşad",
    "Elçin",
    "Kamran",
    "Vüqar",
    "Orxan",
    "Tural",
]
SYLLABLES: Final = [
    "ba",
    "da",
    "fa",
    "ga",
    "ha",
    "ka",
    "la",
    "ma",
    "na",
    "ra",
    "sa",
    "ta",
    "za",
    "be",
    "de",
    "le",
    "me",
    "ne",
]
REGIONS: Final = [
    "Bakı",
    "Gəncə",
    "Sumqayıt",
    "Şəki",
    "Lənkəran",
    "Quba",
    "Şabran",
    "Şirvan",
    "Ağstafa",
]
COUNTRIES: Final = [
    "TUR",
    "TUR",
    "TUR",
    "TUR",
    "TUR",
    "TUR",
    "QAT",
    "QAT",
    "IRN",
    "RUS",
    "AZE",
    "ARE",
]
SOURCES: Final = [
    "police",
    "hotline",
    "foreign_authority",
    "ngo",
    "self",
    "border_service",
    "iom",
]
ARTICLES: Final = ["144-1", "144-1", "144-1", "144-1", "144-2", "144-3"]
TOPICS: Final = [
    "labour",
    "education",
    "domestic_violence",
    "adoption",
    "other",
    "unknown",
]
MEANS: Final = ["threats", "deception", "debt_bondage", "withholds_documents", "fraud"]


class Maker:
    """Makes the rows of a register of so many persons."""

    def __init__(self, persons: int) -> None:
        self.persons = persons
        self.random = Random(SEED)  # noqa: S311 - made-up records, no secret
        self.identified = [
            FIRST_DAY + timedelta(self.random.randrange(DAYS)) for _n in range(persons)
        ]
        # Four stays in five persons, at most LONGEST_STAY days each, spread evenly.
        beds = persons * LONGEST_STAY / DAYS
        self.shelters = max(3, round(1.5 * beds / BEDS))
        self.cases = max(2, persons // 3)
        self.accused = max(4, persons * 7 // 10)

    def chance(self, share: float) -> bool:
        """Return true in so many of all cases."""
        return self.random.random() < share

    def day_after(self, day: date, most: int, least: int = 0) -> date:
        """Return a day so many days later."""
        return day + timedelta(self.random.randint(least, most))

    def any_day(self) -> date:
        """Return any day of the register's years."""
        return FIRST_DAY + timedelta(self.random.randrange(DAYS))

    def organisations(self) -> Iterator[Row]:
        """Yield the organisations."""
        yield "code", "name", "type"
        for number in range(20):
            yield f"ngo-{number:02}", f"İctimai birlik {number}", "ngo"

    def make_shelters(self) -> Iterator[Row]:
        """Yield shelters; of the state two in three."""
        yield "code", "name", "kind", "operator", "city", "capacity"
        for number in range(self.shelters):
            kind = "ngo_shelter" if number % 3 == 0 else "state_shelter"
            city = REGIONS[number % len(REGIONS)]
            operator = "mia" if kind == "state_shelter" else "ngo-00"
            yield f"S-{number}", f"Sığınacaq {number}", kind, operator, city, BEDS

    def victims(self) -> Iterator[Row]:
        """Yield persons with a birth date, or an age, and an identity."""
        yield (
            *("code", "role", "sex", "birth_date", "age_at_identification"),
            *("citizenship", "first_contact_on", "referral_source", "family_name"),
            *("given_name", "father_name", "personal_number", "phone"),
        )
        for number, day in enumerate(self.identified):
            born = day - timedelta(self.random.randint(12 * 366, 55 * 366))
            known = self.chance(0.8)
            family = self.random.choice(FAMILY_NAMES)
            if self.chance(0.5):
                family = "".join(self.random.choices(SYLLABLES, k=3)).title() + "ov"
            yield (
                f"V-{number:07}",
                "victim" if self.chance(0.97) else "witness",
                "M" if self.chance(0.08) else "F",
                born if known else "",
                "" if known else (day - born).days // 366,
                "AZE" if self.chance(0.96) else "UZB",
                self.random.choice([day - timedelta(3), day, ""]),
                self.random.choice(SOURCES),
                family + "a",
                self.random.choice(GIVEN_NAMES),
                self.random.choice(GIVEN_NAMES),
                f"{self.random.randrange(36**7):07X}"[:7],
                f"+99450{self.random.randrange(10**7):07}",
            )

    def decisions(self) -> Iterator[Row]:
        """Yield the decision that identifies everyone, and before it some presuming."""
        yield "victim", "status", "decided_on", "body", "number"
        for number, day in enumerate(self.identified):
            code = f"V-{number:07}"
            if self.chance(0.5):
                yield code, "presumed", day - timedelta(3), "ngo", ""
            yield code, "identified", day, "police", f"{day.year}/{number}"

    def exploitations(self) -> Iterator[Row]:
        """Yield the main form of each, sometimes with means."""
        yield (
            *("victim", "type", "main", "sector"),
            *("country", "means", "recruiter_relation"),
        )
        for number in range(self.persons):
            labour = self.chance(0.07)
            kind = "forced_labour" if labour else "sexual_exploitation"
            means = ";".join(self.random.sample(MEANS, self.random.randrange(3)))
            country = "" if self.chance(0.03) else self.random.choice(COUNTRIES)
            sector = "F" if labour else ""
            yield f"V-{number:07}", kind, 1, sector, country, means, "friend"

    def placements(self) -> Iterator[Row]:
        """Yield stays: a shelter is chosen that has a bed on all their days."""
        yield "victim", "shelter", "admitted_on", "left_on", "exit_reason"
        free = [[FIRST_DAY] * BEDS for _shelter in range(self.shelters)]
        chosen = [n for n in range(self.persons) if self.chance(0.78)]
        for number in sorted(chosen, key=self.identified.__getitem__):
            came = self.day_after(self.identified[number], 0)
            left = self.day_after(came, LONGEST_STAY, 5)
            start = self.random.randrange(self.shelters)
            for step in range(self.shelters):
                beds = free[shelter := (start + step) % self.shelters]
                bed = min(range(BEDS), key=beds.__getitem__)
                if beds[bed] <= came:
                    beds[bed] = left
                    yield f"V-{number:07}", f"S-{shelter}", came, left, "family"
                    break

    def services(self) -> Iterator[Row]:
        """Yield about five services a person."""
        yield "victim", "type", "provider", "provided_on"
        kinds = ("medical", "psychological", "legal", "material_aid")
        for number, day in enumerate(self.identified):
            for _time in range(self.random.randint(2, 7)):
                given = self.day_after(day, 90)
                kind = self.random.choice(kinds)
                yield f"V-{number:07}", kind, "assistance_centre", given

    def referrals(self) -> Iterator[Row]:
        """Yield about one referral a person."""
        yield (
            *("victim", "type", "organisation", "referred_on"),
            *("started_on", "completed_on", "outcome"),
        )
        for number, day in enumerate(self.identified):
            code, sent = f"V-{number:07}", self.day_after(day, 60, 5)
            if self.chance(0.5):
                back = self.day_after(sent, 90, 60)
                yield code, "family_return", "mia", sent, "", back, "returned"
            if self.chance(0.6):
                start = self.day_after(sent, 30)
                agency = "employment_agency"
                yield code, "employment", agency, sent, start, "", "hired"

    def allowances(self) -> Iterator[Row]:
        """Yield the one-time allowance of more than half, at the rate in force."""
        yield "victim", "kind", "decided_on", "paid_on", "amount", "status"
        for number, day in enumerate(self.identified):
            if self.chance(0.57):
                decided = self.day_after(day, 30)
                paid = self.day_after(decided, 10)
                amount = 400 if paid < NEW_RATE else 700
                yield f"V-{number:07}", "one_time", decided, paid, amount, "paid"

    def dependants(self) -> Iterator[Row]:
        """Yield a child of every other person."""
        yield "code", "victim", "sex", "birth_date"
        for number in range(0, self.persons, 2):
            sex = self.random.choice("FM")
            yield f"D-{number:07}", f"V-{number:07}", sex, self.any_day()

    def dependant_services(self) -> Iterator[Row]:
        """Yield one help a child."""
        yield "dependant", "type", "provided_on"
        kinds = ("preschool", "alimony", "documents")
        for number in range(0, self.persons, 2):
            yield f"D-{number:07}", self.random.choice(kinds), self.any_day()

    def opened_on(self, case: int) -> date:
        """Return the day on which a case was opened: cases come evenly."""
        return FIRST_DAY + timedelta(case * (DAYS - 400) // self.cases)

    def make_cases(self) -> Iterator[Row]:
        """Yield cases, most of them with the investigation completed."""
        yield "number", "opened_on", "investigation_completed_on", "article"
        for number in range(self.cases):
            opened = self.opened_on(number)
            done = opened + timedelta(100) if self.chance(0.8) else ""
            yield f"C-{number:06}", opened, done, "144-1"

    def case_victims(self) -> Iterator[Row]:
        """Yield the case of each person."""
        yield "case", "victim"
        for number in range(self.persons):
            yield f"C-{number % self.cases:06}", f"V-{number:07}"

    def offences(self) -> Iterator[Row]:
        """Yield two offences a person."""
        yield "number", "case", "article", "registered_on"
        for number in range(self.persons * 2):
            case = number % self.cases
            day = self.day_after(self.opened_on(case), 90)
            article = self.random.choice(ARTICLES)
            yield f"O-{number:07}", f"C-{case:06}", article, day

    def groups(self) -> Iterator[Row]:
        """Yield a group in every fourth case."""
        yield "code", "case", "neutralised_on"
        for case in range(0, self.cases, 4):
            day = self.day_after(self.opened_on(case), 90)
            yield f"G-{case:06}", f"C-{case:06}", day

    def make_accused(self) -> Iterator[Row]:
        """Yield accused persons, all sent to court."""
        yield "code", "case", "sex", "citizenship", "group", "sent_to_court_on"
        for number in range(self.accused):
            case = number % self.cases
            group = f"G-{case:06}" if case % 4 == 0 else ""
            court = self.opened_on(case) + timedelta(110)
            sex = "M" if self.chance(0.2) else "F"
            yield f"A-{number:06}", f"C-{case:06}", sex, "AZE", group, court

    def verdicts(self) -> Iterator[Row]:
        """Yield the verdict of every other accused."""
        yield "accused", "verdict_on", "result", "in_force_on"
        for number in range(0, self.accused, 2):
            court = self.opened_on(number % self.cases) + timedelta(110)
            day = self.day_after(court, 200, 30)
            yield f"A-{number:06}", day, "guilty", day + timedelta(20)

    def wanted(self) -> Iterator[Row]:
        """Yield a notice for every other accused."""
        yield "accused", "declared_on", "closed_on", "outcome"
        for number in range(1, self.accused, 2):
            day = self.day_after(self.opened_on(number % self.cases), 60)
            closed = self.day_after(day, 400, 1) if self.chance(0.6) else ""
            yield f"A-{number:06}", day, closed, "detained" if closed else ""

    def calls(self) -> Iterator[Row]:
        """Yield seventy appeals a person at the demo's size, three at the largest."""
        yield "received_on", "topic", "outcome"
        for _number in range(max(13_800, self.persons * 2)):
            topic = self.random.choice(TOPICS)
            yield self.any_day(), topic, "explained"

    def activities(self) -> Iterator[Row]:
        """Yield events."""
        yield (
            *("kind", "held_on", "organiser", "region"),
            *("role", "participants", "copies"),
        )
        for _number in range(max(150, self.persons // 20)):
            place = self.random.choice(REGIONS)
            people = self.random.randint(5, 90)
            yield "seminar", self.any_day(), "mia", place, "organiser", people, 0

    def grants(self) -> Iterator[Row]:
        """Yield grants."""
        yield "project", "organisation", "granted_on", "amount", "purpose", "recipients"
        for number in range(max(20, self.persons // 100)):
            code = f"ngo-{number % 20:02}"
            yield f"P-{number:05}", code, self.any_day(), 10_450, "awareness", ""

    def returns(self) -> Iterator[Row]:
        """Yield one figure of another agency a year."""
        yield "figure", "year", "value", "precision", "agency", "document"
        for year in range(2010, 2025):
            document = f"labour_monitoring_centre/{year}"
            agency = "labour_monitoring_centre"
            figure = "labour.sites_inspected"
            yield figure, year, 100 + year % 40, "exact", agency, document

    def baselines(self) -> Iterator[Row]:
        """Yield the totals before the first year."""
        yield "figure", "through_year", "value", "source"
        for figure in ("victims", "prosecuted", "offences"):
            yield f"cumulative.{figure}", 2009, 300, "annual report for 2009"

    def files(self) -> dict[str, Callable[[], Iterator[Row]]]:
        """Return what makes the rows of each file, the header first."""
        return {
            "organisations": self.organisations,
            "shelters": self.make_shelters,
            "victims": self.victims,
            "decisions": self.decisions,
            "exploitations": self.exploitations,
            "placements": self.placements,
            "services": self.services,
            "referrals": self.referrals,
            "allowances": self.allowances,
            "dependants": self.dependants,
            "dependant_services": self.dependant_services,
            "cases": self.make_cases,
            "case_victims": self.case_victims,
            "offences": self.offences,
            "groups": self.groups,
            "accused": self.make_accused,
            "verdicts": self.verdicts,
            "wanted": self.wanted,
            "calls": self.calls,
            "activities": self.activities,
            "grants": self.grants,
            "returns": self.returns,
            "baselines": self.baselines,
        }


def make_register(folder: Path, persons: int) -> int:
    """Write a register of so many persons into the folder; return the rows."""
    folder.mkdir(parents=True, exist_ok=True)
    rows = 0
    for name, make in Maker(persons).files().items():
        with (folder / f"{name}.csv").open("w", encoding="utf-8", newline="") as file:
            writer = csv.writer(file)
            for row in make():
                writer.writerow(row)
                rows += 1
        rows -= 1
    return rows


if __name__ == "__main__":
    print(make_register(Path(sys.argv[2]), int(sys.argv[1])))
