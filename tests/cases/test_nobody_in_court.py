"""Which cases have nobody in court is kept in a table, whatever happens."""

from random import Random

import pytest
from django.db import IntegrityError, connection, transaction
from django.db.models import Exists, OuterRef
from django.utils.timezone import localdate

from cases.models import Accused, CriminalCase
from cases.models.court import NobodyInCourt, nobody_in_court
from reference.records import CURRENT
from tests.factories import AccusedFactory, CriminalCaseFactory

IN_COURT = Accused.objects.filter(
    CURRENT, case=OuterRef("pk"), sent_to_court_on__isnull=False
)


def kept():
    return set(NobodyInCourt.objects.values_list("case", flat=True))


def looked_up():
    found = CriminalCase.objects.filter(~Exists(IN_COURT))
    return set(found.values_list("pk", flat=True))


def act(chance):
    """Do something or other to the cases and the accused."""
    accused, cases = list(Accused.objects.all()), list(CriminalCase.objects.all())
    one = Accused.objects.filter(pk=chance.choice(accused).pk)
    day = chance.choice([None, localdate()])
    match chance.randrange(5):
        case 0:
            CriminalCaseFactory()
        case 1:
            AccusedFactory(case=chance.choice([*cases, None]), sent_to_court_on=day)
        case 2:
            one.update(sent_to_court_on=day)
        case 3:
            one.update(case=chance.choice(cases))
        case 4:
            one.get().void("entered in error")


@pytest.mark.parametrize("seed", range(3))
def test_what_is_kept_is_what_a_look_at_all_finds_after_any_acts(db, seed):
    chance = Random(seed)
    AccusedFactory.create_batch(3, sent_to_court_on=localdate())

    for _number in range(60):
        try:
            with transaction.atomic():
                act(chance)
        except IntegrityError:  # refused
            continue
        assert kept() == looked_up()

    assert kept()


def test_a_case_just_opened_has_nobody_in_court(db):
    case = CriminalCaseFactory()
    AccusedFactory(sent_to_court_on=localdate())

    assert list(CriminalCase.objects.filter(nobody_in_court())) == [case]


@pytest.mark.parametrize("table", ["cases_criminalcase", "cases_accused"])
def test_without_its_triggers_a_table_leaves_behind_what_is_kept(db, table):
    case = CriminalCaseFactory()
    with connection.cursor() as cursor:
        cursor.execute("SET CONSTRAINTS ALL IMMEDIATE")
        cursor.execute(f"ALTER TABLE {table} DISABLE TRIGGER USER")

    if table == "cases_criminalcase":
        CriminalCaseFactory()
    else:
        AccusedFactory(case=case, sent_to_court_on=localdate())

    assert kept() != looked_up()
