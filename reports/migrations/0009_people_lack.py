"""What people lack is renewed by whatever makes or ends it, in the apps below."""

from typing import Final

from django.db import migrations

OF_PERSONS: Final = (
    "victims_statusdecision",
    "victims_exploitation",
    "victims_dependant",
    "assistance_placement",
    "assistance_allowance",
    "cases_casevictim",
)
EVENTS: Final = {
    "INSERT": "NEW TABLE AS new_rows",
    "UPDATE": "OLD TABLE AS old_rows NEW TABLE AS new_rows",
    "DELETE": "OLD TABLE AS old_rows",
}


def triggers(table: str, function: str) -> str:
    """Return the triggers that renew what people lack after each change of a table."""
    return "\n".join(
        f"CREATE TRIGGER renew_lacks_{event.lower()} AFTER {event} ON {table}"
        f" REFERENCING {rows} FOR EACH STATEMENT EXECUTE FUNCTION {function}();"
        for event, rows in EVENTS.items()
    )


TRIGGERS = "\n".join(
    [
        triggers("victims_victim", "renew_lacks_of_persons"),
        *(triggers(name, "renew_lacks_of_records") for name in OF_PERSONS),
        """
INSERT INTO victims_lacksbehind VALUES (true);
SET CONSTRAINTS renew_lacks_at_the_end IMMEDIATE;
""",
    ]
)
BACK = "\n".join(
    f"DROP TRIGGER renew_lacks_{event.lower()} ON {name};"
    for name in ("victims_victim", *OF_PERSONS)
    for event in EVENTS
)


class Migration(migrations.Migration):
    dependencies = [
        ("reports", "0008_published_texts"),
        ("victims", "0004_lacks"),
        ("assistance", "0012_stays_of_shelter"),
        ("cases", "0003_accused_in_court"),
    ]

    operations = [migrations.RunSQL(TRIGGERS, BACK)]
