"""What is nearest to a day is the same, looked up once or span by span."""

import pytest
from django.db import connection
from django.utils.timezone import localdate

from assistance.models import Deadline
from tests.assistance.deadlines.conftest import confirm
from tests.factories import PlacementFactory

SPREAD = """
    UPDATE assistance_opendeadline SET warned_on = %s::date - 9,
        due_on = %s::date - 4 + place %% 14
    FROM (
        SELECT id AS key, (row_number() OVER (ORDER BY id))::integer AS place
        FROM assistance_opendeadline
    ) AS numbered WHERE key = id
"""


@pytest.mark.parametrize("most", [1, 2, 100])
def test_of_few_persons_the_same_are_nearest(db, most):
    confirm("shelter_stay", 9)
    PlacementFactory.create_batch(42)
    today = localdate()
    with connection.cursor() as cursor:
        cursor.execute(SPREAD, [today, today])

    every = Deadline.objects.nearest(today, most)

    assert Deadline.objects.nearest_of_few(today, most) == every
    assert {near.span for near in every} == {"late", "today", "week", "later"}
