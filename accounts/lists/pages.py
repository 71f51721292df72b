"""Pages about a list: its views and its columns."""

from typing import Any, ClassVar, override

from django.contrib import messages
from django.db import IntegrityError, transaction
from django.http import Http404, HttpRequest, HttpResponse, QueryDict
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy as _
from django.views.generic import CreateView, FormView, TemplateView, UpdateView, View

from accounts.access import PageAccess
from accounts.editing import OnceOnly
from accounts.lists.forms import ColumnsForm, ViewForm
from accounts.lists.kept import KeptList
from accounts.lists.memory import PLACES, list_called, recalled
from accounts.lists.own import worth_keeping
from accounts.models import ListLayout, SavedView


class OfList(PageAccess):
    """A page about a list: open to whoever may open the list itself."""

    permission_required = ()
    of_rows: ClassVar[bool] = True  # needs records in rows, not only filters
    kwargs: dict[str, Any]

    @cached_property
    def page(self) -> Any:
        """Return the list as the address of this page asks for it."""
        page = list_called(self.request, self.kwargs["list"], self.request.GET)
        if self.of_rows and not isinstance(page, KeptList):
            raise Http404(self.kwargs["list"])
        return page

    @override
    def has_permission(self) -> bool:
        """Return whether the user may open the list."""
        return bool(self.page.has_permission())

    @property
    def list_url(self) -> str:
        """Return the list, as it was left last."""
        name = self.kwargs["list"]
        left = recalled(self.request, name)
        place, query = left or (PLACES[name], "")
        return f"{reverse(place)}?{query}" if query else reverse(place)

    back_url = list_url

    @property
    def back(self) -> Any:
        """Return what the link there says."""
        return getattr(self.page, "back_words", _("Back to the list"))

    def views_url(self) -> str:
        """Return the page of the list's views."""
        return reverse("lists:views", args=[self.kwargs["list"]])

    def own_views(self) -> Any:
        """Return the user's own views of this list, removed ones too."""
        own = SavedView.objects.filter(owner=self.user)
        return own.filter(list_name=self.kwargs["list"])

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        """Add the list."""
        context: dict[str, Any] = super().get_context_data(**kwargs)  # type: ignore[misc]
        return context | {"list": self.page, "name": self.kwargs["list"]}


class ListViews(OfList, TemplateView):
    """The views of a list: rename, open with, remove, bring back."""

    template_name = "lists/views.html"
    of_rows = False

    @override
    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        """Add the views that the user may open, and those that he removed."""
        removed = self.own_views().exclude(removed_at=None).order_by("-removed_at")
        return super().get_context_data(
            views=self.page.own.views,
            opening=self.page.own.opening,
            removed=removed[:5],
            **kwargs,
        )


class ViewAdd(OfList, OnceOnly, CreateView[SavedView, ViewForm]):
    """Keep the filters in the address as a view."""

    form_class = ViewForm
    template_name = "lists/view_form.html"
    of_rows = False
    heading = _("Save this view")
    save = _("Save the view")

    @override
    def get_form_kwargs(self) -> dict[str, Any]:
        """Return what the form starts from: the filters that are kept."""
        kept = worth_keeping(self.asked.fields, self.request.GET)
        view = SavedView(owner=self.user, list_name=self.kwargs["list"], filters=kept)
        return super().get_form_kwargs() | {"instance": view}

    @cached_property
    def asked(self) -> Any:
        """Return the filters in the address."""
        return self.page.asked(self.request.GET)

    @override
    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        """Add what is kept, and what was typed as text and is not."""
        form = self.asked
        kept = worth_keeping(form.fields, self.request.GET)
        chips = [(chip, not set(kept).isdisjoint(chip.without)) for chip in form.chips]
        return super().get_context_data(
            chips=chips, nothing=not kept or bool(form.errors), **kwargs
        )

    @override
    def form_valid(self, form: ViewForm) -> HttpResponse:
        """Save the view, and show the list with it."""
        if not form.instance.filters or self.asked.errors:
            raise Http404
        form.save()
        messages.success(self.request, _("The view is saved."))
        address = QueryDict(mutable=True)
        address.update(form.instance.filters)
        return redirect(f"{reverse(self.page.place)}?{address.urlencode()}")


