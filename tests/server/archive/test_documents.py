"""Documents of what happened: each in its shape, and refusals that say what is wrong and where."""

import json
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest

from protocol.commands.incidents import CloseIncident, EnterPhase, OpenIncident
from protocol.commands.intake import ClassifyIncident, DescribeIntake
from protocol.commands.letting_go import GiveFeedback
from protocol.commands.promises import MakePromise
from protocol.commands.units import AssignUnit, SignOnUnit
from protocol.errors import Reason, Refused
from protocol.model.melder import Melder
from protocol.model.moment import from_ms, to_ms
from protocol.model.phase import Phase
from protocol.model.place import Place
from protocol.model.point import Point
from protocol.model.priority import Priority
from protocol.model.terms import Terms
from protocol.model.text import Name, Text
from server.archive.archive import Archive
from server.archive.documents import ArchiveShelf
from server.archive.documents import World as DocumentsWorld
from server.documents.documents import Documents
from tests.server.archive.make import archived, told
from tests.server.make import World

KINDS = "history, search, near, indicators, owed, dossier"
BLAAK = Point(lat_deg=51.9200, lon_deg=4.4870)
BESIDE = Point(lat_deg=51.9205, lon_deg=4.4880)
FAR = Point(lat_deg=51.9500, lon_deg=4.4870)


def _opening(
    what: str, place: str, point: Point | None = None, priority: Priority = Priority.P2
) -> OpenIncident:
    return OpenIncident(what=Name(what), place=Place(name=Name(place), point=point), priority=priority)


def _melder(incident: int, number: str) -> DescribeIntake:
    return DescribeIntake(incident=incident, melder=Melder(name=Name("De Wit"), number=Name(number)))


@asynccontextmanager
async def _library(world: World, folder: Path) -> AsyncIterator[tuple[Documents, Archive]]:
    async with archived(world, folder) as archive:
        yield (
            Documents(
                (
                    ArchiveShelf(
                        journal=world.journal,
                        archive=archive,
                        world=DocumentsWorld(name="oefenstad", exercise=True, terms=Terms()),
                        clock=world.clock,
                    ),
                )
            ),
            archive,
        )


async def _read(documents: Documents, name: str) -> list[dict[str, Any]]:
    return [json.loads(line) for line in (await documents.document(name)).decode().splitlines()]


async def _filled(world: World, archive: Archive) -> None:
    """Three meldingen: a closed one on the Blaak, an open one beside it, and one far away."""
    await told(
        world,
        archive,
        _opening("vechtpartij", "Blaak 31", BLAAK, Priority.P1),
        _opening("fiets gestolen", "Blaak 35", BESIDE),
        _opening("vechtpartij", "Noordplein", FAR),
        _melder(1, "06-1234 5678"),
        _melder(3, "+31612345678"),
        ClassifyIncident(incident=1, code=Name("vechtpartij")),
        SignOnUnit(call_sign=Name("12.01")),
        AssignUnit(incident=1, unit=1),
        CloseIncident(incident=1, reason=Text("opgelost"), emergency=True),
    )


async def test_a_search_is_a_head_and_cases_newest_first(tmp_path: Path) -> None:
    """With total, page and pages; and the fields that the shape names."""
    world = World()
    async with _library(world, tmp_path) as (documents, archive):
        await _filled(world, archive)
        head, *cases = await _read(documents, "search?place=blaak")
    assert head == {"total": 2, "page": 1, "pages": 1, "per_page": 20}
    assert [case["number"] for case in cases] == [2, 1]
    assert cases[1] | {"opened": "", "closed": "", "assigned": "", "reacted": ""} == {
        "number": 1,
        "open": False,
        "opened": "",
        "closed": "",
        "closed_because": "opgelost",
        "priority": 1,
        "code": "vechtpartij",
        "what": "vechtpartij",
        "place": "Blaak 31",
        "lat": 51.92,
        "lon": 4.487,
        "melder_number": "06-1234 5678",
        "melder_name": "De Wit",
        "story": "",
        "phase": "closed",
        "units": ["12.01"],
        "reaction": "unit-now",
        "reacted": "",
        "assigned": "",
        "arrived": None,
        "spoken": None,
        "promises": {"kept": 0, "moved": 0, "broken": 0, "open": 0},
        "feedback": "owed",
        "passed": ["taker", "check", "feedback"],
    }


async def test_what_is_near_says_why(tmp_path: Path) -> None:
    """Open ones first; the place, the melder's number however written, and the kind nearby (A83)."""
    world = World()
    async with _library(world, tmp_path) as (documents, archive):
        await _filled(world, archive)
        asked = f"near?lat={BLAAK.lat_deg}&lon={BLAAK.lon_deg}&number=0612345678&code=vechtpartij"
        head, *near = await _read(documents, asked)
        assert head == {"total": 3}
        assert [(each["number"], each["why"], each["distance_m"]) for each in near] == [
            (3, ["number"], 3336),
            (2, ["place"], 88),
            (1, ["place", "number", "code"], 0),
        ]
        of_one = await _read(documents, "near/1")
        assert [(each["number"], each["why"]) for each in of_one[1:]] == [(3, ["number"]), (2, ["place"])]
        assert [each["number"] for each in (await _read(documents, f"{asked}&open=no"))[1:]] == [1]


