"""Registers in the exchange format, full of odd rows, made from a seed."""

import csv
import random
from datetime import date, timedelta

FIRST_DAY, LAST_DAY = date(2016, 1, 1), date(2021, 12, 31)
CHANGE_OF_RATE = date(2019, 6, 4)
EDGES = [
    date(year, month, day)
    for year in range(2016, 2022)
    for month, day in ((1, 1), (12, 31))
]


class OddRegister:
    """Rows by file name; what the database refuses is not among them."""

    def __init__(self, seed, size=120):
        self.random = random.Random(seed)
        self.size = size
        self.rows = {}
        self.reference()
        self.people()
        self.help()
        self.children()
        self.crimes()
        self.public()

    def day(self, first=FIRST_DAY, last=LAST_DAY):
        """Return a day; often the first or the last of a year."""
        edges = [edge for edge in EDGES if first <= edge <= last]
        if edges and self.random.random() < 0.25:
            return self.random.choice(edges)
        return first + timedelta(self.random.randrange((last - first).days + 1))

    def one_of(self, *values):
        return self.random.choice(values)

    def chance(self, share):
        return self.random.random() < share

    def add(self, file, /, **row):
        self.rows.setdefault(file, []).append(row)

    def unique(self, name, *keys):
        """Keep the first row of each key: the register takes one."""
        seen = {}
        for row in self.rows.get(name, []):
            seen.setdefault(tuple(row[key] for key in keys), row)
        self.rows[name] = list(seen.values())

    def reference(self):
        self.add("organisations", code="helpers", name="Helpers", type="ngo")
        for code, kind in (("S-1", "state_shelter"), ("S-2", "state_shelter")):
            self.add("shelters", code=code, name=code, kind=kind)
        self.add("shelters", code="N-1", name="N-1", kind="ngo_shelter")

    def people(self):
        for number in range(self.size):
            code = f"V-{number:04}"
            self.add(
                "victims",
                code=code,
                role="witness" if self.chance(0.1) else "victim",
                sex=self.one_of("F", "F", "F", "M", "other", "unknown", ""),
                **self.one_of(
                    {"age_at_identification": self.one_of("", 0, 17, 18, 30)},
                    {"birth_date": self.day(date(1998, 1, 1), date(2003, 12, 31))},
                    {"birth_date": date(2000, 2, 29)},
                ),
                citizenship=self.one_of("AZE", "AZE", "UZB", "XXX", "XXA", ""),
            )
            self.decide(code)
            self.exploit(code)
        self.unique("decisions", "victim", "status", "decided_on")
        self.unique("exploitations", "victim", "type", "country")

    def decide(self, code):
        for _ in range(self.random.randrange(4)):
            status = self.one_of(
                "identified", "identified", "presumed", "withdrawn", "not_confirmed"
            )
            self.add("decisions", victim=code, status=status, decided_on=self.day())

    def exploit(self, code):
        forms = self.random.randrange(4)
        main = self.random.randrange(4)
        for place in range(forms):
            self.add(
                "exploitations",
                victim=code,
                type=self.one_of(
                    "sexual_exploitation",
                    "forced_labour",
                    "forced_begging",
                    "other",
                    "unknown",
                ),
                main=int(place == main),
                country=self.one_of("TUR", "RUS", "AZE", "XXX", ""),
            )

    def help(self):
        for person in self.rows["victims"]:
            code = person["code"]
            self.stay(code)
            self.serve(code)
            self.refer(code)
            self.pay(code)
        self.unique("referrals", "victim", "type", "organisation", "referred_on")
        self.unique("allowances", "victim", "kind", "decided_on")

    def stay(self, code):
        left = FIRST_DAY
        for _ in range(self.random.randrange(4)):
            came = self.day(left)
            left = came + timedelta(self.random.randrange(1, 400))
            still = left >= LAST_DAY
            self.add(
                "placements",
                victim=code,
                shelter=self.one_of("S-1", "S-2", "N-1"),
                admitted_on=came,
                left_on="" if still else left,
            )
            if still:
                return

    def serve(self, code):
        for _ in range(self.random.randrange(9)):
            kinds = ("medical", "medical", "psychological", "legal", "documents")
            day = "" if self.chance(0.05) else self.day()
            self.add("services", victim=code, type=self.one_of(*kinds), provided_on=day)

    def refer(self, code):
        for _ in range(self.random.randrange(4)):
            sent = self.day()
            self.add(
                "referrals",
                victim=code,
                type=self.one_of(
                    "employment", "vocational_training", "family_return", "health"
                ),
                organisation=self.one_of("helpers", ""),
                referred_on=sent,
                started_on=self.one_of("", self.day(sent)),
                completed_on=self.one_of("", self.day(sent)),
                outcome=self.one_of("hired", "returned", "declined", "pending", ""),
            )

    def pay(self, code):
        identified = [
            row["decided_on"]
            for row in self.rows["decisions"]
            if row["victim"] == code and row["status"] == "identified"
        ]
        if not identified:
            return
        for status in self.one_of((), ("reversed", "paid"), ("paid",), ("pending",)):
            decided = self.day(min(identified))
            paid = self.day(decided) if status != "pending" else ""
            self.add(
                "allowances",
                victim=code,
                kind="one_time",
                decided_on=decided,
                paid_on=paid,
                amount=400 if (paid or decided) < CHANGE_OF_RATE else 700,
                status=status,
            )

    def children(self):
        for number in range(self.size // 3):
            code = f"D-{number:04}"
            parent = self.random.choice(self.rows["victims"])["code"]
            self.add("dependants", code=code, victim=parent, sex=self.one_of("F", ""))
            years = set()
            for _ in range(self.random.randrange(5)):
                kind = self.one_of("preschool", "alimony", "documents", "other")
                day = self.day()
                if kind == "preschool" and day.year in years:
                    continue
                years.add(day.year)
                self.add(
                    "dependant_services", dependant=code, type=kind, provided_on=day
                )

    def crimes(self):
        for number in range(self.size // 4):
            case, group = f"C-{number:04}", f"G-{number:04}"
            self.add(
                "cases",
                number=case,
                opened_on=self.day(),
                investigation_completed_on=self.one_of("", self.day()),
            )
            self.add(
                "groups",
                code=group,
                case=self.one_of(case, ""),
                neutralised_on=self.one_of("", self.day()),
            )
        for number in range(self.size):
            self.offend(f"O-{number:04}")
            self.accuse(f"A-{number:04}")
        self.unique("verdicts", "accused", "verdict_on")
        self.unique("wanted", "accused", "declared_on")

    def offend(self, number):
        case = self.random.choice(self.rows["cases"])["number"]
        self.add(
            "offences",
            number=number,
            case=self.one_of(case, ""),
            article=self.one_of("144-1", "144-1", "144-2", "144-3", "316-1"),
            registered_on="" if self.chance(0.05) else self.day(),
        )

    def accuse(self, code):
        sent = "" if self.chance(0.3) else self.day()
        group = self.random.choice(self.rows["groups"])["code"]
        self.add(
            "accused",
            code=code,
            case=self.random.choice(self.rows["cases"])["number"],
            sex=self.one_of("F", "M", "other", "unknown", ""),
            group=self.one_of(group, ""),
            sent_to_court_on=sent,
        )
        for _ in range(self.random.randrange(3) if sent else 0):
            result = self.one_of("guilty", "guilty", "acquitted", "terminated")
            self.add("verdicts", accused=code, verdict_on=self.day(sent), result=result)
        for _ in range(self.random.randrange(3)):
            declared = self.day()
            closed = self.one_of("", self.day(declared), declared)
            outcome = self.one_of("detained", "detained", "withdrawn", "deceased")
            self.add(
                "wanted",
                accused=code,
                declared_on=declared,
                closed_on=closed,
                outcome=outcome if closed else "",
            )

    def public(self):
        for _ in range(self.size * 2):
            self.add(
                "calls",
                received_on="" if self.chance(0.05) else self.day(),
                topic=self.one_of("labour", "education", "other", "unknown", ""),
                outcome=self.one_of("explained", "trafficking_referral", ""),
            )
        for number in range(self.size // 2):
            self.add(
                "activities",
                kind=self.one_of("seminar", "training", "conference", "campaign"),
                held_on=self.day(),
                region=self.one_of("Bakı", "Gəncə", "Şəki", ""),
                role=self.one_of("organiser", "participant", "instructor", ""),
                copies=self.one_of("", 0, 1, 250),
            )
            self.add(
                "grants",
                project=f"P-{number}",
                granted_on="" if self.chance(0.05) else self.day(),
                amount=self.one_of("", 0, 1000, "1234.56"),
                purpose=self.one_of("shelter", "rehabilitation_centre", "other", ""),
            )
        for figure, value in (("victims", 700), ("offences", 1100)):
            through = self.one_of(2015, 2017, 2018)
            self.add(
                "baselines",
                figure=f"cumulative.{figure}",
                through_year=through,
                value=value,
            )

    def write(self, folder):
        """Write the files, every column as text."""
        folder.mkdir(parents=True, exist_ok=True)
        for name, rows in self.rows.items():
            columns = list(dict.fromkeys(key for row in rows for key in row))
            with (folder / f"{name}.csv").open("w", newline="", encoding="utf-8") as to:
                writer = csv.DictWriter(to, columns)
                writer.writeheader()
                writer.writerows(rows)
        return folder
