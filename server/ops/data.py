"""What one world has on its disk, opened for a server and let go of after it.

Its journal with the board that it adds up to, its accounts and keys, its classes and its map. Opened in the
order in which a mistake costs least: what is only read comes before the journal, which is made where there is
none.
"""

import asyncio
import logging
from collections.abc import AsyncIterator, Sequence
from contextlib import AsyncExitStack, asynccontextmanager
from datetime import datetime
from pathlib import Path

from attrs import frozen

from protocol.model.board import Board
from protocol.model.moment import to_ms
from server.accounts.accounts import Accounts
from server.accounts.key_file import key_in
from server.accounts.tickets import Tickets
from server.classification.load import Classification, load
from server.geo.opened import Geo, open_geo
from server.journal.sqlite import SqliteJournal
from server.melder.codes import FILE_NAME as CODES_FILE
from server.melder.codes import Codes
from server.room.founding import founded
from server.room.room import REMEMBERED_COMMANDS
from server.room.saved_board import load_board
from server.settings.settings import Settings

log = logging.getLogger(__name__)


@frozen(kw_only=True, eq=False)
class Data:
    """Everything of one world, at the start of its server."""

    directory: Path
    classification: Classification
    geo: Geo
    journal: SqliteJournal
    board: Board
    """After the journal's last record."""

    earlier: Sequence[tuple[str, int, int]]
    """Who asked what before this start: account, id, number of the change."""

    accounts: Accounts
    tickets: Tickets
    codes: Codes


@asynccontextmanager
async def opened(
    directory: Path, settings: Settings, *, wall_now: datetime, world_now: datetime
) -> AsyncIterator[Data]:
    """The world in `directory`, while the context lasts; a new one is founded at `world_now`.

    Raises JournalError, AccountProblem, MapWrong, ConfigWrong, BadMessage or OSError; each says what and
    where.
    """
    async with AsyncExitStack() as stack:
        classification = load(directory, settings.classifications)
        geo = await asyncio.to_thread(
            open_geo, settings.map, weights=settings.weights, teams=settings.teams, terms=settings.terms
        )
        stack.callback(geo.close)
        journal = await SqliteJournal.open(directory, world=settings.world, now_ms=to_ms(wall_now))
        stack.push_async_callback(journal.close)
        board = await load_board(journal)
        board = await founded(journal, board, settings.world, settings.exercise, world_now)
        accounts = Accounts(directory)
        for name in accounts.belong_to(settings.exercise):
            log.warning("account %s is for the other kind of world and does not open this one", name)
        yield Data(
            directory=directory,
            classification=classification,
            geo=geo,
            journal=journal,
            board=board,
            earlier=await journal.recent_commands(REMEMBERED_COMMANDS),
            accounts=accounts,
            tickets=Tickets(directory, accounts, journal.history),
            codes=Codes(key_in(directory / CODES_FILE), journal.history),
        )
