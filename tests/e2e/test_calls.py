"""Calls and who goes to them, by two people at screens of their own over a real server."""

from pathlib import Path

from console.memory.run_memory import RunMemory
from protocol.address import read_address
from protocol.model.missing import Missing
from protocol.model.role import Role
from protocol.rules.letting_go import missing_to_let_go
from tests.console.rig import type_keys
from tests.console.seats import office, seats

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


async def test_a_call_without_a_place_has_its_number_at_once(tmp_path: Path) -> None:
    """It is loud at both, asked for where one works and before it is let go, and over once it is said."""
    async with seats(tmp_path, ROOM) as at:
        anna, bert = at["anna"], at["bert"]
        anna.desk.press("f6", None)
        type_keys(anna.desk, "1 steekpartij")
        anna.desk.press("enter", None)
        anna.desk.press("escape", None)
        await bert.sees("plaats onbekend")
        await anna.sees("1 heeft geen plaats: waar is het? (plaats)", anna.notice_shows)
        bert.desk.select(1)
        assert "? 1 heeft geen plaats: waar is het? (plaats)" in bert.card_shows()
        assert Missing.PLACE in missing_to_let_go(bert.board.incidents[1])
        bert.types("plaats 1 Markt 4")
        await anna.sees("Markt 4")
        assert "plaats onbekend" not in anna.board_shows()
        assert "waar is het" not in anna.notice_shows()


async def test_what_rose_is_asked_what_it_is_now(tmp_path: Path) -> None:
    """At who looks at it, whoever raised it; the row is marked until somebody says it."""
    async with seats(tmp_path, ROOM) as at:
        anna, bert = at["anna"], at["bert"]
        anna.types("nieuw 4 burenruzie @ Markt 4")
        await bert.until(lambda: 1 in bert.board.incidents)
        bert.types("prioriteit 1 1")
        await anna.sees("burenruzie ?")
        anna.desk.select(1)
        await anna.sees("1 is nu prio 1 en heet nog burenruzie: wat is het nu?", anna.notice_shows)
        anna.types("wat 1 steekpartij")
        row = await bert.sees("steekpartij")
        assert "steekpartij ?" not in row


async def test_two_who_take_the_same_call_see_it_and_one_attaches(tmp_path: Path) -> None:
    """Half a call of anna's stands on bert's board and first in his form; his words go to her melding."""
    async with seats(tmp_path, ROOM) as at:
        anna, bert = at["anna"], at["bert"]
        anna.desk.press("f6", None)
        type_keys(anna.desk, "1 steekpartij @ Mark")
        anna.tells()
        row = await bert.sees("steekpartij · Mark")
        assert "✎" in row
        assert "anna neemt aan" in row
        bert.desk.press("f6", None)
        type_keys(bert.desk, "gewonde man, steekpartij @ Markt bij de bank")
        await bert.sees("anna neemt aan", bert.form_shows)
        bert.desk.press("f10", None)
        bert.tells()
        type_keys(anna.desk, "t 4")
        anna.desk.press("enter", None)
        await anna.sees("gewonde man", lambda: str(anna.board.incidents.get(1)))
        assert list(anna.board.incidents) == [1]
        assert anna.board.incidents[1].entries[0].by == "bert"
        anna.tells()
        await bert.until(lambda: not bert.link.store.present.halves)


async def test_what_was_attached_wrongly_is_a_call_of_its_own_again(tmp_path: Path) -> None:
    """Struck at both, and it lies half where it was typed."""
    async with seats(tmp_path, ROOM) as at:
        anna, bert = at["anna"], at["bert"]
        anna.types("nieuw 2 brand @ Kade 3")
        await bert.until(lambda: 1 in bert.board.incidents)
        bert.desk.press("f6", None)
        type_keys(bert.desk, "2 brand @ Kade 30")
        bert.desk.press("f10", None)
        await anna.until(lambda: anna.board.incidents[1].entries)
        bert.desk.select(1)
        bert.desk.perform_id("detach")
        await anna.until(lambda: anna.board.incidents[1].entries[0].struck_by == "bert")
        await bert.until(lambda: bert.desk.parts.intake.forms.half_count == 1)
        bert.desk.perform_id("resume")
        bert.desk.press("enter", None)
        await anna.until(lambda: 2 in anna.board.incidents)
        assert anna.board.incidents[2].place.name == "Kade 30"


