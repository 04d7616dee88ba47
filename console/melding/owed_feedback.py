"""Feedback owed: the melders who have not heard how it ended, longest first. Pure; from the board alone."""

from console.harmless import harmless
from console.paint.age import age, seconds_between
from console.paint.words import Say
from console.part.said import place_said, what_said
from protocol.model.board import Board
from protocol.model.incident import Incident
from protocol.rules.contact import holder
from protocol.rules.letting_go import feedback_owed


def owed(board: Board, by_whom: str = "") -> tuple[Incident, ...]:
    """What is owed by the room, or by one unit or holder (upper or lower case)."""
    wanted = by_whom.strip().casefold()
    waiting = (each for each in board.incidents.values() if feedback_owed(each))
    return tuple(
        sorted(
            (each for each in waiting if not wanted or wanted in _whose(each)),
            key=lambda each: (each.phase_since, each.number),
        )
    )


def owed_lines(board: Board, say: Say, by_whom: str = "") -> list[str]:
    """A line for each, harmless."""
    return [
        say(
            "owed-row",
            incident=each.number,
            what=what_said(each, say),
            place=place_said(each, say),
            since=age(seconds_between(each.phase_since, board.at)),
            who=harmless(", ".join((holder(each), *each.involved))),
        )
        for each in owed(board, by_whom)
    ]


def _whose(incident: Incident) -> tuple[str, ...]:
    return tuple(name.casefold() for name in (holder(incident), *incident.involved))
