"""How the widgets of our forms are drawn: by Django's templates, long lists by hand."""

from functools import lru_cache
from html import escape
from typing import Any, Self, override

from django.forms import Select
from django.forms.renderers import DjangoTemplates
from django.forms.utils import flatatt
from django.http import HttpRequest
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString, mark_safe

SELECT = "django/forms/widgets/select.html"
OPTION = '<option value="{}"{}>{}</option>'
GROUP = '<optgroup label="{}">{}</optgroup>'


class WidgetTemplates(DjangoTemplates):
    """Django's own renderer, which draws a list without a template an option.

    A list of 250 countries took longer than the page around it.
    """

    @override
    def render(
        self,
        template_name: str,
        context: dict[str, Any],
        request: HttpRequest | None = None,
    ) -> str:
        """Return the drawn widget."""
        if template_name == SELECT:
            return drawn_select(context["widget"])
        return super().render(template_name, context, request)


def drawn_select(widget: dict[str, Any]) -> SafeString:
    """Return the list with its options, in groups where they have a name."""
    attributes = flatatt({"name": widget["name"], **widget["attrs"]})
    groups = ((name, options) for name, options, _place in widget["optgroups"])
    drawn = format_html_join("", "{}", (drawn_group(*group) for group in groups))
    return format_html("<select{}>{}</select>", attributes, drawn)


def drawn_group(name: str | None, options: list[dict[str, Any]]) -> tuple[SafeString]:
    """Return the options of one group; most stand in a group of their own, unnamed."""
    drawn = format_html_join("", OPTION, map(facts_of_option, options))
    return (format_html(GROUP, name, drawn) if name else drawn,)


def facts_of_option(option: dict[str, Any]) -> tuple[str, str, Any]:
    """Return value, mark and label as they stand in an option."""
    return str(option["value"]), " selected" * option["selected"], option["label"]


class PlainSelect(Select):
    """A list of answers drawn in one go; the filters above a list hold hundreds."""

    @classmethod
    def like(cls, other: Select) -> Self:
        """Return this list in place of Django's."""
        own = cls(other.attrs)
        own.choices, own.is_required = other.choices, other.is_required
        return own

    @override
    def render(
        self, name: str, value: Any, attrs: Any = None, renderer: Any = None
    ) -> SafeString:
        """Return the list with its options, the chosen one marked."""
        drawn = plain_options(tuple([(str(code), str(n)) for code, n in self.choices]))
        mark = f'<option value="{escape("" if value is None else str(value))}"'
        attributes = flatatt({"name": name, **self.attrs, **(attrs or {})})
        chosen = drawn.replace(f"{mark}>", f"{mark} selected>", 1)
        return mark_safe(f"<select{attributes}>{chosen}</select>")  # noqa: S308 - escaped


@lru_cache(maxsize=256)
def plain_options(choices: tuple[tuple[str, str], ...]) -> str:
    """Return the drawn options; the same ones are asked for again and again."""
    return "".join(
        f'<option value="{escape(code)}">{escape(name)}</option>'
        for code, name in choices
    )


RENDERER = WidgetTemplates()
"""One for all forms: it keeps the templates it has read."""
