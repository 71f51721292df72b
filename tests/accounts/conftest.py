"""What the tests of accounts share."""

import pytest
from django.core.cache import cache


@pytest.fixture(autouse=True)
def no_attempts_before():
    """Forget the sign-in attempts of the test before."""
    cache.clear()
