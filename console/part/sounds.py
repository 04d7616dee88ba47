"""The law of sounds: each with its question, who is asked, what answers it, to whom it climbs.

A sound is a question to you that only you can answer now. One's own deed makes none; each is cleared by its
own answer and by nothing else; what is not answered climbs to somebody else instead of getting louder. What
is no such question is a row that rises in silence, and makes no entry here. One table: whoever wants
another sound adds a row, its question and its answer to the texts (`sound-<key>`, `sound-<key>-answer`),
and asks first whether it is one. Decides nothing: who is meant at a moment says `asked_here`.
"""

from collections.abc import Mapping
from enum import Enum, auto

from attrs import frozen

from protocol.model.role import Role

ROOM = frozenset({Role.CENTRALIST, Role.OPCO})
"""Seats that answer for the room. Whoever looks on is asked nothing."""


class Whom(Enum):
    """Who may be meant, by a rule that hangs on nobody's presence."""

    EVERYBODY = auto()
    """All who may answer the emergency of a colleague."""

    ROOM = auto()
    OPCO = auto()
    NAMED = auto()
    """Accounts that the question names: who opened it, holds the melder, promised, agreed."""

    UNITS = auto()
    """Units that the question names: those on it, the one that was sent, those that the server would send."""

    NEARBY = auto()
    """Any free unit within the site's distance."""

    WHOSE_DEED = auto()
    """Whoever asked: nobody answered them."""


@frozen(kw_only=True)
class Climb:
    """To whom it goes when it stood unanswered for so long."""

    after_s: int
    to: Whom


@frozen(kw_only=True)
class Sound:
    """One of them."""

    key: str
    """Of its question and of its answer in the texts."""

    asked: tuple[Whom, ...]
    """At once; whose own deed it is excepted."""

    answers: tuple[str, ...]
    """Commands by the name of their class: each of them answers it, wherever it came from."""

    climbs: tuple[Climb, ...] = ()
    """In order of time; empty where everybody is asked already."""

    by_word: bool = False
    """True when `I have it` is an answer, and so the key of the bell answers it."""

    every_s: int = 0
    """It sounds again after so many seconds while nobody at all answered; 0 for once."""

    is_call: bool = False
    """A call or an emergency: beside the budget of two in ten minutes."""

    yields: bool = False
    """True for what waits with others of its kind: it sounds only where nothing but calls did for BUDGET_S.

    More of them are the same question, a row that rises: who looks at the one sees the others.
    """

    is_screen: bool = False
    """True where the screen of who is asked at once has become the question: it needs no row there."""


EMERGENCY = Sound(
    key="emergency",
    asked=(Whom.EVERYBODY,),
    answers=("AnswerEmergency", "EndEmergency"),
    by_word=True,
    every_s=3,
    is_call=True,
)
PRIORITY_1 = Sound(
    key="priority-1",
    asked=(Whom.ROOM, Whom.UNITS),
    answers=("AssignUnit", "ComeAlong", "HearAppeal"),
    climbs=(Climb(after_s=60, to=Whom.WHOSE_DEED), Climb(after_s=60, to=Whom.NEARBY)),
    by_word=True,
    is_call=True,
)
YOUR_PRIORITY_1 = Sound(
    key="your-priority-1",
    asked=(Whom.UNITS,),
    answers=("HearAppeal",),
    climbs=(Climb(after_s=30, to=Whom.WHOSE_DEED), Climb(after_s=60, to=Whom.OPCO)),
    by_word=True,
)
CALLER = Sound(
    key="caller",
    asked=(Whom.NAMED,),
    answers=("TellMelder", "StepIn", "OpenContact", "SpeakToMelder"),
    climbs=(Climb(after_s=20, to=Whom.OPCO), Climb(after_s=40, to=Whom.ROOM)),
)
COLLEAGUES = Sound(
    key="colleagues",
    asked=(Whom.NAMED, Whom.UNITS),
    answers=("AssignUnit", "ComeAlong"),
    climbs=(
        Climb(after_s=30, to=Whom.OPCO),
        Climb(after_s=90, to=Whom.ROOM),
        Climb(after_s=90, to=Whom.NEARBY),
    ),
)
NO_REACTION = Sound(
    key="no-reaction",
    asked=(Whom.NAMED,),
    answers=("AssignUnit", "ComeAlong", "React", "CloseIncident"),
    climbs=(Climb(after_s=20, to=Whom.OPCO), Climb(after_s=40, to=Whom.ROOM)),
    yields=True,
)
RETURNED = Sound(
    key="returned",
    asked=(Whom.NAMED,),
    answers=("AssignUnit", "ComeAlong", "React", "CloseIncident"),
    climbs=(Climb(after_s=20, to=Whom.OPCO), Climb(after_s=40, to=Whom.ROOM)),
    yields=True,
)
PROMISE_SOON = Sound(
    key="promise-soon",
    asked=(Whom.NAMED,),
    answers=("KeepPromise", "MovePromise", "BreakPromise"),
    yields=True,
)
PROMISE_LATE = Sound(
    key="promise-late",
    asked=(Whom.OPCO,),
    answers=("KeepPromise", "MovePromise", "BreakPromise"),
    climbs=(Climb(after_s=30, to=Whom.ROOM),),
    yields=True,
)
SENT = Sound(
    key="sent",
    asked=(Whom.UNITS,),
    answers=("SetUnitStatus", "ReleaseUnit"),
    climbs=(
        Climb(after_s=60, to=Whom.NAMED),
        Climb(after_s=90, to=Whom.OPCO),
        Climb(after_s=120, to=Whom.ROOM),
    ),
    is_call=True,
    is_screen=True,
)

SOUNDS: Mapping[str, Sound] = {
    each.key: each
    for each in (
        EMERGENCY,
        PRIORITY_1,
        YOUR_PRIORITY_1,
        CALLER,
        COLLEAGUES,
        NO_REACTION,
        RETURNED,
        PROMISE_LATE,
        PROMISE_SOON,
        SENT,
    )
}
"""All of them by their keys, the loudest first: so they stand in the row across the top."""

BUDGET, BUDGET_S = 2, 600
"""At most so many sounds in so long at one seat, beside calls and emergencies; counted in the plays."""
