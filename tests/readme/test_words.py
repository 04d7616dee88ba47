"""Keys, verbs and signs of the pages are those of the program; no sign of the screen is left unexplained."""

import ast
import re
import unicodedata
from collections.abc import Iterator
from pathlib import Path

import pytest

from console.actions.catalog import CATALOG
from console.actions.deed_numbers import number_of
from console.actions.key_names import key_name
from tests.readme.pages import ROOT, pages, quoted, rows

pytestmark = pytest.mark.law

LEGENDS = (ROOT / ".readme/centralist.nl.md", ROOT / ".readme/centralist.en.md")
KEYS = re.compile(r"<!-- keys -->")

NO_SIGN = set("–“”„…‹›′×«‘’")
"""Punctuation of sentences."""

LINES = "\u2500-\u257f"
"""Lines between panels."""

PICTURES = "\u2800-\u28ff\u2580\u2584\u2588"
"""Dots of the map, and the large letters of a link."""


def _with_keys() -> list[Path]:
    return [page for page in pages() if KEYS.search(page.read_text("utf-8"))]


@pytest.mark.parametrize("page", _with_keys(), ids=lambda page: page.name)
def test_each_key_on_a_page_does_what_its_verb_does(page: Path) -> None:
    """A reader who presses the one or types the other gets the same."""
    for cells in rows(page, "keys"):
        (key,), (verb,) = quoted(cells[0]), quoted(cells[1])
        action = CATALOG.by_verb[verb]
        assert key in (key_name(action.key), f".{action.letter}", *_deed(action.id)), verb


def _deed(id: str) -> list[str]:
    """`Space 3` and `Spatie 3`, for what stands behind Space."""
    numbers = {number_of(id, unit=unit) for unit in (False, True)} - {None}
    return [f"{space} {number}" for space in ("Space", "Spatie") for number in numbers]


def _in_english(keys: list[str]) -> list[str]:
    return [key.replace("Spatie", "Space") for key in keys]


def test_both_pages_of_the_centralist_say_the_same() -> None:
    """The same keys and the same signs in the same order."""
    for mark in ("keys", "signs"):
        one, other = ([_in_english(quoted(cells[0])) for cells in rows(page, mark)] for page in LEGENDS)
        assert one == other


def _texts_in(path: Path) -> Iterator[str]:
    """What a file of the console may put on the screen: its texts without what explains the code."""
    tree = ast.parse(path.read_text("utf-8"))
    told = {
        id(node.value) for node in ast.walk(tree) if isinstance(node, ast.Expr) and not _is_call(node.value)
    }
    for node in ast.walk(tree):
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and id(node) not in told:
            yield node.value


def _is_call(node: ast.expr) -> bool:
    return isinstance(node, ast.Call)


def _signs() -> set[str]:
    """Everything that the console draws and that is neither a letter, nor ASCII, nor a line, nor a dot."""
    texts = [text for path in (ROOT / "console").rglob("*.py") for text in _texts_in(path)]
    for path in (ROOT / "console").rglob("*.ftl"):
        lines = path.read_text("utf-8").splitlines()
        texts += [line for line in lines if not line.startswith("#")]
    found = {char for char in "".join(texts) if not char.isascii() and unicodedata.category(char)[0] in "PS"}
    return {char for char in found - NO_SIGN if not re.match(f"[{LINES}{PICTURES}\ufffd]", char)}


@pytest.mark.parametrize("page", LEGENDS, ids=lambda page: page.name)
def test_the_legend_explains_every_sign_of_the_screen(page: Path) -> None:
    """A sign that is drawn anywhere stands in the legend of both languages; one that is gone does not."""
    explained = {char for cells in rows(page, "signs") for char in "".join(quoted(cells[0]))}
    explained = {char for char in explained if not char.isascii()}
    assert _signs() - explained == set()
    assert explained - _signs() - NO_SIGN == set()
