"""Everything that happens, as lines."""

import asyncio
import json
from datetime import UTC, datetime
from pathlib import Path

from console.cli.plain_json import fact_rows
from console.cli.watch import Watching, watch
from console.documents.fact_sentences import told
from console.net.access import Access
from console.net.link import new_link
from console.texts.texts import LANGUAGES, Texts
from protocol.address import read_address
from protocol.change import Change
from protocol.commands.incidents import OpenIncident
from protocol.commands.timeline import InvitePartner, JoinLine, Speak, Whisper
from protocol.commands.units import SignOnUnit
from protocol.facts.incidents import IncidentOpened
from protocol.facts.units import UnitAssigned, UnitStatusSet
from protocol.model.board import Board
from protocol.model.fix import Fix
from protocol.model.place import Place
from protocol.model.point import Point
from protocol.model.priority import Priority
from protocol.model.role import Role
from protocol.model.text import Name, Text
from protocol.model.unit_status import UnitStatus
from protocol.wire.tags import FACTS
from tests.console.serving import served, until

AT = datetime(2026, 11, 21, 12, 0, tzinfo=UTC)
MARKT = Place(name=Name("Markt 5"), point=Point(lat_deg=52.01, lon_deg=4.35).on_grid())


async def test_facts_and_positions_as_json(tmp_path: Path) -> None:
    """A line for each fact that another console brings about, with number, time, who and its fields."""
    lines: list[str] = []
    begun = asyncio.Event()
    async with served(tmp_path) as server:
        watching = new_link(server.access)
        doing = new_link(server.access)
        async with asyncio.TaskGroup() as group:
            task = group.create_task(
                watch(
                    watching,
                    Texts("nl"),
                    Watching(as_json=True, positions=True),
                    lines.append,
                    lambda _: begun.set(),
                )
            )
            await begun.wait()
            async with doing.running():
                await until(doing, lambda: doing.store.complete)
                doing.wish(SignOnUnit(call_sign=Name("12.03")))
                doing.wish(OpenIncident(what=Name("brand"), place=MARKT))
                await until(doing, lambda: not doing.store.waiting)
                doing.report((Fix(unit=1, point=MARKT.point, at=AT),) if MARKT.point else ())
                await until(watching, lambda: watching.store.fixes)
            task.cancel()
    rows = [json.loads(line) for line in lines]
    opened = next(row for row in rows if row.get("fact") == "IncidentOpened")
    assert (opened["by"], opened["what"], opened["place"]["name"]) == ("anna", "brand", "Markt 5")
    assert [row["seq"] for row in rows if "seq" in row] == [2, 3]
    assert datetime.fromisoformat(opened["at"]).tzinfo is not None
    [position] = [row for row in rows if "position" in row]
    assert (position["call_sign"], position["lat_deg"], position["lon_deg"]) == ("12.03", 52.01, 4.35)


async def test_words_of_lines_are_lines_too(tmp_path: Path) -> None:
    """A partner's run carries no words: they come beside it, and are printed once."""
    lines: list[str] = []
    begun = asyncio.Event()
    async with served(tmp_path) as server:
        secret = server.listening.accounts.add("ggz", Role.PARTNER)
        address = read_address(f"ws://ggz@127.0.0.1:{server.listening.port}")
        watching = new_link(Access(address=address, secret=secret))
        doing = new_link(server.access)
        async with asyncio.TaskGroup() as group:
            task = group.create_task(
                watch(watching, Texts("nl"), Watching(), lines.append, lambda _: begun.set())
            )
            await begun.wait()
            async with doing.running():
                await until(doing, lambda: doing.store.complete)
                doing.wish(OpenIncident(what=Name("brand"), place=MARKT))
                doing.wish(InvitePartner(incident=1, partner=Name("ggz")))
                doing.wish(Speak(incident=1, text=Text("er zijn drie mensen binnen")))
                doing.wish(Whisper(incident=1, text=Text("bekend adres")))
                await until(watching, lambda: 1 in watching.store.board.incidents)
                watching.wish(JoinLine(incident=1))
                await until(watching, lambda: any("mensen" in line for line in lines))
                doing.wish(Speak(incident=1, text=Text("de straat is dicht")))
                await until(watching, lambda: any("straat" in line for line in lines))
            task.cancel()
    words = [line for line in lines if "woord" in line]
    assert words == [
        "1 woord 1, anna: „er zijn drie mensen binnen”",
        "1 woord 3, anna: „de straat is dicht”",
    ]


async def test_it_ends_after_its_time(tmp_path: Path) -> None:
    """With a span it ends by itself, having said where it began."""
    said: list[str] = []
    async with served(tmp_path) as server:
        await watch(new_link(server.access), Texts("nl"), Watching(for_s=0.05), print, said.append)
    assert said == ["Vanaf wijziging 1."]


def test_rows_are_json_all_the_way_down() -> None:
    """Enums are their keys, points degrees; two facts of one change are two rows with one number."""
    facts = (
        IncidentOpened(incident=1, priority=Priority.P1, what=Name("brand"), place=MARKT),
        UnitStatusSet(unit=1, status=UnitStatus.ON_SCENE),
    )
    rows = list(fact_rows(Change(seq=7, at=AT, by=Name("anna"), facts=facts)))
    assert json.loads(json.dumps(rows)) == rows
    assert [row["seq"] for row in rows] == [7, 7]
    assert rows[0]["place"]["point"]["lat_deg"] == round(52.01, 5)
    assert rows[1]["status"] == "on-scene"


def test_every_fact_has_a_sentence() -> None:
    """Each fact of the protocol reads as a sentence in both languages."""
    for kind in FACTS.values():
        key = "fact" + "".join(f"-{char.lower()}" if char.isupper() else char for char in kind.__name__)
        assert all(Texts(language).has(key) for language in LANGUAGES)


def test_a_fact_is_told() -> None:
    """Units that are not on the board are named by their id; an unknown fact by its name."""
    [row] = fact_rows(Change(seq=7, at=AT, by=Name("anna"), facts=(UnitAssigned(incident=417, unit=3),)))
    assert told(row, Board(), Texts("nl", strict=True)).endswith("anna: 3 gekoppeld aan 417")
    assert told({**row, "fact": "NewThing"}, Board(), Texts("nl", strict=True)).endswith("anna: NewThing")
