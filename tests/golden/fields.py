"""Which fields of the board each fact alters, as text. Pure; folds many facts of each kind and looks.

The facts differ in whom they name and in every choice they hold, the boards in how much is known; what a
property test finds beside these (`tests/protocol/fold/test_touched.py`) is a failure there.
"""

import enum
import itertools
import typing
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

import attrs
from attrs import evolve
from immutables import Map

from protocol.facts.back import IncidentRestored, UnitRestored
from protocol.facts.fact import Fact
from protocol.facts.incidents import IncidentOpened
from protocol.facts.pairs import PairSplit
from protocol.facts.units import UnitSignedOn
from protocol.fold import fold
from protocol.fold.back import INCIDENT_FIELDS, UNIT_FIELDS
from protocol.model.board import Board
from protocol.model.choice import Choice
from protocol.model.entry import Entry, EntryKind
from protocol.model.incident import Incident
from protocol.model.member import Member, Right
from protocol.model.phase import Phase
from protocol.model.point import Point
from protocol.model.text import Text
from protocol.model.unit import Unit
from protocol.model.unit_status import UnitStatus
from protocol.wire.tags import FACTS
from tests.full_board import full_board
from tests.golden.filled import FILLED_NAME, filled, filled_otherwise
from tests.protocol.make import ANNA, change, minute

FOLDER = Path(__file__).parent
NEW_NUMBER = 9
_NUMBERS = (1, 2, 3, NEW_NUMBER)
"""Of incidents, units, entries: some that are there, and one that is not."""

_NOUNS = {"incidents": "incident", "units": "unit", "emergencies": "emergency"}
NAMING = ("incident", "unit", "entry", "other", "need", "referral", "promise", "row", "word")
_GIVEN_OUT: Mapping[type[Fact], str] = {IncidentOpened: "incident", UnitSignedOn: "unit", PairSplit: "other"}
"""Facts that name what was not there before."""

_RESTORING: Mapping[type[Fact], tuple[tuple[str, ...], ...]] = {
    IncidentRestored: (INCIDENT_FIELDS,),
    UnitRestored: (UNIT_FIELDS, ()),
}
"""Facts that say which fields they give back: all of them, and the whole."""


def text() -> str:
    """The whole file: each fact, and what it may alter."""
    return (
        "\n\n".join(
            "\n".join([kind.__name__, *(f"    {path}" for path in sorted(touched_by(kind)))])
            for kind in sorted(FACTS.values(), key=lambda kind: kind.__name__)
        )
        + "\n"
    )


def listed() -> dict[str, frozenset[str]]:
    """What stands in the golden file, by the name of the fact."""
    parts = (FOLDER / "fields.txt").read_text(encoding="utf-8").split("\n\n")
    lines = (part.split() for part in parts)
    return {words[0]: frozenset(words[1:]) for words in lines}


def given_out(kind: type[Fact]) -> tuple[str, ...]:
    """The field by which a fact of this kind names what was not there before; none for most."""
    return (_GIVEN_OUT[kind],) if kind in _GIVEN_OUT else ()


def touched_by(kind: type[Fact]) -> set[str]:
    """What facts of this kind altered, on any of these boards."""
    return {
        path
        for board in BOARDS
        for fact in _facts(kind)
        for path in touched(board, fold(board, change(board.seq + 1, fact)))
    }


def touched(before: Board, after: Board) -> set[str]:
    """The fields that differ, from the noun down: `incident.place.name`; `incident` where one came or went.

    Number and time of the change are not counted.
    """
    found: set[str] = set()
    for each in attrs.fields(Board):
        then, now = getattr(before, each.name), getattr(after, each.name)
        if each.name in ("seq", "at") or then is now:
            continue
        if isinstance(then, Map):
            found |= _of_map(_NOUNS[each.name], then, now)
        elif then != now:
            found.add(f"board.{each.name}")
    return found


def _of_map(noun: str, then: Mapping[int, Any], now: Mapping[int, Any]) -> set[str]:
    found: set[str] = set()
    for key in {*then, *now}:
        if key in then and key in now:
            found |= set(_differing(noun, then[key], now[key]))
        else:
            found.add(noun)
    return found


def _differing(path: str, then: Any, now: Any) -> Iterator[str]:
    if then == now:
        return
    if attrs.has(type(then)) and type(then) is type(now) and not isinstance(then, Point):
        for each in attrs.fields(type(then)):
            yield from _differing(f"{path}.{each.name}", getattr(then, each.name), getattr(now, each.name))
    else:
        yield path


def _facts(kind: type[Fact]) -> Iterator[Fact]:
    """One for each whom it can name, with everything in it; and one for each other choice it can hold."""
    hints = typing.get_type_hints(kind)
    named = [name for name in NAMING if hints.get(name) is int]
    known = (_NUMBERS if name != _GIVEN_OUT.get(kind) else (NEW_NUMBER,) for name in named)
    for numbers in itertools.product(*known):
        whole = filled(kind, **dict(zip(named, numbers, strict=True)))
        yield whole
        for names in _RESTORING.get(kind, ()):
            yield evolve(whole, fields=names)
        for each in attrs.fields(kind):
            for choice in _choices(hints[each.name]):
                yield evolve(whole, **{each.name: choice})


def _choices(hint: Any) -> Iterator[Any]:
    if hint is bool:
        yield from (False, True)
    elif isinstance(hint, type) and issubclass(hint, enum.Enum):
        yield from hint


def _known(number: int, phase: Phase) -> Incident:
    why = Text("klaar") if phase is Phase.CLOSED else None
    other = 1 if number == 2 else 2
    whole: Incident = filled_otherwise(
        Incident,
        number=number,
        phase=phase,
        closed_because=why,
        units=(1,),
        choices=(_CHOICE,),
        outgrown=True,
    )
    line = evolve(whole.contact_line, members=_MEMBERS, direct_at=None if number == 2 else minute(1))
    return evolve(
        whole,
        contact_line=line,
        entries=_LINES,
        members=_MEMBERS,
        scale=evolve(whole.scale, joined_to=(other,)),
    )


_CHOICE = filled_otherwise(Choice, reason=None, nearest_s=1, travel_s=9)
_LINES = (filled_otherwise(Entry, id=1), filled_otherwise(Entry, id=2, kind=EntryKind.CARD))
_MEMBERS = tuple(Member(name=name, since=minute(1), right=Right.LISTENS) for name in (ANNA, FILLED_NAME))
_KNOWING = evolve(
    full_board(),
    incidents=Map({1: _known(1, Phase.MERGE_IN), 2: _known(2, Phase.MERGE_OUT), 3: _known(3, Phase.CLOSED)}),
    closed=(3,),
    units=Map(
        {
            1: filled_otherwise(Unit, id=1, crew=2, incident=1, pair=2, status=UnitStatus.EN_ROUTE),
            2: filled_otherwise(Unit, id=2, crew=2, incident=None, pair=1, status=UnitStatus.AVAILABLE),
        }
    ),
)
BOARDS = (Board(), full_board(), _KNOWING)
"""Nothing known, something, and everything that can be."""
