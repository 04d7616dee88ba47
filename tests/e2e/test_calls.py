"""Calls and who goes to them, by two people at screens of their own over a real server."""

from pathlib import Path

from protocol.model.role import Role
from tests.console.seats import seats

ROOM = {"anna": Role.CENTRALIST, "bert": Role.CENTRALIST}


async def test_a_melding_left_by_its_last_unit_waits_again(tmp_path: Path) -> None:
    """Bert takes the only unit of anna's melding: he reads it before, and at anna it is on top and rings."""
    async with seats(tmp_path, ROOM) as at:
        anna, bert = at["anna"], at["bert"]
        anna.types("aanmelden 12.01")
        anna.types("nieuw 3 burenruzie @ Markt 4")
        await anna.until(lambda: 1 in anna.board.incidents)
        await anna.until(lambda: anna.board.unit_called("12.01"))
        anna.types("koppel 1 12.01")
        bert.types("nieuw 1 steekpartij @ Havenkade 3")
        await anna.until(lambda: 2 in anna.board.incidents)
        await bert.until(lambda: 2 in bert.board.incidents and bert.board.incidents[1].units)
        bert.begins("koppel 2 12.01 !")
        assert "12.01 komt van 1, en daar blijft niemand: prio 3 burenruzie, Markt 4." in bert.notice_shows()
        anna.desk.second()
        rang = anna.rang
        bert.desk.press("enter", None)
        await anna.until(lambda: anna.board.incidents[2].units)
        waits, runs = (
            row for row in anna.board_shows().splitlines() if "Markt 4" in row or "Havenkade" in row
        )
        assert "burenruzie" in waits
        assert "◆" in waits
        assert "12.01" in runs
        anna.desk.second()
        assert anna.rang > rang
