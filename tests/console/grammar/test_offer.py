"""What an action offers for its arguments: what makes sense here and now, the likeliest first."""

import pytest
from attrs import evolve
from immutables import Map

from console.actions.action import Selection
from console.actions.catalog import CATALOG
from console.grammar.classifications import NONE_KNOWN, Classifications
from console.grammar.offer import MOST_CODES, Offer
from console.grammar.words import Word, split
from protocol.model.board import Board
from tests.console.grammar.make import BOARD
from tests.console.grammar.test_melding_lines import CLASSES, FULL

NOTHING = Selection()
ON_417 = Selection(incident=417)


def offered(
    line: str,
    selection: Selection = NOTHING,
    *,
    board: Board = BOARD,
    language: str = "nl",
    classes: Classifications = NONE_KNOWN,
) -> tuple[str, ...]:
    """The texts for the last word of a line, or for a new one behind a blank."""
    words = split(line)
    verb, *given = words
    begun = Word(text="", start=len(line), end=len(line)) if line.endswith(" ") else given.pop()
    offer = Offer(board, selection, language, {}, CATALOG, classes)
    return offer.of(CATALOG.by_verb[verb.text], given, begun, line).choices


def test_a_unit_that_is_named_is_not_offered_again() -> None:
    """Where several may go each goes once; where one may, another is not offered."""
    assert "12.03" in offered("koppel 417 1")
    assert "12.03" not in offered("koppel 12.03 1")
    assert offered("taak 12.03 13") == ()


def test_an_incident_that_is_named_needs_no_other() -> None:
    """But for an action that joins two, which never offers the first again."""
    assert "418" in offered("koppel 12.03 4")
    assert offered("koppel 12.03 417 4") == ()
    assert offered("samenvoegen 417 4") == ("418",)
    assert offered("samenvoegen 4", ON_417) == ("417", "418")
    assert offered("samenvoegen 417 418 4") == ()


def test_closed_incidents_are_offered_where_they_make_sense() -> None:
    """To take up again, not to send somebody to."""
    assert offered("heropen 4") == ("400",)
    assert "400" not in offered("koppel 12.03 4")


def test_a_status_may_be_of_several_words_and_replaces_all_of_them() -> None:
    """From the first of its words on; likelier than another unit."""
    words = split("status 13.01 ter p")
    offer = Offer(BOARD, NOTHING, "nl", {}, CATALOG, NONE_KNOWN)
    found = offer.of(CATALOG.by_verb["status"], words[1:-1], words[-1], "status 13.01 ter p")
    assert (found.start, found.choices) == (13, ("ter plaatse",))
    assert offered("status 12.03 ")[0] == "niet inzetbaar"


def test_the_readers_language_comes_first() -> None:
    """Words of the other language still count."""
    assert offered("fase 417 to") == ("toevoegen",)
    assert offered("phase 417 ", language="en") == ("add", "merge-out")
    assert offered("phase 417 toe", language="en") == ("toevoegen",)


def test_what_says_how_somebody_is_on_duty_comes_behind_who() -> None:
    """First a call sign, then means, crew and the rest."""
    assert offered("aanmelden s") == ()
    assert offered("aanmelden 12.09 s") == ("solo",)
    assert "motor" in offered("aanmelden 12.09 m")


@pytest.mark.parametrize("line", ["log een", "log 417 een", "zeg 417 een", "fluister 417 "])
def test_nothing_is_offered_in_the_middle_of_a_text(line: str) -> None:
    """Words of a sentence are nobody's to complete."""
    assert offered(line, ON_417) == ()


def test_before_a_text_only_what_is_not_there_yet_is_offered() -> None:
    """A reaction that was agreed once is not agreed twice."""
    assert offered("reactie 417 telefonisch ") == ("akkoord",)
    assert offered("reactie 417 telefonisch akkoord ") == ()


def test_numbers_within_an_incident_are_of_the_one_that_is_named_or_selected() -> None:
    """Open promises only; without an incident there are none."""
    numbers = [str(each.id) for each in FULL.incidents[417].promises if each.is_open]
    assert numbers
    assert [each for each in offered("nagekomen 417 ", board=FULL) if each in numbers] == numbers
    assert [each for each in offered("nagekomen ", ON_417, board=FULL) if each in numbers] == numbers
    other = evolve(FULL, incidents=FULL.incidents.set(417, BOARD.incidents[417]))
    assert [each for each in offered("nagekomen 417 ", board=other) if each in numbers] == []


def test_code_words_begin_with_a_dash_and_are_few() -> None:
    """Where an action classifies; elsewhere a dash is a dash."""
    code = CLASSES.classes[0].code
    assert f"-{code}" in offered(f"nieuw 1 -{code[:3]}", classes=CLASSES)
    assert offered(f"koppel 12.03 -{code[:3]}", classes=CLASSES) == ()
    assert len(offered("nieuw 1 -", classes=CLASSES)) <= MOST_CODES


def test_an_empty_board_offers_nobody() -> None:
    """And breaks nothing."""
    empty = evolve(BOARD, units=Map(), incidents=Map(), closed=())
    assert offered("koppel ", board=empty) == ()
    assert offered("status 12.03 ", board=empty) == ()
