"""The places where something is to be seen or found, each as what it makes of a value. Pure."""

from collections.abc import Callable, Mapping
from datetime import UTC
from functools import partial
from typing import Any

from attrs import evolve, frozen

from console.board.cells import incident_row
from console.board.columns import columns
from console.board.order import matches
from console.cli.plain_json import fact_rows
from console.documents.fact_sentences import told
from console.melding.view import MeldingView, melding_rows
from console.texts.texts import Texts
from console.units.standing import Standing
from console.units.view import UnitsView, draw_units
from protocol.facts.fact import Fact
from protocol.model.board import Board
from protocol.model.choice import Choice
from protocol.model.entry import Entry, EntryKind
from protocol.model.incident import Incident
from protocol.model.phase import Phase
from protocol.model.terms import Terms
from protocol.model.text import Name, Text
from protocol.model.unit import Unit
from protocol.model.unit_status import UnitStatus
from protocol.wire.tags import FACTS
from server.archive.summary import words_of
from tests.completeness.leaves import TOKEN
from tests.golden.filled import filled, filled_otherwise
from tests.protocol.make import change, minute

NOW = minute(60)
UNITS: Mapping[int, Unit] = {
    id: filled(
        Unit, id=id, call_sign=Name(f"12.0{id}"), incident=1, status=UnitStatus.EN_ROUTE, since=minute(2)
    )
    for id in (1, 2)
}
_TEXTS, _ENGLISH = Texts("nl", strict=True), Texts("en", strict=True)


@frozen(kw_only=True)
class Place:
    """One of them."""

    name: str
    made_in: str
    """Where it is written what it shows."""

    makes: Callable[[Any], Any]
    """The same for two values between which it makes no difference."""

    values: Callable[[], tuple[Any, ...]]
    """Of what: several of a kind, in different states, for a leaf may show in one alone."""

    words_only: bool = False
    """True for what finds by words: leaves that hold none are not looked for there."""


def _board_row(incident: Incident) -> object:
    return incident_row(
        incident, units=UNITS, now=NOW, columns=columns(220, highest=999), say=_TEXTS.say
    ).spans


def _melding_rows(incident: Incident) -> object:
    views = (
        MeldingView(incident=incident, units=UNITS, now=NOW, zone=UTC, terms=Terms(), guarding=guarding)
        for guarding in (False, True)
    )
    return [[row.spans for row in melding_rows(view, _TEXTS.say, width=150, height=200)] for view in views]


def _filter(incident: Incident) -> object:
    return matches(incident, [TOKEN], UNITS)


def _unit_row(unit: Unit) -> object:
    view = UnitsView(standings=(Standing(unit=unit, mate="12.02"),), now=NOW, selected=unit.id)
    return [row.spans for row in draw_units(view, _TEXTS.say, width=120, height=20, top=0)]


def _sentences(fact: Fact) -> object:
    [row] = fact_rows(change(1, fact))
    return [told(row, Board(), texts) for texts in (_TEXTS, _ENGLISH)]


def meldings() -> tuple[Incident, ...]:
    """Meldingen in which something of everything stands, in different states."""
    open_: Incident = filled(
        Incident,
        number=1,
        opened_at=minute(0),
        phase=Phase.MERGE_OUT,
        phase_since=minute(5),
        closed_because=None,
        units=(1,),
    )
    choice: Choice = filled(Choice, nearest=Name("12.02"), nearest_s=1, travel_s=9)
    card: Entry = filled(Entry, id=1, kind=EntryKind.CARD, struck_by=None)
    quiet = evolve(open_.contact_line, is_open=False)
    other: Incident = filled_otherwise(
        Incident, number=1, opened_at=minute(0), phase=Phase.MERGE_IN, closed_because=None, units=(1,)
    )
    return (
        open_,
        evolve(open_, choices=(choice,), entries=(card,), arrived_at=None, contact_line=quiet),
        evolve(open_, phase=Phase.CLOSED, closed_because=Text("klaar")),
        other,
    )


def units() -> tuple[Unit, ...]:
    """Units of which everything is known."""
    return tuple(
        made(Unit, id=1, status=status, since=minute(2), expected_at=minute(70), incident=incident)
        for made, status, incident in (
            (filled, UnitStatus.EN_ROUTE, 1),
            (filled_otherwise, UnitStatus.AVAILABLE, None),
        )
    )


def facts_of_kind(kind: type[Fact]) -> tuple[Fact, ...]:
    """Facts of one kind with everything in them."""
    return filled(kind), filled_otherwise(kind)


PLACES = (
    Place(name="board row", made_in="console/board/cells.py", makes=_board_row, values=meldings),
    Place(
        name="board filter",
        made_in="console/board/order.py, matches",
        makes=_filter,
        values=meldings,
        words_only=True,
    ),
    Place(name="melding panel", made_in="console/melding/view.py", makes=_melding_rows, values=meldings),
    Place(
        name="archive search",
        made_in="server/archive/summary.py, words_of",
        makes=words_of,
        values=meldings,
        words_only=True,
    ),
    Place(name="unit list", made_in="console/units/view.py", makes=_unit_row, values=units),
)
SENTENCES = {
    kind.__name__: Place(
        name="history",
        made_in="console/texts/*/cli.ftl",
        makes=_sentences,
        values=partial(facts_of_kind, kind),
    )
    for kind in FACTS.values()
}
