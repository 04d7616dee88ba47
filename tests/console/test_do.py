"""Command lines without a screen: answers in order, and an exit status to go by."""

import json
from pathlib import Path
from typing import Any

import pytest

from console.actions.catalog import CATALOG
from console.do import Doer, Manner, usage, verbs
from console.exits import Exit
from console.link import new_link
from console.past_of import past_of, rows_of
from console.texts.texts import Texts
from console.trouble import CannotGoOn
from protocol.errors import Reason, Refused
from tests.console.serving import Served, served

TEXTS = Texts("nl", strict=True)


async def _do(server: Served, lines: list[str], **manner: Any) -> tuple[Exit, list[str]]:
    said: list[str] = []
    doer = Doer(new_link(server.access), CATALOG, TEXTS, Manner(**manner), said.append)
    return await doer.run(lines), said


async def test_lines_run_in_order_and_select_what_they_give_out(tmp_path: Path) -> None:
    """A new incident and a new unit are selected for the lines that follow."""
    async with served(tmp_path) as server:
        status, said = await _do(
            server, ["nieuw 1 inbraak @ Markt 5", "aanmelden 12.03", "koppel", "12.03 onderweg", "log 2 man"]
        )
        board = server.listening.room.board
    assert status is Exit.DONE
    assert said[0] == "gedaan: nieuw 1 inbraak @ Markt 5 (melding 1)"
    assert board.units[1].incident == 1
    assert [entry.text for entry in board.incidents[1].entries] == ["2 man"]


@pytest.mark.parametrize(
    ("lines", "status", "count"),
    [
        (["instappen 1", "instappen 1", "log 1 nooit"], Exit.REFUSED, 2),
        (["kopple 1", "log 1 nooit"], Exit.NOT_UNDERSTOOD, 1),
        (["inzoomen", "log 1 nooit"], Exit.NOT_UNDERSTOOD, 1),
        (["toon 1", "log ja"], Exit.DONE, 2),
    ],
)
async def test_it_stops_at_the_first_that_fails(
    tmp_path: Path, lines: list[str], status: Exit, count: int
) -> None:
    """What follows a failed line is not tried, since it often builds on it."""
    async with served(tmp_path) as server:
        await _do(server, ["nieuw brand @ Markt"])
        found, said = await _do(server, lines)
        texts = [entry.text for entry in server.listening.room.board.incidents[1].entries]
    assert (found, len(said)) == (status, count)
    assert "nooit" not in texts


async def test_it_keeps_going_when_told(tmp_path: Path) -> None:
    """With keep_going every line runs, and the exit status is the worst."""
    async with served(tmp_path) as server:
        status, said = await _do(server, ["xyzzy", "nieuw brand @ Markt", "zeg 1 hallo"], keep_going=True)
    assert (status, len(said)) == (Exit.NOT_UNDERSTOOD, 3)


async def test_answers_as_json(tmp_path: Path) -> None:
    """One object an answer: done with its numbers, refused with its reason, or a problem with its place."""
    async with served(tmp_path) as server:
        _, said = await _do(
            server, ["nieuw brand @ Markt", "instappen 9", "uitstappen 1"], as_json=True, keep_going=True
        )
    done, problem, refused = map(json.loads, said)
    assert done == {"line": "nieuw brand @ Markt", "ok": True, "seq": 2, "number": 1}
    assert (problem["ok"], problem["problem"], problem["start"]) == (False, "problem-unknown-incident", 10)
    assert (refused["ok"], refused["refused"]) == (False, "not-on-line")
    assert refused["text"] == "U bent niet op de lijn van melding 1."


async def test_a_problem_is_pointed_at(tmp_path: Path) -> None:
    """The line is shown with a mark under what is wrong."""
    async with served(tmp_path) as server:
        _, said = await _do(server, ["nieuw brand @ Markt (99,4)"])
    assert said[0].splitlines()[:2] == ["> nieuw brand @ Markt (99,4)", " " * 22 + "^" * 6]


async def test_no_server_is_given_up(tmp_path: Path) -> None:
    """Without a server within the time it ends, naming why."""
    async with served(tmp_path) as server:
        access = server.access
    doer = Doer(new_link(access), CATALOG, TEXTS, Manner(reach_s=0.3), print)
    with pytest.raises(CannotGoOn) as caught:
        await doer.run(["help"])
    assert caught.value.trouble.key == "trouble-unreachable"


def test_help_lists_every_verb_that_sends() -> None:
    """Each action that works without a screen has its usage in two lines."""
    rows = verbs(CATALOG, TEXTS)
    assert {row["verb"] for row in rows} >= {action.verb for action in CATALOG.actions if action.build}
    assert usage(rows[0]).splitlines()[0] == "nieuw [prioriteit] <wat> <plaats> [eerste regel]"


async def test_the_past_of_an_incident(tmp_path: Path) -> None:
    """Everything that happened with one incident comes as rows, however long; another number is refused."""
    async with served(tmp_path) as server:
        await _do(server, ["nieuw brand @ Markt", *(f"log 1 regel {n} {'x' * 400}" for n in range(20))])
        rows = rows_of(await past_of(new_link(server.access), 1))
        with pytest.raises(Refused) as caught:
            await past_of(new_link(server.access), 77)
    assert [row["fact"] for row in rows] == ["IncidentOpened", *["EntryAdded"] * 20]
    assert caught.value.reason is Reason.NO_SUCH_INCIDENT
