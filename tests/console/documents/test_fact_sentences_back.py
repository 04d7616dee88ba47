"""What the history says of a deed that was taken back."""

from console.documents.fact_sentences import told
from console.documents.fact_sentences_back import back_args, deed_word
from console.texts.texts import Texts
from protocol.model.board import Board

TEXTS = Texts("nl", strict=True)
HEAD = {"seq": 9, "at": "2026-11-21T03:00:00+00:00", "by": "anna"}


def test_it_says_what_it_was_and_who_hears_of_it() -> None:
    """And who had it already."""
    row = {"what": "AssignUnit", "people": ["12.03"], "had_it": ["12.03"]}
    assert back_args("DeedTakenBack", row, TEXTS) == {
        "what": TEXTS.say("command-assign-unit"),
        "more": "; 12.03 hoort het; 12.03 had het al",
    }
    everybody = back_args("DeedTakenBack", {"what": "AskColleagues", "everyone": True}, TEXTS)
    assert everybody["more"] == "; allen horen het"
    assert deed_word("OfALaterVersion", TEXTS) == "OfALaterVersion"


def test_a_change_that_was_taken_back_stands_crossed_with_who_did_that() -> None:
    """It stays readable."""
    row = {**HEAD, "taken_back_by": "bert", "fact": "UnitAssigned", "incident": 4, "unit": 7}
    assert "✗ 7 gekoppeld aan 4  [teruggenomen door bert]" in told(row, Board(), TEXTS)


def test_other_facts_need_nothing_from_here() -> None:
    """Their fields are enough."""
    assert back_args("WhatChanged", {"what": "brand"}, TEXTS) == {}
    assert back_args("EmergencyRestored", {"emergency": 7}, TEXTS) == {"call_sign": ""}
