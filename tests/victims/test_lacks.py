"""What people lack is kept in a table: it is what is defined, whatever happens."""

from random import Random

import pytest
from django.db import connection
from django.utils.timezone import localdate

from tests.assistance.deadlines.acts import Acts
from tests.assistance.test_concurrency import one_after_the_other
from tests.factories import (
    AllowanceFactory,
    CaseVictimFactory,
    DependantFactory,
    ExploitationFactory,
    PlacementFactory,
    StatusDecisionFactory,
    VictimFactory,
)
from victims.models import Dependant, Exploitation, Lack, StatusDecision, Victim

DEFINED = "SELECT what, victim_id FROM people_lack() ORDER BY 1, 2"
KEPT = "SELECT what, victim_id FROM victims_lack ORDER BY 1, 2"


def rows(query):
    """Return what a query finds."""
    with connection.cursor() as cursor:
        cursor.execute(query)
        return cursor.fetchall()


def execute(statement):
    with connection.cursor() as cursor:
        cursor.execute(statement)


class MoreActs(Acts):
    """Acts also on children, forms of exploitation and links to cases."""

    def do_exploit(self):
        country = self.chance.choice(["", "TUR"])
        main = self.chance.choice([True, False])
        ExploitationFactory(victim=self.one(), country=country, main=main)

    def do_forget_the_main_form(self):
        Exploitation.objects.filter(pk=self.one(Exploitation).pk).update(main=False)

    def do_bear(self):
        DependantFactory(victim=self.one())

    def do_give_all_children_to_one(self):
        Dependant.objects.update(victim=self.one())

    def do_link(self):
        CaseVictimFactory(victim=self.one())

    def do_forget_a_fact(self):
        fact = self.chance.choice(["sex", "citizenship"])
        Victim.objects.filter(pk=self.one().pk).update(**{fact: ""})


@pytest.mark.parametrize("seed", range(3))
def test_what_is_kept_is_what_is_defined_after_any_acts(db, seed):
    acts = MoreActs(Random(seed))

    for _number in range(80):
        acts.act()
        assert rows(KEPT) == rows(DEFINED)

    assert Lack.objects.values("what").distinct().count() == 6


CHANGES = {
    "victims_victim": lambda _victim: VictimFactory(),
    "victims_statusdecision": lambda victim: StatusDecisionFactory(victim=victim),
    "victims_exploitation": lambda victim: ExploitationFactory(
        victim=victim, main=True, country="TUR"
    ),
    "victims_dependant": lambda victim: DependantFactory(victim=victim),
    "assistance_placement": lambda victim: PlacementFactory(victim=victim),
    "assistance_allowance": lambda victim: AllowanceFactory(victim=victim, paid=True),
    "cases_casevictim": lambda victim: CaseVictimFactory(victim=victim),
}


@pytest.mark.parametrize("table", CHANGES)
def test_without_its_triggers_a_table_leaves_behind_what_is_kept(db, table):
    victim = VictimFactory(sex="F", citizenship="AZE", age_at_identification=30)
    if table in {"victims_exploitation", "assistance_allowance"}:
        StatusDecisionFactory(victim=victim)
    execute("SET CONSTRAINTS ALL IMMEDIATE")
    execute(f"ALTER TABLE {table} DISABLE TRIGGER USER")

    CHANGES[table](victim)

    assert rows(KEPT) != rows(DEFINED)


def test_a_large_change_is_taken_in_at_the_end_where_it_says_so(db):
    execute("SET LOCAL register.lacks_at_the_end = 'on'")
    VictimFactory()
    before = rows(KEPT)

    execute("SET CONSTRAINTS renew_lacks_at_the_end IMMEDIATE")

    assert (before, rows(KEPT)) == ([], rows(DEFINED))
    assert rows("SELECT * FROM victims_lacksbehind") == []


def test_who_writes_of_one_person_waits_for_the_other(committed_db):
    victim = VictimFactory(sex="F", citizenship="AZE", age_at_identification=30)
    works = [
        lambda: ExploitationFactory(victim=victim, main=True, country="TUR"),
        lambda: StatusDecisionFactory(victim=victim, decided_on=localdate()),
    ]

    outcomes = one_after_the_other(*works)

    assert outcomes == ["done", "done"]
    assert not Lack.objects.filter(what="facts").exists()
    assert StatusDecision.objects.count() == 1
