"""The dossier: a pattern to read and to count, harmless to whoever opens it."""

import csv
import io
from datetime import date

import pytest
from attrs import evolve

from server.archive.dossier import COLUMNS, Dossier, as_csv, as_markdown
from server.texts.texts import Texts
from tests.server.archive.make import NOON, case

DOSSIER = Dossier(
    title="De Blaak",
    world="Waterdam",
    exercise=False,
    made=NOON,
    filter="place blaak",
    total=2,
    cases=(case(number=1, story="ruzie *om* geluid"), case(number=2, what="geluid", code="geluid")),
    advice="Praat met de bewoners",
    follow_up=date(2026, 10, 1),
)


def test_it_counts_what_recurs_and_lists_each() -> None:
    """Place and kind with their counts, then case by case; nobody's words are Markdown."""
    text = as_markdown(DOSSIER, Texts("nl"))
    assert "| Blaak 31 | 2 |" in text
    assert "| geluid (geluid) | 1 |" in text
    assert "ruzie \\*om\\* geluid" in text
    assert "Praat met de bewoners" in text
    assert "Opvolgen op 2026-10-01." in text
    assert "OEFENING" not in text


@pytest.mark.parametrize("language", ["nl", "en"])
def test_one_without_cases_says_so(language: str) -> None:
    """Without an advice and a day too."""
    texts = Texts(language)
    text = as_markdown(evolve(DOSSIER, cases=(), total=0, advice="", follow_up=None), texts)
    for key in ("dossier-none", "dossier-no-advice", "dossier-no-follow-up"):
        assert texts.say(key) in text


def test_an_exercise_is_marked() -> None:
    """In both forms."""
    dossier = evolve(DOSSIER, exercise=True)
    assert "**EXERCISE" in as_markdown(dossier, Texts("en"))
    rows = list(csv.DictReader(io.StringIO(as_csv(dossier))))
    assert [row["exercise"] for row in rows] == ["yes", "yes"]


def test_a_table_has_a_row_a_case() -> None:
    """With the columns it names; a cell that a spreadsheet would calculate stays words."""
    dossier = evolve(DOSSIER, cases=(case(number=3, what="=1+1", story="twee\\nregels"),))
    head, row = csv.reader(io.StringIO(as_csv(dossier)))
    assert head == [*COLUMNS, "exercise", "advice", "follow_up"]
    told = dict(zip(head, row, strict=True))
    assert (told["number"], told["what"], told["story"]) == ("3", "'=1+1", "twee\\nregels")
    assert told["opened"] == NOON.isoformat()


def test_nobody_who_called_is_named() -> None:
    """It goes to people outside the control room."""
    dossier = evolve(DOSSIER, cases=(case(melder_name="De Wit", melder_number="0612345678"),))
    for text in (as_markdown(dossier, Texts("nl")), as_csv(dossier)):
        assert "De Wit" not in text
        assert "0612345678" not in text
