"""Factories of the person's file."""

from datetime import date

from factory import Sequence, SubFactory, Trait, post_generation
from factory.django import DjangoModelFactory

from accounts.choices import Role
from tests.factories.reference import UserFactory
from victims.choices import Media
from victims.models import (
    Assignment,
    Consent,
    Dependant,
    Draft,
    Exploitation,
    FirstHour,
    Identity,
    IdentityDocument,
    Merge,
    Note,
    NoteText,
    Paper,
    PaperContent,
    PossibleDuplicate,
    RouteLeg,
    StatusDecision,
    SuspensionOrder,
    Victim,
)


class VictimFactory(DjangoModelFactory):
    """A woman from Azerbaijan, about whom nothing was decided.

    `born_on` adds an identity with that birth date, `identified_on` a decision.
    """

    class Meta:
        model = Victim
        skip_postgeneration_save = True

    code = Sequence("V-2019-{:04}".format)
    sex = "F"
    citizenship = "AZE"

    @post_generation
    def born_on(self, _create, extracted):
        """Add an identity with this birth date."""
        if extracted:
            IdentityFactory(victim=self, birth_date=extracted)

    @post_generation
    def identified_on(self, _create, extracted):
        """Add a decision `identified` of this day."""
        if extracted:
            StatusDecisionFactory(victim=self, decided_on=extracted)


class IdentityFactory(DjangoModelFactory):
    """The identity of one person, with name and birth date."""

    class Meta:
        model = Identity

    victim = SubFactory(VictimFactory)
    family_name = "Əliyeva"
    given_name = "Günay"
    father_name = "Rəşad"
    birth_date = date(1995, 3, 17)


class IdentityDocumentFactory(DjangoModelFactory):
    """A passport."""

    class Meta:
        model = IdentityDocument

    identity = SubFactory(IdentityFactory)
    kind = "passport"
    number = Sequence("C{:08}".format)


class StatusDecisionFactory(DjangoModelFactory):
    """A decision of the police that formally identifies a person."""

    class Meta:
        model = StatusDecision

    class Params:
        presumed = Trait(status="presumed", body="ngo")

    victim = SubFactory(VictimFactory)
    status = "identified"
    decided_on = date(2019, 1, 10)
    body = "police"


class ExploitationFactory(DjangoModelFactory):
    """The main form of exploitation of one person, in Türkiye."""

    class Meta:
        model = Exploitation

    victim = SubFactory(VictimFactory)
    type = "sexual_exploitation"
    main = True
    country = "TUR"


class RouteLegFactory(DjangoModelFactory):
    """The place where a person was recruited."""

    class Meta:
        model = RouteLeg

    victim = SubFactory(VictimFactory)
    leg = "recruitment"
    country = "AZE"


class DependantFactory(DjangoModelFactory):
    """A child of three years."""

    class Meta:
        model = Dependant

    code = Sequence("D-2019-{:04}".format)
    victim = SubFactory(VictimFactory)
    sex = "F"
    birth_date = date(2016, 10, 15)


class ConsentFactory(DjangoModelFactory):
    """A consent to receive services."""

    class Meta:
        model = Consent

    victim = SubFactory(VictimFactory)
    purpose = "services"
    given_on = date(2019, 1, 10)


class AssignmentFactory(DjangoModelFactory):
    """A person's file in the hands of an assistance worker, still."""

    class Meta:
        model = Assignment

    victim = SubFactory(VictimFactory)
    user = SubFactory(UserFactory, role=Role.ASSISTANCE_WORKER)
    since = date(2019, 1, 10)


class SuspensionOrderFactory(DjangoModelFactory):
    """An order in force; `open_to` names who may still see the file."""

    class Meta:
        model = SuspensionOrder
        skip_postgeneration_save = True

    victim = SubFactory(VictimFactory)
    ordered_on = date(2019, 1, 10)
    body = "court_or_prosecution"

    @post_generation
    def open_to(self, _create, extracted):
        """Name the users who may still see the file."""
        self.open_to.set(extracted or [])


class FirstHourFactory(DjangoModelFactory):
    """What a woman who speaks Azerbaijani was asked in the first hour."""

    class Meta:
        model = FirstHour

    victim = SubFactory(VictimFactory)
    of_age = "adult"
    language = "az"


class DraftFactory(DjangoModelFactory):
    """A draft in which nothing was typed yet."""

    class Meta:
        model = Draft

    owner = SubFactory(UserFactory, role=Role.SHELTER_WORKER)


class PossibleDuplicateFactory(DjangoModelFactory):
    """Two entries that look alike."""

    class Meta:
        model = PossibleDuplicate

    victim = SubFactory(VictimFactory)
    other = SubFactory(VictimFactory)


class MergeFactory(DjangoModelFactory):
    """A merge of two entries that touched nothing else."""

    class Meta:
        model = Merge

    kept = SubFactory(VictimFactory)
    gone = SubFactory(VictimFactory)
    reason = "one person, registered twice"
    merged_by = SubFactory(UserFactory, role=Role.SHELTER_MANAGER)


class NoteFactory(DjangoModelFactory):
    """A note about a talk, open to all; `text` is what it says."""

    class Meta:
        model = Note
        skip_postgeneration_save = True

    victim = SubFactory(VictimFactory)
    kind = "talk"
    happened_on = date(2019, 1, 12)
    author = SubFactory(UserFactory)

    @post_generation
    def text(self, create, extracted):
        """Write what the note says."""
        if create:
            text = extracted or "She wants to learn sewing."
            NoteText.objects.create(
                note=self, number=1, text=text, written_by=self.author
            )


class PaperFactory(DjangoModelFactory):
    """A signed consent; `content` is what is stored of it."""

    class Meta:
        model = Paper
        skip_postgeneration_save = True

    victim = SubFactory(VictimFactory)
    kind = "consent_form"
    media = Media.PDF
    size_bytes = 8
    author = SubFactory(UserFactory)

    @post_generation
    def content(self, create, extracted):
        """Store the content."""
        if create and not PaperContent.objects.filter(paper=self).exists():
            self.store(extracted or b"%PDF-1.7")
