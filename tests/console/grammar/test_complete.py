"""What is offered while somebody types."""

import pytest
from attrs import evolve
from hypothesis import given
from hypothesis import strategies as st

from console.actions.action import Selection
from console.actions.catalog import CATALOG
from console.grammar.complete import Completion, complete
from protocol.model.fix import Fix
from protocol.model.point import Point
from protocol.model.unit_status import UnitStatus
from tests.console.grammar.make import AT, BOARD, NOTHING, unit
from tests.console.grammar.test_melding_lines import CLASSES, FULL

ON_417 = Selection(incident=417)


def at_end(line: str, selection: Selection = NOTHING, language: str = "nl") -> Completion:
    """What could stand at the end of the line."""
    return complete(line, len(line), CATALOG, BOARD, selection, language)


@pytest.mark.parametrize(
    ("line", "selection", "start", "choices"),
    [
        ("kop", NOTHING, 0, ("koppel",)),
        ("ass", NOTHING, 0, ("assign",)),
        ("12", NOTHING, 0, ("12.03", "12.04")),
        ("#4", NOTHING, 0, ("#418", "#417")),
        ("koppel ", ON_417, 7, ("417", "418", "2", "12.03", "13.01")),
        ("koppel 1", ON_417, 7, ("12.03", "13.01")),
        ("koppel 12.03 ", NOTHING, 13, ("418", "417", "2", "13.01")),
        ("koppel 12.03 417 ", NOTHING, 17, ("13.01",)),
        ("vrij ", NOTHING, 5, ("13.01",)),
        ("afmelden 1", NOTHING, 9, ("12.03", "12.04")),
        ("heropen ", NOTHING, 8, ("400",)),
        ("status 12.03 ", NOTHING, 13, ("niet inzetbaar", "12.04", "13.01")),
        ("status 13.01 ter", NOTHING, 13, ("ter plaatse",)),
        ("status 13.01 ter pl", NOTHING, 13, ("ter plaatse",)),
        ("13.01 b", NOTHING, 6, ("beschikbaar",)),
        ("fase 417 ", NOTHING, 9, ("toevoegen", "uitvoegen")),
        ("aanmelden 12.09 m", NOTHING, 16, ("motor",)),
        ("log ", ON_417, 4, ()),
        ("log #", ON_417, 4, ("#417", "#418", "#2", "#400")),
        ("log 417 een", NOTHING, 8, ()),
        ("zeg 41", NOTHING, 4, ("418", "417")),
        ("help kop", NOTHING, 5, ("koppel",)),
        ("taal ", NOTHING, 5, ("nl", "en")),
        ("xyzzy 12", NOTHING, 6, ()),
        ("reactie 417 t", NOTHING, 12, ("telefonisch", "taken")),
        ("reactie 417 telefonisch ", NOTHING, 24, ("akkoord",)),
        ("reactie 417 telefonisch akkoord ", NOTHING, 32, ()),
        ("reactie 417 telefonisch akkoord a", NOTHING, 32, ()),
        ("doel 417 be", NOTHING, 9, ("beschermen", "begrenzen", "bekrachtigen")),
        ("bron 417 s", NOTHING, 9, ("service", "straat")),
        ("voegtoe 417 12", NOTHING, 12, ("12.03", "12.04")),
        ("heterdaad 417 n", NOTHING, 14, ("nee",)),
    ],
)
def test_what_makes_sense_is_offered(
    line: str, selection: Selection, start: int, choices: tuple[str, ...]
) -> None:
    """Legal moves, units that can be sent, the most urgent incidents first; nothing inside free text."""
    found = at_end(line, selection)
    assert (found.start, found.end, found.choices) == (start, len(line), choices)


def test_words_come_in_the_language_of_the_reader() -> None:
    """An English reader is offered English words; Dutch ones still complete."""
    assert at_end("status 13.01 ", language="en").choices[:2] == ("available", "on scene")
    assert at_end("status 13.01 ter", language="en").choices == ("ter plaatse",)
    assert at_end("", language="en").choices[0] == "new"


def test_the_nearest_free_unit_comes_first() -> None:
    """Free units before busy ones, and among them the nearest to the incident."""
    free = [unit(id, f"14.0{id}", UnitStatus.AVAILABLE) for id in (4, 5)]
    board = evolve(BOARD, units=BOARD.units.update({each.id: each for each in free}))
    point = BOARD.incidents[417].place.point
    assert point is not None
    far = Point(lat_deg=point.lat_deg + 0.1, lon_deg=point.lon_deg)
    fixes = {
        3: Fix(unit=3, point=point, at=AT),
        4: Fix(unit=4, point=far, at=AT),
        5: Fix(unit=5, point=point, at=AT),
    }
    found = complete("koppel 417 ", 11, CATALOG, board, NOTHING, fixes=fixes)
    assert found.choices == ("14.05", "14.04", "12.03", "13.01")


def test_numbers_of_open_promises_are_offered() -> None:
    """Only those that are open, of the incident in the line."""
    found = complete("nagekomen 418 ", 14, CATALOG, FULL, NOTHING)
    assert found.choices == ("1", "2")
    assert complete("breek 417 ", 10, CATALOG, FULL, NOTHING).choices == ("2",)


def test_code_words_are_offered_from_the_list() -> None:
    """By the beginning of a code, then by what its name holds; anywhere in a text that may hold one."""
    found = complete("nieuw 1 -in", 11, CATALOG, BOARD, NOTHING, classes=CLASSES)
    assert (found.start, found.choices) == (8, ("-inbr",))
    assert complete("klasse 417 gel", 14, CATALOG, BOARD, NOTHING, classes=CLASSES).choices == ("gel",)
    assert complete("log 417 x -over", 15, CATALOG, BOARD, NOTHING, classes=CLASSES).choices == ("-gel",)
    assert complete("zeg 417 -in", 11, CATALOG, BOARD, NOTHING, classes=CLASSES).choices == ()


def test_only_offered_actions_complete() -> None:
    """A verb that a role may not use is not offered."""
    found = complete("", 0, CATALOG, BOARD, NOTHING, actions=CATALOG.offered(None))
    assert "koppel" not in found.choices
    assert "bord" in found.choices


@given(st.text(max_size=40), st.integers(0, 40))
def test_nothing_typed_can_crash_it(line: str, cursor: int) -> None:
    """At any place in any line there is an answer, within the line."""
    cursor = min(cursor, len(line))
    found = complete(line, cursor, CATALOG, BOARD, ON_417)
    assert 0 <= found.start <= found.end == cursor
