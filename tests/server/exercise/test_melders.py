"""Simulated melders act in the room as real ones do, and no further."""

from datetime import UTC, datetime
from pathlib import Path

import pytest

from protocol.commands.contact import ComeIn, MakeLink, SayAsMelder
from protocol.commands.timeline import AddEntry
from protocol.errors import Reason, Refused
from protocol.model.role import Role
from protocol.model.terms import Terms
from protocol.model.text import Name, Text
from server.decide.actor import Actor
from server.exercise.melders import Melders
from server.exercise.setting.setting import melder_of
from server.ops.running import running
from server.settings.settings import Settings
from tests.server.make import opening

ANNA = Actor(name=Name("anna"), role=Role.CENTRALIST)


async def test_a_melder_speaks_once_there_is_a_link(tmp_path: Path) -> None:
    """Words before that, and anything that is not a melder's, are refused."""
    tmp_path.chmod(0o700)
    async with running(tmp_path, Settings(), clock=lambda: datetime.now(UTC)) as server:
        melders, melder = Melders(server.room, Terms()), melder_of(1)
        await server.room.do(ANNA, 1, opening())
        words = SayAsMelder(incident=1, text=Text("Ik sta in de hal."))
        with pytest.raises(Refused) as no_link:
            await melders.do(melder, words)
        await server.room.do(ANNA, 2, MakeLink(incident=1))
        await melders.do(melder, ComeIn(incident=1, key=Name("k")))
        seq = await melders.do(melder, words)
        with pytest.raises(Refused) as not_theirs:
            await melders.do(melder, AddEntry(incident=1, text=Text("x")))
        assert (no_link.value.reason, not_theirs.value.reason) == (Reason.NO_LINK, Reason.NOT_ALLOWED)
        assert seq == server.room.board.seq
        assert [word.text for word in server.room.board.incidents[1].contact_line.words] == [words.text]