async def test_the_indicators_are_one_object(tmp_path: Path) -> None:
    """Both stretches, each with everything."""
    world = World()
    async with _library(world, tmp_path) as (documents, archive):
        await _filled(world, archive)
        (told_,) = await _read(documents, "indicators")
    assert (told_["clock_start"], told_["target_min"], told_["week"]["hours"]) == ("opened", 15, 168)
    shift = told_["shift"]
    assert (shift["opened"], shift["closed"], shift["hours"]) == (3, 1, 8)
    assert shift["on_spot"] == {
        "within": 0,
        "late": 0,
        "waiting_late": 0,
        "status_missing": 1,
        "under_way": 0,
        "nobody_sent": 0,
        "share": None,
    }
    assert (shift["first_reaction"]["count"], shift["first_reaction"]["none_yet"]) == (1, 2)
    assert shift["emergency"] == {"closings": 1, "of": 1, "passed": {"check": 1, "feedback": 1, "taker": 1}}


async def test_feedback_owed_is_a_list(tmp_path: Path) -> None:
    """Longest first; what was told is not in it (A20, A22)."""
    world = World()
    async with _library(world, tmp_path) as (documents, archive):
        await _filled(world, archive)
        await told(
            world,
            archive,
            EnterPhase(incident=3, phase=Phase.MERGE_OUT),
            EnterPhase(incident=2, phase=Phase.MERGE_OUT),
            GiveFeedback(incident=2, text=Text("gebeld")),
        )
        world.clock.now += timedelta(hours=9)
        owed = await _read(documents, "owed")
    assert [(each["number"], each["units"], each["open"], each["shift"]) for each in owed] == [
        (3, [], True, False),
        (1, ["12.01"], False, False),
    ]
    assert owed[0]["since_s"] > 9 * 3_600


async def test_a_dossier_is_markdown_or_csv(tmp_path: Path) -> None:
    """With the exercise marked, the advice and the day (A84, A85)."""
    world = World()
    async with _library(world, tmp_path) as (documents, archive):
        await _filled(world, archive)
        asked = "dossier?place=blaak&title=De+Blaak&advice=Meer+licht&follow_up=2026-10-01"
        text = (await documents.document(asked)).decode()
        rows = (await documents.document(asked + "&format=csv")).decode().splitlines()
    assert "# Dossier: De Blaak" in text
    assert "OEFENING" in text
    assert "Meer licht" in text
    assert "2026-10-01" in text
    assert "| Blaak 31 | 1 |" in text
    assert "De Wit" not in text
    assert len(rows) == 3
    assert rows[1].startswith("1,")
    assert rows[1].endswith(",yes,Meer licht,2026-10-01")


async def test_a_promise_that_is_late_is_breached(tmp_path: Path) -> None:
    """By the clock that dates the changes."""
    world = World()
    due = from_ms(to_ms(world.clock.now + timedelta(minutes=10)))
    async with _library(world, tmp_path) as (documents, archive):
        await told(
            world,
            archive,
            _opening("vechtpartij", "Blaak 31"),
            MakePromise(
                incident=1, what=Text("bellen"), due=due, from_whom=Name("anna"), to_whom=Name("De Wit")
            ),
        )
        assert (await _read(documents, "indicators"))[0]["shift"]["promises"]["breached"] == 0
        world.clock.now += timedelta(minutes=10)
        assert (await _read(documents, "indicators"))[0]["shift"]["promises"]["breached"] == 1


@pytest.mark.parametrize(
    ("name", "what", "expected"),
    [
        ("", "", KINDS),
        ("history", "history", KINDS),
        ("history/x", "history/x", "history/NUMBER"),
        ("history/-1", "history/-1", "history/NUMBER"),
        ("history/0", "history/0", "history/NUMBER"),
        (f"history/{'9' * 5_000}", f"history/{'9' * 72}", "history/NUMBER"),
        ("map/1", "map/1", KINDS),
        ("near/x", "near/x", "near/NUMBER"),
        ("near", "near: ?", "a place, lat and lon, or a number"),
        ("near?lat=51", "near: lon", "degrees from -180 to 180"),
        ("near?place=x&radius_m=0", "near: radius_m", "a whole number from 1 to 100000"),
        ("search?page=0", "search: page", "a whole number from 1 to 100000"),
        ("search?colour=red", "search: colour", None),
        ("dossier?format=pdf", "dossier: format", "one of md, csv"),
        ("dossier?follow_up=soon", "dossier: follow_up", "a day like 2026-09-21"),
        ("indicators?x=1", "indicators: x", None),
    ],
)
async def test_a_name_that_means_nothing_is_refused(
    tmp_path: Path, name: str, what: str, expected: str | None
) -> None:
    """With what is wrong, and what it must look like."""
    world = World()
    async with _library(world, tmp_path) as (documents, _):
        with pytest.raises(Refused) as caught:
            await documents.document(name)
    said = caught.value.args_by_name
    assert (caught.value.reason, said["what"]) == (Reason.INVALID, what)
    assert expected in (None, said["expected"])


async def test_near_an_incident_that_never_was_is_refused(tmp_path: Path) -> None:
    """It is said which."""
    world = World()
    async with _library(world, tmp_path) as (documents, _):
        with pytest.raises(Refused, match="no-such-incident"):
            await documents.document("near/417")
