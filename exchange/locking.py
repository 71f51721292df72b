"""While an import writes, others read the register, and wait before they write.

Otherwise a page and an import that change the same rows in another order would wait
for each other, and the database would end one of the two, an import more often.
"""

import random
import time
from typing import Final

from django.db import OperationalError, connection, transaction

from exchange.sheets import SHEETS
from reference.models import Region
from victims.models import Identity

TABLES: Final = (
    *(sheet.table for sheet in SHEETS),
    Region._meta.db_table,
    Identity._meta.db_table,
    "assistance_opendeadline",
    "victims_lack",
)
LOCK: Final = f"LOCK TABLE {', '.join(TABLES)} IN EXCLUSIVE MODE"
DEADLOCK: Final = "40P01"
TRIES: Final = 20
LONGEST_PAUSE_SECONDS: Final = 0.1


def let_others_wait() -> None:
    """Lock the tables of the register against writing, once nobody writes to them."""
    for tries_left in reversed(range(TRIES)):
        try:
            with transaction.atomic():
                _lock()
        except OperationalError as error:
            if getattr(error.__cause__, "sqlstate", "") != DEADLOCK or not tries_left:
                raise
            time.sleep(random.uniform(0, LONGEST_PAUSE_SECONDS))  # noqa: S311 - a pause
        else:
            return


def _lock() -> None:
    with connection.cursor() as cursor:
        cursor.execute(LOCK)
