"""Things that could stand at the cursor, with what they stand for: verbs, call signs, numbers. Pure."""

from collections.abc import Sequence
from typing import Any

from attrs import frozen

from console.actions.action import Action
from protocol.model.board import Board
from protocol.model.incident import Incident


@frozen(kw_only=True)
class Candidate:
    """One thing that could stand there."""

    text: str
    """What to put in the line."""

    subject: Any
    """What it stands for: an Action, Unit, Incident, or a value of the model. For a word or two beside it."""


@frozen(kw_only=True)
class Completion:
    """What could stand between two columns of a line."""

    start: int
    end: int
    candidates: tuple[Candidate, ...] = ()
    """Likeliest first; each once."""

    takes_first: bool = False
    """True where one Tab puts in the likeliest, and more of them go on to the others: a place."""

    @property
    def choices(self) -> tuple[str, ...]:
        """Their texts."""
        return tuple(candidate.text for candidate in self.candidates)


def verbs(begun: str, actions: Sequence[Action], language: str) -> list[Candidate]:
    """Actions with a verb that begins so, by the reader's own verb where it does."""
    wanted = begun.casefold()
    found: list[Candidate] = []
    for action in actions:
        own = action.verb_in(language)
        verb = next((verb for verb in (own, *action.verbs) if verb.startswith(wanted)), None)
        if verb is not None:
            found.append(Candidate(text=verb, subject=action))
    return found


def subjects(begun: str, board: Board) -> list[Candidate]:
    """Units and open incidents whose call sign or number begins so."""
    signs = [each for each in board.units.values() if each.call_sign.casefold().startswith(begun.casefold())]
    return [
        *(
            Candidate(text=each.call_sign, subject=each)
            for each in sorted(signs, key=lambda each: each.call_sign)
        ),
        *numbered(begun, board.open_incidents()),
    ]


def numbered(begun: str, incidents: Sequence[Incident]) -> list[Candidate]:
    """Those of the incidents whose number begins so, with `#` where it was typed."""
    mark = "#" if begun.startswith("#") else ""
    return [
        Candidate(text=f"{mark}{each.number}", subject=each)
        for each in incidents
        if str(each.number).startswith(begun.removeprefix("#"))
    ]


def others(begun: str, first: int | None, board: Board) -> list[Candidate]:
    """Open incidents beside the first one whose number begins so; none while there is no first."""
    return (
        []
        if first is None
        else numbered(begun, [each for each in board.open_incidents() if each.number != first])
    )


def partners(begun: str, incident: int | None, board: Board) -> list[Candidate]:
    """Partners on the board whose name begins so, those of this incident first."""
    known = board.incidents.get(incident or 0)
    here = () if known is None else known.scale.partners
    elsewhere = {name for each in board.incidents.values() for name in each.scale.partners} - set(here)
    names = (name for name in (*here, *sorted(elsewhere)) if name.casefold().startswith(begun.casefold()))
    return [Candidate(text=name, subject=name) for name in names]
