"""The database of tests that commit."""

import re
from threading import Thread

from django.db import connection, connections

from accounts.models import User
from reference.models import Organisation
from victims.models import Victim


def codes():
    return set(Organisation.objects.values_list("code", flat=True))


def test_what_a_test_commits_is_seen_by_another_connection(committed_db):
    Organisation.objects.create(code="committed", name="Committed", type="ngo")
    seen = []

    def look():
        seen.append("committed" in codes())
        connections.close_all()

    thread = Thread(target=look)
    thread.start()
    thread.join()

    assert seen == [True]


def test_what_a_test_committed_is_gone_in_the_next(committed_db):
    assert "committed" not in codes()


def test_the_copy_holds_what_migrations_seeded(committed_db):
    assert "mia" in codes()


def test_the_other_tests_use_the_database_that_was_copied(db):
    name = connection.settings_dict["NAME"]

    assert re.fullmatch(r"test_app(_gw\d+)?_[0-9a-f]{8}", name)


def test_a_copy_of_the_demo_holds_the_register_and_its_accounts(demo_db):
    assert User.objects.filter(role="auditor").count() == 1
    assert Victim.objects.count() == 193
