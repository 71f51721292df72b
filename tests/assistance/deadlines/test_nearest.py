"""What is nearest to a day is the same, looked up once or span by span."""

from random import Random

import pytest
from django.utils.timezone import localdate

from assistance.models import Deadline
from reference.models import Term
from tests.assistance.deadlines.acts import Acts


@pytest.mark.parametrize("most", [1, 2, 100])
def test_of_few_persons_the_same_are_nearest(db, most):
    Term.objects.filter(length=None).update(length=5)
    acts = Acts(Random(most))
    for _number in range(120):
        acts.act()

    every = Deadline.objects.nearest(localdate(), most)

    assert Deadline.objects.nearest_of_few(localdate(), most) == every
    assert len({near.span for near in every}) > 2
