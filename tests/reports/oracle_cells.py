"""How the independent count splits what it counts."""

from collections import Counter
from decimal import ROUND_HALF_UP, Decimal


def split(rows, **by):
    """Return the number of rows, and of each cell of each breakdown."""
    rows = list(rows)
    cells = {name: dict(Counter(map(cell, rows))) for name, cell in by.items()}
    return {"value": len(rows), "breakdowns": cells}


def age(person, day):
    """Return the age on the day: recorded, else of the birth date; None if neither."""
    if person["age_at_identification"]:
        return int(person["age_at_identification"])
    if not person.get("birth_date"):
        return None
    born, day = person["birth_date"], str(day)
    return int(day[:4]) - int(born[:4]) - (day[5:] < born[5:])


def person_type(person):
    if person["age"] is None:
        return "unknown"
    if person["age"] < 18:
        return "children"
    adults = {"F": "women", "M": "men", "other": "other"}
    return adults.get(person["sex"], "unknown")


def country(code):
    return code if code not in {None, "", "XXX"} else "unknown"


def number(value):
    """Return a whole number as int, another as float, as JSON has them."""
    value = Decimal(value)
    return int(value) if value == int(value) else float(value)


def percent(part, whole):
    if not whole:
        return None
    tenths = Decimal(100 * part) / whole
    return number(tenths.quantize(Decimal("0.1"), ROUND_HALF_UP))
