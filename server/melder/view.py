"""What the melder's page may see of an incident: only words that are meant for the citizen (A11, A14). Pure.

The other side of the house is not here: no call signs, no log, no whispers, no other names than the melder's
own. Who listens is said, as a number, because nobody listens unseen (A49).
"""

from collections.abc import Iterable
from datetime import datetime

from attrs import frozen

from protocol.model.board import Board
from protocol.model.entry import EntryKind
from protocol.model.incident import Incident
from protocol.model.member import Right
from protocol.model.promise import Promise, PromiseState
from protocol.model.unit_status import UnitStatus

MELDER_WORDS = frozenset({"melder", "caller", "beller", "burger", "citizen"})
"""To whom a promise is made, when it is made to the melder and no name is known."""


@frozen(kw_only=True)
class Word:
    """A message; `mine` from the melder's side."""

    id: int
    at: datetime
    mine: bool
    text: str


@frozen(kw_only=True)
class Promised:
    """What was promised to the melder, and when."""

    what: str
    due: datetime
    made: datetime
    state: str
    """`open`, `kept`, `moved` or `broken`."""


@frozen(kw_only=True)
class MeldersView:
    """One moment of the page."""

    words: tuple[Word, ...]
    struck: tuple[int, ...]
    """The ids of words that the police took back: whoever has them reads that they are."""

    stage: str
    """`received`, `sent`, `there`, `ending` or `closed`: a key of the page's texts."""

    officer: bool
    """True while an officer talks on the line."""

    listeners: int
    """How many of the police listen and do not speak."""

    promises: tuple[Promised, ...]
    safe: bool
    shared: bool
    """True once the page told where it is."""

    feedback: str
    """How it ended, in words for the citizen; "" while nobody told."""


def melders_view(incident: Incident, board: Board) -> MeldersView:
    """What the page shows."""
    line, feedback = incident.contact_line, incident.letting_go.feedback
    return MeldersView(
        words=tuple(
            Word(id=word.id, at=word.at, mine=word.kind is EntryKind.MELDER, text=word.text)
            for word in line.words
            if word.struck_by is None
        ),
        struck=tuple(word.id for word in line.words if word.struck_by is not None),
        stage=_stage(incident, board),
        officer=line.is_open and any(each.right is Right.TALKS for each in line.members),
        listeners=sum(each.right is Right.LISTENS for each in line.members),
        promises=tuple(_promised(promise) for promise in _to_melder(incident)),
        safe=line.safe_at is not None,
        shared=line.melder_at is not None,
        feedback=feedback.text if feedback is not None and feedback.given else "",
    )


def _stage(incident: Incident, board: Board) -> str:
    if not incident.is_open:
        return "closed"
    statuses = {board.units[id].status for id in incident.units if id in board.units}
    if UnitStatus.ON_SCENE in statuses:
        return "there"
    if UnitStatus.EN_ROUTE in statuses or UnitStatus.ASSIGNED in statuses:
        return "sent"
    return "ending" if incident.arrived_at is not None else "received"


def _to_melder(incident: Incident) -> Iterable[Promise]:
    """A promise between colleagues or partners is not the melder's to read (A81)."""
    melder = incident.intake.melder
    names = MELDER_WORDS | ({melder.name.casefold()} if melder is not None and melder.name else set())
    return (each for each in incident.promises if each.to_whom.casefold() in names)


def _promised(promise: Promise) -> Promised:
    state = "open" if promise.state is PromiseState.OPEN else promise.state.key
    return Promised(what=promise.what, due=promise.due, made=promise.made_at, state=state)
