"""Importing while others write, each on a connection of its own."""

from threading import Event, Thread
from time import sleep

from django.db import connections, transaction

from cases.models import CriminalCase
from tests.exchange.folders import imported, write
from victims.models import Victim

BEFORE = {"victims": "code,sex\nV-1,F", "cases": "number,article\nC-1,144-1"}
AFTER = {"victims": "code,sex\nV-1,M", "cases": "number,article\nC-1,144-2"}


def change_a_case_then_a_person(holding):
    """Change the two rows in the other order than an import does."""
    with transaction.atomic():
        CriminalCase.objects.filter(number="C-1").update(opened_on="2019-06-04")
        holding.set()
        sleep(0.7)
        Victim.objects.filter(code="V-1").update(citizenship="AZE")
    connections.close_all()


def test_an_import_never_dies_of_a_deadlock_with_a_page(committed_db, tmp_path):
    imported(write(tmp_path, **BEFORE))
    holding = Event()
    page = Thread(target=change_a_case_then_a_person, args=[holding])
    page.start()
    holding.wait()

    imported(write(tmp_path, **AFTER))

    page.join()
    assert Victim.objects.values_list("sex", "citizenship").get() == ("M", "AZE")
    assert CriminalCase.objects.get().article == "144-2"
