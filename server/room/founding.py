"""The first fact of a journal: which world this is, and of which kind.

Written once, at the very first start; looked at in every later one. Live and exercise never mix.
"""

from datetime import datetime

from protocol.change import Change
from protocol.facts.world import WorldFounded
from protocol.fold import fold
from protocol.model.board import Board
from protocol.model.moment import normal
from protocol.model.text import Name
from server.journal.errors import WrongWorld
from server.journal.sqlite import SqliteJournal
from server.room.room import OWN_COMMAND, SERVER, as_record
from server.room.saved_board import as_change

_KINDS = {True: "an exercise", False: "live"}


async def founded(journal: SqliteJournal, board: Board, world: Name, exercise: bool, now: datetime) -> Board:
    """The board of this world, which is founded when its journal is empty.

    `board` is the one after the journal's last record. Raises WrongWorld when an old world is now called
    another kind; JournalError.
    """
    if board.seq == 0:
        first = WorldFounded(world=world, exercise=exercise)
        change = Change(seq=1, at=normal(now), by=SERVER.name, facts=(first,))
        await journal.append(as_record(change, OWN_COMMAND, board))
        return fold(board, change)
    for fact in as_change((await journal.records(0, 1))[0]).facts:
        if isinstance(fact, WorldFounded) and fact.exercise is not exercise:
            raise WrongWorld(
                journal.path, f"{fact.world}, {_KINDS[fact.exercise]}", f"{world}, {_KINDS[exercise]}"
            )
    return board