async def test_a_next_call_begins_blank_and_the_half_one_comes_back(tmp_path: Path) -> None:
    """It stands on both boards meanwhile; a melding's form opens again with what another desk said of it."""
    async with seats(tmp_path, ROOM) as at:
        anna, bert = at["anna"], at["bert"]
        anna.desk.press("f6", None)
        type_keys(anna.desk, "inbraak @ Markt")
        anna.desk.press("f6", None)
        type_keys(anna.desk, "1 brand @ Kade 3")
        anna.desk.press("enter", None)
        anna.desk.press("escape", None)
        anna.tells()
        await bert.sees("inbraak · Markt")
        await anna.sees("inbraak · Markt")
        await bert.until(lambda: 1 in bert.board.incidents)
        bert.types("verwacht 1 dat wij bellen")
        await anna.until(lambda: anna.board.incidents[1].intake.expects)
        anna.desk.perform_id("resume")
        assert anna.desk.parts.intake.forms.now.text("open") == "inbraak @ Markt"
        anna.desk.press("escape", None)
        bert.desk.select(1)
        bert.desk.perform_id("grow")
        assert "dat wij bellen" in bert.form_shows()


async def test_who_works_on_what_is_seen(tmp_path: Path) -> None:
    """On the row and in the melding's head, with a sign for who types; a unit sees nothing of it."""
    async with seats(tmp_path, {**ROOM, "12.01": Role.UNIT}) as at:
        anna, bert, unit = at["anna"], at["bert"], at["12.01"]
        anna.types("nieuw 2 inbraak @ Markt 4")
        await bert.until(lambda: 1 in bert.board.incidents)
        await anna.until(lambda: anna.desk.context().incident == 1)
        anna.tells()
        await bert.sees(" an Markt 4")
        anna.begins("log hij heeft een mes")
        anna.tells()
        await bert.sees("an✎")
        bert.desk.select(1)
        await bert.sees("anna ✎", bert.card_shows)
        assert not unit.link.store.present.seats
        assert "an✎" not in unit.board_shows()


async def test_words_to_a_new_call_wait_for_its_number_over_the_wire(tmp_path: Path) -> None:
    """Said right behind Enter, with the link away and after the console was killed: each arrives once."""
    async with office(tmp_path, ROOM) as here, here.seat("bert") as bert:
        state = tmp_path / "state"
        address = read_address(f"ws://anna@127.0.0.1:{here.listening.port}")
        memory = RunMemory(address, state=state)
        async with here.seat("anna", memory=memory) as anna:
            anna.types("nieuw 1 steekpartij @ Markt 4")
            anna.types("log hij heeft een mes")
            await bert.until(lambda: 1 in bert.board.incidents and bert.board.incidents[1].entries)
            await anna.until(lambda: anna.desk.context().incident == 1)
        # The link is gone now, and the desk goes on.
        anna.types("nieuw 2 brand @ Kade 3")
        anna.types("log de hond is nog binnen")
        memory.abandon()
        again = RunMemory(address, state=state)
        async with here.seat("anna", memory=again) as anna:
            assert 2 not in bert.board.incidents
            anna.desk.perform_id("send-left")
            await bert.until(lambda: 2 in bert.board.incidents and bert.board.incidents[2].entries)
            await anna.answered()
        texts = [each.text for incident in bert.board.incidents.values() for each in incident.entries]
        assert texts == ["hij heeft een mes", "de hond is nog binnen"]
        again.close()
