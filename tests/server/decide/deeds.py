"""Deeds as the room remembers them, for the tests of taking them back: each done on the board before it."""

from datetime import datetime

from attrs import evolve

from protocol.change import Change
from protocol.commands.back import TakeBack
from protocol.commands.command import Command
from protocol.fold import fold
from protocol.model.board import Board
from server.decide import decide
from server.decide.actor import Actor
from server.decide.deed import Deed, Deeds
from tests.protocol.make import minute
from tests.server.decide.make import ANNA

AT = minute(90)


class Doing:
    """One board as it goes on, and the deeds on it."""

    def __init__(self, board: Board) -> None:
        self.board = evolve(board, at=AT)
        self.deeds: list[Deed] = []
        self.statuses: tuple[Deed, ...] = ()

    def do(self, command: Command, by: Actor = ANNA, *, at: datetime = AT) -> Deed:
        """The wish is accepted. Raises Refused."""
        before = evolve(self.board, at=at)
        actor = by
        if isinstance(command, TakeBack):
            actor = evolve(by, deeds=Deeds(recent=tuple(self.deeds), statuses=self.statuses))
        facts = decide(before, command, actor)
        change = Change(seq=before.seq + 1, at=at, by=by.name, facts=facts)
        self.board = fold(before, change)
        deed = Deed(wish=len(self.deeds) + 1, command=command, change=change, before=before, after=self.board)
        self.deeds.append(deed)
        return deed
