"""A summary of one record of a list: under its row, or on a page of its own."""

from typing import Any, override

from django.http import Http404
from django.shortcuts import get_object_or_404
from django.urls import reverse
from django.utils.functional import cached_property
from django.views.generic import TemplateView

from accounts import journal
from accounts.choices import Action
from accounts.lists.pages import OfList
from thb.columns import NOTHING, Cell, Column


class ListQuick(OfList, TemplateView):
    """All that the columns of a list say of a record; nothing that names a person."""

    template_name = "lists/quick.html"

    @override
    def get_template_names(self) -> list[str]:
        """Return the page, or the part of it that stands under the row."""
        part = "#summary" if "HX-Request" in self.request.headers else ""
        return [f"{self.template_name}{part}"]

    @cached_property
    def columns(self) -> dict[str, Column]:
        """Return every column that the user may see, but none that names a person."""
        offered = self.page.offered.items()
        return {name: column for name, column in offered if not column.personal}

    @cached_property
    def record(self) -> Any:
        """Return the record of the address; the journal keeps that it was opened."""
        page, code = self.page, self.kwargs["code"]
        if not page.offers_quick_view:
            raise Http404(code)
        page.shown = self.columns
        record = get_object_or_404(page.get_queryset(), **{page.known_by: code})
        journal.record(self.request, Action.OPENED, record.journal_codes)
        page.prepare([record])
        return record

    def cells(self) -> list[Cell]:
        """Return what is known of the record, its code apart; then what more there is.

        What is not recorded is left out: a summary is read in a moment.
        """
        _code, *others = self.columns.values()
        known = [column.cell(self.record) for column in others if self.says(column)]
        return [*known, *self.page.aside(self.record)]

    def says(self, column: Column) -> bool:
        """Return whether the column says anything of the record."""
        return column.text(self.record) not in (None, "", NOTHING)

    @override
    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        """Add the record's code, its page, and what is known of it."""
        code = str(getattr(self.record, self.page.known_by))
        return super().get_context_data(**kwargs) | {
            "code": code,
            "url": reverse(self.page.record_page, args=[code]),
            "cells": self.cells(),
            "short": self.page.known_by != "code",
        }
