"""The rows about persons in a made-up register.

It runs until today: the last persons stay in a shelter, wait for an allowance and for
what comes of a referral.
"""

from collections.abc import Iterator
from datetime import date, timedelta
from random import Random
from typing import Any, Final

from django.utils.timezone import localdate

from bench.words import (
    COUNTRIES,
    FAMILY_NAMES,
    GIVEN_NAMES,
    MEANS,
    REGIONS,
    SOURCES,
    SYLLABLES,
)

type Row = tuple[Any, ...]

SEED: Final = 2019
FIRST_DAY: Final = date(2010, 1, 1)
TODAY: Final = localdate()
DAYS: Final = (TODAY - FIRST_DAY).days
BEDS: Final = 50
LONGEST_STAY: Final = 120  # days
UNDECIDED: Final = 50  # one person in so many
NEW_RATE: Final = date(2019, 6, 4)


class People:
    """Makes the rows about persons, so many of them."""

    def __init__(self, persons: int) -> None:
        self.persons = persons
        self.random = Random(SEED)
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

    def done_after(self, day: date, most: int, least: int = 0) -> date | str:
        """Return a day so many days later; nothing where it is not there yet."""
        done = self.day_after(day, most, least)
        return done if done <= TODAY else ""

    def only_presumed(self, number: int) -> bool:
        """Return whether nobody has decided yet on the status of a person."""
        return number % UNDECIDED == 0

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
            if self.chance(0.5) or self.only_presumed(number):
                yield code, "presumed", day - timedelta(3), "ngo", ""
            if self.only_presumed(number):
                continue
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
                    gone = (left, "family") if left <= TODAY else ("", "")
                    yield f"V-{number:07}", f"S-{shelter}", came, *gone
                    break

    def services(self) -> Iterator[Row]:
        """Yield about five services a person."""
        yield "victim", "type", "provider", "provided_on"
        kinds = ("medical", "psychological", "legal", "material_aid")
        for number, day in enumerate(self.identified):
            for _time in range(self.random.randint(2, 7)):
                given = min(self.day_after(day, 90), TODAY)
                kind = self.random.choice(kinds)
                yield f"V-{number:07}", kind, "assistance_centre", given

    def referrals(self) -> Iterator[Row]:
        """Yield about one referral a person."""
        yield (
            *("victim", "type", "organisation", "referred_on"),
            *("started_on", "completed_on", "outcome"),
        )
        for number, day in enumerate(self.identified):
            code, sent = f"V-{number:07}", self.done_after(day, 60, 5)
            if not isinstance(sent, date):
                continue
            if self.chance(0.5):
                back = self.done_after(sent, 90, 60)
                came = "returned" if back else "pending"
                yield code, "family_return", "mia", sent, "", back, came
            if self.chance(0.6):
                start = self.done_after(sent, 30) if self.chance(0.97) else ""
                came = "hired" if start else "pending"
                yield code, "employment", "employment_agency", sent, start, "", came

    def allowances(self) -> Iterator[Row]:
        """Yield the one-time allowance of more than half, at the rate in force."""
        yield "victim", "kind", "decided_on", "paid_on", "amount", "status"
        for number, day in enumerate(self.identified):
            decided = self.done_after(day, 30)
            if not isinstance(decided, date) or self.only_presumed(number):
                continue
            if self.chance(0.57):
                paid = self.done_after(decided, 10) if self.chance(0.97) else ""
                amount = 400 if (paid or decided) < NEW_RATE else 700
                status = "paid" if paid else "pending"
                yield f"V-{number:07}", "one_time", decided, paid, amount, status

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
