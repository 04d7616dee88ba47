"""The steps of a random history on the lines: contact, cards, partners, scaling, pairs, emergencies.

Each draws a wish and lets the server decide it on the board as it stands: only what it accepts happens. For
`tests.histories`.
"""

from collections.abc import Mapping
from typing import Any

from attrs import evolve
from hypothesis import strategies as st

from protocol.commands.contact import (
    CloseContact,
    ComeIn,
    LeaveContact,
    Listen,
    MakeLink,
    OpenContact,
    SayAsMelder,
    SaySafe,
    ShareWhere,
    StepBack,
    StepIn,
    TellMelder,
    WithdrawLink,
)
from protocol.commands.pairs import (
    AnswerEmergency,
    EndEmergency,
    JoinPair,
    RaiseEmergency,
    SpeakToPair,
    SplitPair,
    Strengthen,
)
from protocol.commands.scale import (
    AskColleagues,
    ComeAlong,
    DropWho,
    NoteWho,
    SetGrip,
    SetLevel,
    SwitchLead,
    TakeWho,
)
from protocol.commands.timeline import (
    DismissPartner,
    InvitePartner,
    JoinLine,
    JoinLines,
    LeaveLine,
    PartLines,
    PushCard,
    Speak,
    TakeCard,
    Whisper,
)
from protocol.errors import Refused
from protocol.facts.fact import Fact
from protocol.model.board import Board
from protocol.model.role import Role
from protocol.model.text import Name
from server.decide import decide
from server.decide.actor import Actor
from tests.melding_steps import Step, some_open
from tests.strategies import values_of

PARTNER = Name("ggz")
"""The partner of these histories; what it does has a step of its own."""

MELDER = Name("melder")

_OPENED = (OpenContact, OpenContact, MakeLink)
_CONTACT = (
    *(OpenContact, Listen, StepIn, StepBack, LeaveContact, CloseContact, TellMelder, TellMelder, TellMelder),
    *(MakeLink, WithdrawLink),
)
_MELDERS = (ComeIn, SayAsMelder, SayAsMelder, SayAsMelder, ShareWhere, SaySafe)
_LINES = (Whisper, Whisper, PushCard, PushCard, TakeCard, JoinLines, PartLines)
_INVITES = (InvitePartner, InvitePartner, InvitePartner, DismissPartner)
_PARTNERS = (JoinLine, Speak, Speak, LeaveLine)
_SCALES = (AskColleagues, ComeAlong, NoteWho, TakeWho, DropWho, SwitchLead, SetLevel, SetGrip)
_PAIRS = (SplitPair, SplitPair, SpeakToPair, Strengthen, JoinPair)
_EMERGENCIES = (RaiseEmergency, AnswerEmergency, EndEmergency)

_DRAWN: Mapping[type[Any], st.SearchStrategy[Any]] = {
    kind: values_of(kind)
    for kind in {
        *(*_CONTACT, *_MELDERS, *_LINES, *_INVITES),
        *(*_PARTNERS, *_SCALES, *_PAIRS, *_EMERGENCIES),
    }
}


def _decided(
    draw: st.DrawFn, board: Board, by: Name, kinds: tuple[type[Any], ...], role: Role = Role.CENTRALIST
) -> tuple[Fact, ...]:
    """What follows from a wish of one of these kinds, about what is there; nothing when it is refused."""
    command = draw(_DRAWN[draw(st.sampled_from(kinds))])
    changed: dict[str, Any] = {}
    if hasattr(command, "incident"):
        incident = some_open(draw, board)
        if incident is None:
            return ()
        changed["incident"] = incident.number
        if hasattr(command, "entry"):
            changed["entry"] = draw(st.integers(1, max(1, len(incident.entries))))
        if hasattr(command, "row"):
            changed["row"] = draw(st.integers(1, max(1, len(incident.scale.who))))
    if hasattr(command, "unit"):
        if not board.units:
            return ()
        changed["unit"] = draw(st.sampled_from(sorted(board.units)))
    if hasattr(command, "nearby"):
        changed["nearby"] = tuple(sorted(board.units)[:3])
    if hasattr(command, "other"):
        changed["other"] = draw(st.sampled_from(sorted(board.incidents)))
    if hasattr(command, "partner"):
        changed["partner"] = PARTNER
    try:
        return decide(board, evolve(command, **changed), Actor(name=by, role=role))
    except Refused:
        return ()


def contacts(draw: st.DrawFn, board: Board, by: Name) -> tuple[Fact, ...]:
    """Somebody does something on a contact line, which mostly has to be opened first."""
    is_open = any(each.contact_line.is_open for each in board.open_incidents())
    return _decided(draw, board, by, _CONTACT if is_open else _OPENED)


def melder_acts(draw: st.DrawFn, board: Board, _by: Name) -> tuple[Fact, ...]:
    """The melder types, if there is a link."""
    return _decided(draw, board, MELDER, _MELDERS, Role.MELDER)


def lines(draw: st.DrawFn, board: Board, by: Name) -> tuple[Fact, ...]:
    """Whispers, cards, lines joined and parted."""
    return _decided(draw, board, by, _LINES)


def invites(draw: st.DrawFn, board: Board, by: Name) -> tuple[Fact, ...]:
    """The partner is invited, or dismissed."""
    return _decided(draw, board, by, _INVITES)


def partner_acts(draw: st.DrawFn, board: Board, _by: Name) -> tuple[Fact, ...]:
    """The partner steps on the line of what it was invited to, and speaks there."""
    return _decided(draw, board, PARTNER, _PARTNERS, Role.PARTNER)


def scales(draw: st.DrawFn, board: Board, by: Name) -> tuple[Fact, ...]:
    """Up or down."""
    return _decided(draw, board, by, _SCALES)


def pairs(draw: st.DrawFn, board: Board, by: Name) -> tuple[Fact, ...]:
    """A pair goes apart, speaks, comes together."""
    return _decided(draw, board, by, _PAIRS)


def alarms(draw: st.DrawFn, board: Board, by: Name) -> tuple[Fact, ...]:
    """A colleague is in need; somebody answers; it ends."""
    return _decided(draw, board, by, _EMERGENCIES)


LINE_STEPS: Mapping[str, Step] = {
    "contacts": contacts,
    "the melder acts": melder_acts,
    "lines": lines,
    "invites": invites,
    "the partner acts": partner_acts,
    "scales": scales,
    "pairs": pairs,
    "alarms": alarms,
}

MADE_BY: Mapping[str, Name] = {"the melder acts": MELDER, "the partner acts": PARTNER}
"""Steps that only one person takes."""