class ViewChange(OfList, UpdateView[SavedView, ViewForm]):
    """Rename one's own view, or share it."""

    form_class = ViewForm
    template_name = "components/form_page.html"
    of_rows = False
    heading = _("Change the view")
    save = _("Save")

    @override
    def get_queryset(self) -> Any:
        """Return the user's own views; those of others are not found."""
        return self.own_views().kept()

    @property
    def back_url(self) -> str:
        """Return the page of the views."""
        return self.views_url()

    @override
    def get_success_url(self) -> str:
        """Return the page of the views."""
        messages.success(self.request, _("Saved."))
        return self.views_url()


class OnView(OfList, View):
    """Does one thing to a view, and leads back to the page of the views."""

    of_rows = False

    def get(self, _request: HttpRequest, **_kwargs: Any) -> HttpResponse:
        """Lead to the views: nothing is done by opening an address."""
        return redirect(self.views_url())

    def post(self, _request: HttpRequest, **_kwargs: Any) -> HttpResponse:
        """Do it."""
        self.carry_out()
        return redirect(self.views_url())

    def carry_out(self) -> None:
        """Do what the page is for."""
        raise NotImplementedError

    def mine(self) -> SavedView:
        """Return the view of the address; another's is not found."""
        found: SavedView = get_object_or_404(self.own_views(), pk=self.kwargs["pk"])
        return found


class ViewRemove(OnView):
    """Remove one's own view; the page of the views can bring it back."""

    @override
    def carry_out(self) -> None:
        self.mine().remove()


class ViewRestore(OnView):
    """Bring a removed view back."""

    @override
    def carry_out(self) -> None:
        try:
            with transaction.atomic():
                self.mine().bring_back()
        except IntegrityError:
            messages.error(self.request, _("You already have a view of this name."))


class ViewDefault(OnView):
    """Open the list with a view from now on, or with everything."""

    @override
    def carry_out(self) -> None:
        wanted = self.kwargs.get("pk")
        if wanted and wanted not in {view.pk for view in self.page.own.views}:
            raise Http404
        ListLayout.of(self.user, self.kwargs["list"], default_view_id=wanted)


class ListColumns(OfList, FormView[ColumnsForm]):
    """The columns of a list, their order, and how its rows stand."""

    form_class = ColumnsForm
    template_name = "lists/columns.html"

    @override
    def get_form_kwargs(self) -> dict[str, Any]:
        """Return what the form is about: all columns but the first, which stays."""
        first = next(iter(self.page.offered))
        others = {n: c for n, c in self.page.offered.items() if n != first}
        shown = [name for name in self.page.shown if name != first]
        return super().get_form_kwargs() | {
            "columns": others,
            "shown": shown,
            "sizes": self.page.sizes,
        }

    @override
    def get_initial(self) -> dict[str, Any]:
        """Return how the rows stand now."""
        return {"density": self.page.density, "rows": self.page.rows}

    @override
    def form_valid(self, form: ColumnsForm) -> HttpResponse:
        """Keep the choice, or forget it where the user wants the list's own."""
        ListLayout.of(
            self.user,
            self.kwargs["list"],
            columns=form.chosen,
            density=form.cleaned_data["density"],
            rows=form.cleaned_data.get("rows"),
        )
        return redirect(self.list_url)


class ListReset(OfList, View):
    """Show a list again as it is for everybody."""

    def get(self, _request: HttpRequest, **kwargs: Any) -> HttpResponse:
        """Lead to the columns: nothing is done by opening an address."""
        return redirect("lists:columns", kwargs["list"])

    def post(self, _request: HttpRequest, **kwargs: Any) -> HttpResponse:
        """Forget columns, density and rows; the view it opens with stays."""
        ListLayout.of(self.user, kwargs["list"], columns=[], density="", rows=None)
        return redirect(self.list_url)
