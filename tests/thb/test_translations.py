"""Every text that people read stands in the Azerbaijani and the Russian catalogue."""

import ast
import re

import pytest
from babel.messages.pofile import read_po
from django.conf import settings
from django.utils.translation.template import templatize

APPS = (
    *("accounts", "assistance", "cases", "exchange", "prevention", "reference"),
    *("reports", "thb", "victims"),
)
IN_TEMPLATE = re.compile(r"\bn?gettext\(u?('(?:[^'\\]|\\.)*'|\"(?:[^\"\\]|\\.)*\")")


def names_of_gettext(tree):
    """Return the names under which a module knows gettext, whatever it calls it."""
    return {
        alias.asname or alias.name: alias.name
        for node in ast.walk(tree)
        if isinstance(node, ast.ImportFrom)
        and node.module == "django.utils.translation"
        for alias in node.names
        if "gettext" in alias.name
    }


def texts_of_module(path):
    tree = ast.parse(path.read_text())
    names = names_of_gettext(tree)
    for node in ast.walk(tree):
        name = names.get(getattr(getattr(node, "func", None), "id", ""))
        text = name and node.args["pgettext" in name]
        if isinstance(text, ast.Constant):
            yield text.value


def texts_of_template(path):
    code = templatize(path.read_text(), origin=str(path))
    return map(ast.literal_eval, IN_TEMPLATE.findall(code))


def texts():
    for app in APPS:
        for path in (settings.BASE_DIR / app).rglob("*.py"):
            if "migrations" not in path.parts:
                yield from texts_of_module(path)
    for path in (settings.BASE_DIR / "templates").rglob("*.html"):
        yield from texts_of_template(path)


def translated(language):
    path = settings.BASE_DIR / "locale" / language / "LC_MESSAGES" / "django.po"
    with path.open("rb") as file:
        catalogue = read_po(file, locale=language)
    for message in catalogue:
        strings = message.string if message.pluralizable else [message.string]
        if all(strings) and not message.fuzzy:
            yield message.id[0] if message.pluralizable else message.id


@pytest.mark.parametrize("language", ["az", "ru"])
def test_no_text_is_left_untranslated(language):
    wanted = set(texts())

    assert len(wanted) > 500
    assert sorted(wanted - set(translated(language))) == []


def parts(node):
    """Return what a text is put together from: by %, + or in an f-string."""
    match node:
        case ast.BinOp(left=left, op=ast.Mod() | ast.Add(), right=right):
            return [left, right]
        case ast.JoinedStr():
            return [n.value for n in node.values if isinstance(n, ast.FormattedValue)]
    return []


def filled_in_at_import(tree):
    """Yield the lines where a lazy text is put together outside a function.

    It would stay in the language in which the module was read.
    """
    names = {n for n, gettext in names_of_gettext(tree).items() if "lazy" in gettext}
    waiting = [tree]
    while waiting:
        node = waiting.pop()
        if isinstance(node, ast.FunctionDef | ast.Lambda):
            continue
        called = {getattr(getattr(n, "func", None), "id", "") for n in parts(node)}
        if names & called:
            yield node.lineno
        waiting.extend(ast.iter_child_nodes(node))


@pytest.mark.parametrize("app", APPS)
def test_no_text_is_put_together_before_its_reader_is_known(app):
    modules = (settings.BASE_DIR / app).rglob("*.py")

    found = {
        path.name: lines
        for path in modules
        if (lines := list(filled_in_at_import(ast.parse(path.read_text()))))
    }

    assert found == {}
