"""The words before free text."""

from typing import Any

import pytest

from console.actions.action import Arg, ArgKind, Selection
from console.actions.catalog import CATALOG
from console.actions.problem import NotUnderstood
from console.grammar.known import Known
from console.grammar.leads import read_leads
from console.grammar.moments import Clock
from console.grammar.words import split
from protocol.model.intake import Source
from tests.console.grammar.make import AT, BOARD, NOTHING

INCIDENT = Arg(kind=ArgKind.INCIDENT, name="incident")
UNITS = Arg(kind=ArgKind.UNIT, name="unit", many=True)
TEXT = Arg(kind=ArgKind.TEXT, name="text")
STATUS = Arg(kind=ArgKind.STATUS, name="status")
SOURCE = Arg(kind=ArgKind.SOURCE, name="source", required=False)
FLAG = Arg(kind=ArgKind.FLAG, name="flag", required=False, words=("verborgen", "hidden"))
ON_418 = Selection(incident=418)


def leads(line: str, *args: Arg, selection: Selection = NOTHING) -> tuple[dict[str, Any], str]:
    """The values found, and the words that are left."""
    known = Known(
        line=line,
        catalog=CATALOG,
        board=BOARD,
        selection=selection,
        status_numbers=(),
        clock=Clock(now=AT),
    )
    values, rest = read_leads(args, split(line), known)
    return values, " ".join(word.text for word in rest)


def test_a_bare_number_is_the_incident_whatever_is_selected() -> None:
    """Marked or not; another number in its place is asked about and never becomes text."""
    assert leads("417 mannen gezien", INCIDENT, TEXT) == ({"incident": 417}, "mannen gezien")
    assert leads("417 mannen gezien", INCIDENT, TEXT, selection=ON_418) == (
        {"incident": 417},
        "mannen gezien",
    )
    assert leads("#417 mannen", INCIDENT, TEXT, selection=ON_418) == ({"incident": 417}, "mannen")
    with pytest.raises(NotUnderstood) as raised:
        leads("3 mannen gezien", INCIDENT, TEXT, selection=ON_418)
    assert raised.value.problem.key == "problem-incident-left"


def test_two_hyphens_always_begin_the_text() -> None:
    """Whatever stands behind them."""
    assert leads("-- #417 gezien", INCIDENT, TEXT) == ({}, "-- #417 gezien")


def test_call_signs_run_until_what_follows_them() -> None:
    """The last word is the status, also where a unit is called so; one twice is a slip."""
    assert leads("12.03 1301 vrij", UNITS, STATUS) == ({"unit": (1, 3)}, "vrij")
    with pytest.raises(NotUnderstood) as raised:
        leads("12.03 12.03 vrij", UNITS, STATUS)
    assert raised.value.problem.key == "problem-twice"


def test_what_may_be_left_out_is_not_guessed_from_a_letter_or_two() -> None:
    """A short word is the beginning of the text."""
    assert leads("balie melder staat hier", SOURCE, TEXT) == (
        {"source": Source.COUNTER},
        "melder staat hier",
    )
    assert leads("ba melder", SOURCE, TEXT) == ({}, "ba melder")
    assert leads("verb achter", FLAG, TEXT) == ({"flag": True}, "achter")
    assert leads("ve achter", FLAG, TEXT) == ({}, "ve achter")


def test_a_unit_that_is_none_is_no_word_of_the_text() -> None:
    """What is written as a call sign is one or a slip, also while another unit is selected."""
    on_unit = Selection(unit=1)
    assert leads("lunch", UNITS, TEXT, selection=on_unit) == ({}, "lunch")
    assert leads("12.04 lunch", UNITS, TEXT, selection=on_unit) == ({"unit": (2,)}, "lunch")
    with pytest.raises(NotUnderstood) as raised:
        leads("12.99 lunch", UNITS, TEXT, selection=on_unit)
    assert raised.value.problem.key == "problem-unknown-unit"
    assert leads("-- 12.99 lunch", UNITS, TEXT, selection=on_unit) == ({}, "-- 12.99 lunch")
