"""The draft of a person: its pages, and what a script saves and asks while typing."""

from typing import Any, Final, override

from django.contrib import messages
from django.contrib.auth.decorators import login_not_required
from django.contrib.auth.views import redirect_to_login
from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse, QueryDict
from django.http.response import HttpResponseBase
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.decorators import method_decorator
from django.utils.formats import date_format
from django.utils.functional import cached_property
from django.utils.timezone import localdate, localtime
from django.utils.translation import gettext as _
from django.views.generic import TemplateView, View

from accounts import journal
from accounts.access import PageAccess
from accounts.choices import Action
from victims.alike import within_reach
from victims.forms import FirstHourForm
from victims.models import Draft, Victim
from victims.models.draft import Content
from victims.needs import WhyApart
from victims.parts import Shown, asked, shown, without_the_rest
from victims.search import Likeness

ANSWERS: Final = frozenset(FirstHourForm.base_fields) - {"version", "submission"}
FIRST: Final = "family_name"  # its page has the checkbox, which is silent when empty
GONE: Final = 410


def answers_in(posted: QueryDict) -> dict[str, str]:
    """Return the answers that were posted, as they were typed."""
    answers = {name: str(posted[name]) for name in ANSWERS if name in posted}
    if FIRST in posted:
        answers["name_unknown"] = posted.get("name_unknown", "")
    return answers


class OfDraft(PageAccess):
    """A page over one draft of the user; that of another is not found."""

    permission_required = "victims.add_victim"
    kwargs: dict[str, Any]

    def drafts(self) -> QuerySet[Draft]:
        """Return the user's drafts; a page that writes locks the one it takes."""
        drafts = Draft.objects.visible_to(self.user)
        is_post = self.request.method == "POST"
        return drafts.select_for_update(of=("self",)) if is_post else drafts

    @cached_property
    def draft(self) -> Draft:
        """Return the draft of the address."""
        return get_object_or_404(self.drafts(), key=self.kwargs["key"])

    def elsewhere(self) -> HttpResponse | None:
        """Return where to go instead: the person who was registered, or the drafts."""
        if self.draft.victim is not None:
            return redirect("victims:added", self.draft.victim.code)
        if self.draft.discarded_at is not None:
            return redirect("victims:drafts")
        return None

    def known(self, content: Content) -> list[Likeness]:
        """Return who may be the same, and keep in the journal whose codes are shown."""
        found = within_reach(self.user, content)
        codes = [one.victim.code for one in found]
        journal.record(self.request, Action.SEARCHED, codes, fields=["names"])
        return found

    def page(self, template: str, form: FirstHourForm, **more: Any) -> HttpResponse:
        """Return a page with the form, its parts and who may be the same."""
        content = self.draft.read()
        context = {
            "form": form,
            "draft": self.draft,
            "parts": parts_of(form, shown(content["answers"], content["put_away"])),
            "likenesses": self.known(content),
            "reasons": WhyApart.choices,
        }
        return render(self.request, template, context | more)


def parts_of(form: FirstHourForm, parts: list[Shown]) -> list[dict[str, Any]]:
    """Return the parts with what draws their questions."""
    return [
        {"part": part, "left": left, "helper": form.of_part(part)}
        for part, left in parts
    ]


def as_typed(answers: dict[str, str]) -> FirstHourForm:
    """Return the form with the answers in it, not judged yet."""
    return FirstHourForm(initial={"first_contact_on": localdate()} | answers)


@method_decorator(login_not_required, name="dispatch")
class DraftPage(OfDraft, View):
    """The first hour: every answer is saved, whatever is still missing."""

    template_name = "victims/first_hour.html"

    @override
    def dispatch(
        self, request: HttpRequest, *args: Any, **kwargs: Any
    ) -> HttpResponseBase:
        """Keep what is posted after the session ended, then lead to the sign-in."""
        if request.user.is_authenticated:
            return super().dispatch(request, *args, **kwargs)
        draft = Draft.objects.open().filter(key=kwargs["key"]).first()
        if draft and request.method == "POST":
            draft.put_aside(answers_in(request.POST))
        return redirect_to_login(request.get_full_path())

    def get(self, request: HttpRequest, **_kwargs: Any) -> HttpResponse:
        """Show the form as it was left; `?check` shows what is missing."""
        if (away := self.elsewhere()) is not None:
            return away
        self.draft.take_unsaved()
        answers = self.draft.read()["answers"]
        if "check" in request.GET:
            return self.page(self.template_name, FirstHourForm(answers))
        return self.page(self.template_name, as_typed(answers))

    def post(self, request: HttpRequest, **_kwargs: Any) -> HttpResponse:
        """Save; then leave, hide a part that is no longer asked, or go on."""
        if (away := self.elsewhere()) is not None:
            return away
        self.draft.answer(answers_in(request.POST), **self.decided())
        if "exit" in request.POST:
            messages.success(request, _("The draft is saved."))
            return redirect("victims:drafts")
        if "put_away" in request.POST:
            return redirect(f"{request.path}#parts")
        return self.go_on()

    def decided(self) -> dict[str, Any]:
        """Return which parts that are left were seen and are put out of sight."""
        content = self.draft.read()
        answers = content["answers"] | answers_in(self.request.POST)
        now = {part.name for part in asked(answers)}
        seen = {
            *self.request.POST.getlist("put_away"),
            *self.request.POST.getlist("warned"),
        }
        return {"put_away": sorted((seen | {*content["put_away"]}) - now)}

    def go_on(self) -> HttpResponse:
        """Lead to what has not been asked yet, or to the check of all answers."""
        content = self.draft.read()
        form = FirstHourForm(without_the_rest(content["answers"]))
        if not form.is_valid():
            return self.incomplete(form)
        if self.unseen(content):
            return redirect("victims:draft_more", self.draft.key)
        return redirect("victims:draft_check", self.draft.key)

    def unseen(self, content: Content) -> bool:
        """Tell whether a part is due, or left, that the posted page did not have."""
        seen = {*self.request.POST.getlist("shown")}
        parts = shown(content["answers"], content["put_away"])
        return any(part.name not in seen for part, _left in parts)

    def incomplete(self, form: FirstHourForm) -> HttpResponse:
        """Show what stands in the way."""
        return self.page(self.template_name, form)


