"""From a line to the name of a document, and from the document to sentences."""

import json
from urllib.parse import parse_qs

import pytest

from console.actions.catalog import CATALOG
from console.actions.problem import Parsed
from console.documents.by_verb import FETCHED, name_of, shown
from console.texts.texts import LANGUAGES, Texts
from tests.console.grammar.make import BOARD, typed

TEXTS = Texts("nl", strict=True)


def _parsed(line: str) -> Parsed:
    found = typed(line)
    assert isinstance(found, Parsed), found
    return found


def _document(*rows: object) -> bytes:
    return "".join(json.dumps(row) + "\n" for row in rows).encode()


@pytest.mark.parametrize(
    ("line", "kind", "asked"),
    [
        ("zoek fiets gestolen", "search", {"text": ["fiets gestolen"]}),
        (
            "zoek fiets plaats:Grote Markt van:2026-09-01 open:ja blad:2",
            "search",
            {
                "text": ["fiets"],
                "place": ["Grote Markt"],
                "from": ["2026-09-01"],
                "open": ["yes"],
                "page": ["2"],
            },
        ),
        ("search number: 345678", "search", {"number": ["345678"]}),
        ("zoek om 14:30", "search", {"text": ["om 14:30"]}),
        ("dossier plaats:Markt titel:Inbraken", "dossier", {"place": ["Markt"], "title": ["Inbraken"]}),
        ("eerder 417", "near/417", {}),
        ("verschuldigd", "owed", {}),
        ("indicators", "indicators", {}),
        ("historie 417", "history/417", {}),
    ],
)
def test_a_line_names_its_document(line: str, kind: str, asked: dict[str, list[str]]) -> None:
    """A value runs to the next key; what stands before the first is text to look for."""
    name = name_of(_parsed(line))
    assert name is not None
    path, _, query = name.partition("?")
    assert (path, parse_qs(query)) == (kind, asked)


def test_other_lines_ask_for_none() -> None:
    """A command is no question; every question has an action."""
    assert name_of(_parsed("log 417 hallo")) is None
    assert CATALOG.by_id.keys() >= FETCHED


CASE = {
    "number": 12,
    "open": False,
    "opened": "2026-11-20T09:00:00+00:00",
    "priority": 2,
    "what": "fiets weg",
    "place": "Markt",
}


def test_what_was_found_is_a_line_each() -> None:
    """The head says how many pages there are; near says why."""
    rows = [
        *shown(_parsed("zoek fiets"), _document({"total": 21, "page": 1, "pages": 2}, CASE), BOARD, TEXTS)
    ]
    assert rows[0][1] == "21 gevonden, blad 1 van 2"
    assert (rows[1][0], "fiets weg, Markt  gesloten" in rows[1][1]) == (CASE, True)
    near = {**CASE, "why": ["place", "number"]}
    rows = [*shown(_parsed("eerder 417"), _document({"total": 1}, near), BOARD, TEXTS)]
    assert rows[0][1] == "1 eerder gevonden"
    assert rows[1][1].endswith("(zelfde plaats, zelfde nummer)")


@pytest.mark.parametrize(
    ("line", "numbers"),
    [("verschuldigd", [1, 2]), ("verschuldigd 12.03", [2]), ("owed shift", [1]), ("owed 99", [])],
)
def test_feedback_owed_is_a_list_per_unit_shift_and_room(line: str, numbers: list[int]) -> None:
    """The same document, of which each sees their own part (A20, A22)."""
    document = _document(
        {"number": 1, "since": None, "units": [], "shift": True},
        {"number": 2, "since": "2026-11-20T09:00:00+00:00", "units": ["12.03"], "shift": False},
    )
    assert [row["number"] for row, _ in shown(_parsed(line), document, BOARD, TEXTS)] == numbers


@pytest.mark.parametrize("language", LANGUAGES)
def test_figures_that_are_missing_read_as_a_dash(language: str) -> None:
    """A server that knows less, or nothing yet, gives a sheet with dashes."""
    texts = Texts(language, strict=True)
    full = {"on_spot": {"share": 0.75, "within": 3}, "feedback": {"share": None}, "opened": 4}
    [(row, text)] = shown(_parsed("indicatoren"), _document({"shift": full, "week": {}}), BOARD, texts)
    assert row["shift"] == full
    assert "75%" in text
    assert len(text.splitlines()) == 18


def test_a_dossier_is_shown_as_it_is_and_harmless() -> None:
    """Markdown or CSV, without anything that steers a terminal; the row has it untouched."""
    [(row, text)] = shown(_parsed("dossier plaats:Markt"), b"# A\n\x1b[2J\n", BOARD, TEXTS)
    assert row == {"document": "# A\n\x1b[2J\n"}
    assert text == "# A\n␛[2J"


def test_a_line_that_is_no_row_is_left_out() -> None:
    """What came half does not spoil the rest."""
    rows = [*shown(_parsed("zoek x"), b'[1]\n{"total": 0, "page": 1, "pages": 0}\n{"num', BOARD, TEXTS)]
    assert [text for _, text in rows] == ["0 gevonden, blad 1 van 0"]
