"""Acts on a register, made up at random: whatever the deadlines are counted from."""

from django.core.exceptions import ValidationError
from django.db import DatabaseError, transaction

from assistance.models import (
    Allowance,
    Deadline,
    DeadlineMark,
    Placement,
    Referral,
    RehabilitationPlan,
    ResidencePermit,
)
from reference.models import Term
from tests.assistance.deadlines.conftest import ago
from tests.factories import (
    AllowanceFactory,
    AssignmentFactory,
    DeadlineMarkFactory,
    OrganisationFactory,
    PlacementFactory,
    ReferralFactory,
    ReflectionPeriodFactory,
    RehabilitationPlanFactory,
    ResidencePermitFactory,
    StatusDecisionFactory,
    UserFactory,
    VictimFactory,
)
from victims.models import StatusDecision, Victim

OFFICE = "mia_main_department"


class Acts:
    """One act after another, by a source of chance; what is refused changes nothing."""

    def __init__(self, chance):
        self.chance = chance
        self.people = VictimFactory.create_batch(10)

    def act(self):
        """Do something or other."""
        acts = [name for name in dir(self) if name.startswith("do_")]
        try:
            with transaction.atomic():
                getattr(self, self.chance.choice(acts))()
        except (DatabaseError, ValidationError, IndexError):  # refused, or none there
            return

    def day(self):
        """Return a day of the last hundred."""
        return ago(self.chance.randrange(100))

    def one(self, model=Victim):
        """Return one of the records."""
        return self.chance.choice(list(model.objects.order_by("pk")))

    def do_register(self):
        VictimFactory(
            first_contact_on=self.day(),
            referral_source=self.chance.choice(["police", "ngo"]),
            age_at_identification=self.chance.choice([None, 17, 16, 30]),
        )

    def do_change_the_person(self):
        Victim.objects.filter(pk=self.one().pk).update(
            case_status=self.chance.choice(["", "closed", "active"]),
            first_contact_on=self.day(),
            age_at_identification=self.chance.choice([None, 17, 16, 30]),
            role=self.chance.choice(["victim", "victim", "witness"]),
        )

    def do_merge(self):
        self.one().merge_into(self.one(), "one person")

    def do_void(self):
        records = (StatusDecision, Placement, Referral, Allowance, DeadlineMark, Victim)
        self.one(self.chance.choice(records)).void("entered in error")

    def do_decide(self):
        status = self.chance.choice(["presumed", "identified", "not_confirmed"])
        StatusDecisionFactory(victim=self.one(), status=status, decided_on=self.day())

    def do_admit(self):
        PlacementFactory(victim=self.one(), admitted_on=self.day())

    def do_leave(self):
        stays = Placement.objects.filter(pk=self.one(Placement).pk)
        reason = self.chance.choice(["family", "other"])
        stays.update(left_on=self.day(), exit_reason=reason)

    def do_give_all_stays_to_one(self):
        Placement.objects.filter(left_on=None).update(victim=self.one())

    def do_refer(self):
        organisation = OrganisationFactory() if self.chance.random() < 0.5 else None
        office = OrganisationFactory._meta.model.objects.get_or_create(code=OFFICE)[0]
        ReferralFactory(
            victim=self.one(),
            organisation=organisation or office,
            type=self.chance.choice(["family_return", "employment"]),
            outcome=self.chance.choice(["", "pending", "returned"]),
            referred_on=self.day(),
        )

    def do_record_an_outcome(self):
        outcome = self.chance.choice(["pending", "returned", "completed"])
        Referral.objects.filter(pk=self.one(Referral).pk).update(outcome=outcome)

    def do_rename_an_organisation(self):
        code = f"office-{self.chance.randrange(10**6)}"
        offices = OrganisationFactory._meta.model.objects
        offices.filter(code=OFFICE).update(code=code)

    def do_promise_an_allowance(self):
        AllowanceFactory(victim=self.one(), decided_on=self.day())

    def do_pay(self):
        self.one(Allowance).pay(self.day())

    def do_reflect(self):
        ends = self.chance.choice([None, ago(-5), ago(3)])
        ReflectionPeriodFactory(victim=self.one(), granted_on=self.day(), ends_on=ends)

    def do_permit(self):
        ResidencePermitFactory(
            victim=self.one(),
            applied_on=ago(101),
            granted_on=self.day(),
            valid_until=self.chance.choice([None, ago(-9), ago(-80)]),
        )

    def do_apply_again(self):
        permit = self.one(ResidencePermit)
        ResidencePermitFactory(victim=permit.victim, applied_on=self.day())

    def do_plan(self):
        RehabilitationPlanFactory(victim=self.one(), drawn_up_on=self.day())

    def do_review_a_plan(self):
        plans = RehabilitationPlan.objects.filter(pk=self.one(RehabilitationPlan).pk)
        done = self.chance.choice([None, self.day()])
        plans.update(reviewed_on=self.day(), completed_on=done)

    def do_say_something_of_a_deadline(self):
        due = self.one(Deadline)
        said = self.chance.choice(
            [
                {"act": "done", "done_on": self.day()},
                {"act": "postponed", "postponed_to": ago(-7), "reason": "In care"},
                {"act": "reassigned", "worker": UserFactory()},
            ]
        )
        DeadlineMarkFactory(
            victim=due.victim,
            kind=due.kind,
            record_key=due.record_key,
            counted_from=due.counted_from,
            **{"done_on": None, **said},
        )

    def do_assign(self):
        AssignmentFactory(victim=self.one(), since=self.day())

    def do_change_a_term(self):
        length = self.chance.choice([None, 3, 10, 40])
        Term.objects.filter(pk=self.one(Term).pk).update(length=length)