class DraftMore(DraftPage):
    """What only some are asked, on a page of its own: next where no script runs."""

    template_name = "victims/first_hour_more.html"

    @override
    def incomplete(self, form: FirstHourForm) -> HttpResponse:
        """Lead to the first page, which has the fields that are wrong."""
        return redirect(f"{redirect('victims:draft', self.draft.key).url}?check")


class WhileTyping(OfDraft, View):
    """What a script asks for while somebody types; nothing else is answered."""

    http_method_names = ("post",)


class DraftSave(WhileTyping):
    """Save the answers; the answer is the line that says so."""

    def post(self, request: HttpRequest, **_kwargs: Any) -> HttpResponse:
        """Save; 410 for a draft that was registered or discarded in another window."""
        if self.elsewhere() is not None:
            words = _("This draft is closed. Open your drafts.")
            return HttpResponse(words, status=GONE, content_type="text/plain")
        self.draft.answer(answers_in(request.POST))
        return HttpResponse(saved_words(self.draft), content_type="text/plain")


def saved_words(draft: Draft) -> str:
    """Return when the draft was saved, in words."""
    time = date_format(localtime(draft.saved_at), "H:i")
    return _("Draft saved %(time)s") % {"time": time}


class DraftAlike(WhileTyping):
    """Who may be the person whose name is being typed."""

    def post(self, request: HttpRequest, **_kwargs: Any) -> HttpResponse:
        """Return the panel; nothing is saved."""
        content = self.draft.read()
        content["answers"] |= answers_in(request.POST)
        context = {
            "draft": self.draft,
            "likenesses": self.known(content),
            "reasons": WhyApart.choices,
        }
        return render(request, "victims/alike.html", context)


class DraftParts(WhileTyping):
    """The parts that the answers call for."""

    def post(self, request: HttpRequest, **_kwargs: Any) -> HttpResponse:
        """Return the parts with what is typed in them; nothing is saved."""
        content = self.draft.read()
        content["answers"] |= answers_in(request.POST)
        form = as_typed(content["answers"])
        parts = shown(content["answers"], content["put_away"])
        context = {"form": form, "parts": parts_of(form, parts)}
        return render(request, "victims/first_hour_parts.html", context)


class DraftApart(WhileTyping):
    """Say that somebody is another person, and why."""

    def post(self, request: HttpRequest, **_kwargs: Any) -> HttpResponse:
        """Keep it with the draft, and show the page again."""
        if (away := self.elsewhere()) is not None:
            return away
        code = request.POST.get("apart", "")
        get_object_or_404(Victim.objects.visible_to(self.user), code=code)
        why = request.POST.get(f"why-{code}", "")
        told = why if why in WhyApart.values else WhyApart.OTHER.value
        apart = self.draft.read()["apart"] | {code: told}
        self.draft.answer(answers_in(request.POST), apart=apart)
        return redirect("victims:draft", self.draft.key)


class DraftList(PageAccess, TemplateView):
    """The user's drafts: when begun, when saved, how long kept."""

    permission_required = "victims.add_victim"
    template_name = "victims/drafts.html"

    @override
    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        """Add the open drafts, and those discarded of late, which can be put back."""
        own = Draft.objects.visible_to(self.user)
        discarded = own.filter(victim=None).exclude(discarded_at=None)
        return super().get_context_data(
            drafts=own.begun(), discarded=discarded.order_by("-discarded_at"), **kwargs
        )


class DraftDiscard(WhileTyping):
    """Take a draft out of the list; it can be put back for a day."""

    discarded = True

    def post(self, _request: HttpRequest, **_kwargs: Any) -> HttpResponse:
        """Discard the draft, or put it back."""
        if self.draft.victim is None:
            self.draft.discarded_at = timezone.now() if self.discarded else None
            self.draft.save(update_fields=["discarded_at"])
        return redirect("victims:drafts")
