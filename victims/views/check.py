"""Check the answers about a new person, and register: once, however often posted."""

from collections.abc import Iterator
from typing import Any, Final, NamedTuple

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.functional import Promise
from django.views.generic import View

from accounts import journal
from accounts.choices import Action
from accounts.models import User
from thb.facts import Fact, in_words
from thb.letters import capfirst
from victims.alike import keep_pairs
from victims.forms import FirstHourForm
from victims.forms.intake import NAMES
from victims.models import Victim
from victims.models.draft import Content
from victims.needs import WhyApart
from victims.parts import asked, without_the_rest
from victims.search import Likeness
from victims.views.drafts import OfDraft

AGES: Final = ("birth_date", "birth_year", "estimated_age")


class Card(NamedTuple):
    """A group of answers, and where they are changed."""

    id: str
    title: Promise | str
    url: str
    facts: list[Fact]


class Group(NamedTuple):
    """The questions under one heading."""

    id: str
    title: Promise | str
    names: tuple[str, ...]


class DraftCheck(OfDraft, View):
    """All answers at a glance, what is still open, and the button that registers."""

    def get(self, _request: HttpRequest, **_kwargs: Any) -> HttpResponse:
        """Show the answers; lead back where one is missing."""
        if (away := self.elsewhere()) is not None:
            return away
        content = self.draft.read()
        form = self.form(content)
        if not form.is_valid():
            return self.back()
        return self.summary(form, self.known(content))

    def post(self, request: HttpRequest, **_kwargs: Any) -> HttpResponse:
        """Register, unless somebody who looks the same turned up in the meantime."""
        if (away := self.elsewhere()) is not None:
            return away
        content = self.draft.read()
        form = self.form(content)
        if not form.is_valid():
            return self.back()
        found = self.known(content)
        if {one.victim.code for one in found} - {*request.POST.getlist("seen")}:
            return self.summary(form, found, turned_up=True)
        return self.register(form, content)

    def form(self, content: Content) -> FirstHourForm:
        """Return the form over the answers that count."""
        answers = without_the_rest(content["answers"])
        return FirstHourForm(answers, instance=blank(self.user))

    def back(self) -> HttpResponse:
        """Lead to the form, which says what is missing."""
        return redirect(f"{reverse('victims:draft', args=[self.draft.key])}?check")

    def register(self, form: FirstHourForm, content: Content) -> HttpResponse:
        """Register the person; the draft holds nothing from now on."""
        victim = form.save()
        form.keep_agreement(str(self.user))
        keep_pairs(victim, content)
        self.draft.finish(victim)
        journal.record(
            self.request,
            Action.CREATED,
            victim.journal_codes,
            fields=form.changed_fields,
        )
        return redirect("victims:added", victim.code)

    def summary(
        self,
        form: FirstHourForm,
        found: list[Likeness],
        *,
        turned_up: bool = False,
    ) -> HttpResponse:
        """Return the page of all answers."""
        page = reverse("victims:draft", args=[self.draft.key])
        context = {
            "draft": self.draft,
            "cards": [card_of(form, group, page) for group in groups_of(form)],
            "open": list(open_questions(form, page)),
            "likenesses": found,
            "reasons": WhyApart.choices,
            "turned_up": turned_up,
        }
        return render(self.request, "victims/first_hour_check.html", context)


def blank(user: User) -> Victim:
    """Return a person who is not registered yet, of the user's shelter."""
    return Victim(registered_at=user.shelters.first())


def groups_of(form: FirstHourForm) -> Iterator[Group]:
    """Yield the headings of the form, each with its questions that count."""
    for part in form.layout.fields:
        names = tuple(pointer.name for pointer in part.get_field_names())
        yield Group(part.css_id, part.legend, names)
    for asked_part in asked({**form.data}):
        yield Group(asked_part.name, asked_part.title, asked_part.fields)


def card_of(form: FirstHourForm, group: Group, page: str) -> Card:
    """Return the answered questions of a group with their answers in words."""
    facts = [
        Fact(str(form[name].label), answer_in_words(form, name))
        for name in group.names
        if is_answered(form, name)
    ]
    return Card(group.id, group.title, f"{page}#{group.id}", facts)


def answer_in_words(form: FirstHourForm, name: str) -> str:
    """Return an answer as a person reads it."""
    value = form.cleaned_data[name]
    options = dict(getattr(form.fields[name], "choices", ()))
    return capfirst(str(options.get(value) or in_words(value)))


def is_answered(form: FirstHourForm, name: str) -> bool:
    """Tell whether the question has an answer; zero is one."""
    value = form.cleaned_data.get(name)
    return value is not False and value not in ("", None)


def open_questions(form: FirstHourForm, page: str) -> Iterator[Fact]:
    """Yield the questions without an answer, each with the address of its field.

    One way to say the age is enough; a name that is not known is not asked again.
    """
    told = {"name_unknown", *AGES[1:]}
    if any(is_answered(form, name) for name in AGES):
        told |= {*AGES}
    if is_answered(form, "name_unknown"):
        told |= {*NAMES}
    for group in groups_of(form):
        for name in group.names:
            if name not in told and not is_answered(form, name):
                yield Fact(str(form[name].label), "", f"{page}#id_{name}")
