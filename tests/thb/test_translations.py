"""Every text of the code and the templates stands in both catalogues, translated."""

import ast
import re
from pathlib import Path

import pytest
from babel.messages.pofile import read_po
from django.conf import settings
from django.utils.translation.template import templatize

CALLS = {"_", "gettext", "gettext_lazy", "ngettext", "ngettext_lazy"}
TEMPLATE_TEXT = re.compile(
    r"\bn?gettext\(u?((?:'(?:[^'\\]|\\.)*')|(?:\"(?:[^\"\\]|\\.)*\"))"
)
APPS = "accounts assistance cases exchange prevention reference reports thb victims"


def texts_of_code():
    for app in APPS.split():
        for path in (settings.BASE_DIR / app).rglob("*.py"):
            if "migrations" not in path.parts:
                yield from texts_of_module(path)


def texts_of_module(path: Path):
    for node in ast.walk(ast.parse(path.read_text())):
        called = getattr(getattr(node, "func", None), "id", "")
        if called in CALLS and node.args and isinstance(node.args[0], ast.Constant):
            yield node.args[0].value


def texts_of_templates():
    for path in (settings.BASE_DIR / "templates").rglob("*.html"):
        for found in TEMPLATE_TEXT.findall(templatize(path.read_text())):
            yield ast.literal_eval(found)


@pytest.mark.parametrize("language", ["az", "ru"])
def test_every_text_is_translated(language):
    catalogue = settings.BASE_DIR / "locale" / language / "LC_MESSAGES" / "django.po"
    with catalogue.open("rb") as file:
        known = {
            message.id[0] if message.pluralizable else message.id
            for message in read_po(file)
            if all(message.string if message.pluralizable else [message.string])
            and not message.fuzzy
        }

    wanted = {*texts_of_code(), *texts_of_templates()} - {""}

    assert len(wanted) > 500
    assert sorted(wanted - known) == []
