"""When a user was here last."""

import pytest

from accounts.choices import Action
from accounts.models import JournalEntry
from accounts.visits import last_visit
from tests.factories import UserFactory

pytestmark = pytest.mark.django_db


def kept(user, action):
    return JournalEntry.objects.create(user_id=user.pk, action=action)


def test_the_last_visit_ends_with_the_last_thing_done_before_signing_in():
    user = UserFactory()
    kept(user, Action.SIGNED_IN)
    last = kept(user, Action.OPENED)
    kept(UserFactory(), Action.OPENED)
    kept(user, Action.SIGNED_IN)
    kept(user, Action.OPENED)

    assert last_visit(user) == last.at


def test_whoever_is_here_for_the_first_time_has_no_last_visit():
    user = UserFactory()
    kept(user, Action.SIGNED_IN)

    assert last_visit(user) is None
