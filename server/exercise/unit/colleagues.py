"""What colleagues do for each other on a melding: cards from the desk, help asked and given, gaps filled.

Pure: reads a melding and says who wants what. Cards and gaps that the visitor made are taken like any other;
whom the visitor asks to come, comes.
"""

from collections.abc import Iterator

from protocol.commands.scale import AskColleagues, ComeAlong, NoteWho, TakeWho
from protocol.commands.timeline import PushCard, TakeCard
from protocol.model.board import Board
from protocol.model.entry import CardKind, EntryKind
from protocol.model.incident import Incident
from protocol.model.phase import Phase
from protocol.model.priority import Priority
from protocol.model.scale import WhoKind
from protocol.model.text import Name, Text
from protocol.model.unit import Unit
from protocol.model.unit_status import UnitStatus
from server.exercise.setting.diary import Want
from server.exercise.setting.setting import INFO, Setting

CARDS, ASKS, KNOWS, GAPS = 0.35, 0.12, 0.15, 0.12
"""How often."""


def colleagues(incident: Incident, board: Board, setting: Setting) -> Iterator[Want]:
    """What is still wanted among colleagues."""
    if incident.phase is Phase.MERGE_OUT or not incident.units:
        return
    units = [board.units[id] for id in incident.units if id in board.units]
    ours = [unit for unit in units if setting.is_simulated(unit.call_sign)]
    there = [unit for unit in ours if unit.status is UnitStatus.ON_SCENE]
    yield from _cards(incident, ours, setting)
    yield from _help(incident, there, board, setting)
    yield from _who(incident, there, setting)


def _cards(incident: Incident, ours: list[Unit], setting: Setting) -> Iterator[Want]:
    """One card, mostly while they drive; the first unit says that it has it (A40)."""
    number = incident.number
    cards = [entry for entry in incident.entries if entry.kind is EntryKind.CARD]
    if not cards and setting.is_simulated(incident.opened_by) and setting.part("cards", number) < CARDS:
        kind, text = setting.pick(setting.manners.cards, "card", number)
        push = PushCard(incident=number, card=CardKind[kind.upper()], text=Text(text))
        yield Want(key=("card", number, 0), by=INFO, command=push, wait_s=(15, 70))
    for card in cards:
        if ours and ours[0].call_sign not in card.taken_by:
            take = TakeCard(incident=number, entry=card.id)
            key = ("takes-card", number, card.id)
            yield Want(key=key, by=ours[0].call_sign, command=take, wait_s=(6, 25))


def _help(incident: Incident, there: list[Unit], board: Board, setting: Setting) -> Iterator[Want]:
    """Asked from the street, answered from the street (A62, A64)."""
    number, scale = incident.number, incident.scale
    if scale.asked_at is None:
        urgent = incident.priority in (Priority.P1, Priority.P2)
        if urgent and len(incident.units) == 1 and there and setting.part("asks", number) < ASKS:
            text = Text(setting.pick(setting.manners.asks, "asked", number))
            ask = AskColleagues(incident=number, text=text)
            yield Want(key=("asks", number, 0), by=there[0].call_sign, command=ask, wait_s=(12, 45))
    elif len(incident.units) < 2:
        free = [
            unit
            for unit in sorted(board.units.values(), key=lambda unit: unit.id)
            if unit.can_be_called and setting.is_simulated(unit.call_sign)
        ]
        if free:
            unit = setting.pick(free, "comes", number)
            come = ComeAlong(incident=number, unit=unit.id)
            yield Want(key=("comes", number, 0), by=unit.call_sign, command=come, wait_s=(8, 22))


def _who(incident: Incident, there: list[Unit], setting: Setting) -> Iterator[Want]:
    """Now and then a row of who knows and who can; a gap is filled by whoever of the shift is there (A65)."""
    number, rows, manners = incident.number, incident.scale.who, setting.manners
    if not there:
        return
    by = there[0].call_sign
    if not rows and setting.part("knows", number) < KNOWS:
        what = Text(setting.pick(manners.knows, "known", number))
        who = Name(setting.pick(manners.citizens, "knower", number))
        note = NoteWho(incident=number, kind=WhoKind.KNOWS, what=what, who=who)
        yield Want(key=("who", number, 0), by=by, command=note, wait_s=(15, 60))
    elif not rows and setting.part("gaps", number) < GAPS:
        what = Text(setting.pick(manners.gaps, "gap", number))
        note = NoteWho(incident=number, kind=WhoKind.CAN, what=what)
        yield Want(key=("who", number, 1), by=by, command=note, wait_s=(15, 60))
    for row in rows:
        if not row.who and not row.is_dropped:
            take = TakeWho(incident=number, row=row.id)
            key = ("takes-who", number, row.id)
            yield Want(key=key, by=there[-1].call_sign, command=take, wait_s=(10, 40))
