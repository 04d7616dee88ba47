"""Command lines without a screen: answers in order, and an exit status to go by."""

import json
from pathlib import Path
from typing import Any

import pytest
from attrs import evolve

from console.actions.catalog import CATALOG
from console.cli.do import Doer, Manner, usage, verbs
from console.cli.exits import Exit
from console.documents.fact_sentences import told
from console.net.access import Access
from console.net.await_server import reach
from console.net.document_fetch import fetched, past_of, rows_of
from console.net.link import new_link
from console.texts.texts import Texts
from console.texts.trouble import CannotGoOn
from protocol.address import read_address
from protocol.errors import Reason, Refused
from protocol.model.board import Board
from protocol.model.role import Role
from protocol.model.unit_status import UnitStatus
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
            server,
            ["nieuw 1 inbraak @ Markt 5", "aanmelden 12.03", "koppel", "12.03 onderweg", "log -- 2 man"],
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


async def test_a_melding_that_was_not_opened_leaves_none_selected(tmp_path: Path) -> None:
    """What follows a call that failed does not go to the one before it."""
    lines = [
        "nieuw brand @ Markt",
        "log een",
        "nieuw zonder plaats",
        "log twee",
        "nieuw x @ y (99,4)",
        "wat drie",
    ]
    async with served(tmp_path) as server:
        await _do(server, lines, keep_going=True)
        board = server.listening.room.board
    assert [entry.text for entry in board.incidents[1].entries] == ["een"]
    assert board.incidents[1].what == "brand"


async def test_nothing_is_selected_that_the_run_did_not_name(tmp_path: Path) -> None:
    """Another run begins with nothing, and a number that is none does nothing."""
    async with served(tmp_path) as server:
        await _do(server, ["nieuw brand @ Markt"])
        for line in ("log man", "log 77 man", "noodsluit 77 te laat", "sluit 77 x"):
            assert (await _do(server, [line]))[0] is Exit.NOT_UNDERSTOOD
        for line in ("noodsluit 77 te laat", "log 77 man", "plaats 77 Kade 3"):
            assert (await _do(server, ["toon 1", line]))[0] is Exit.NOT_UNDERSTOOD
        incident = server.listening.room.board.incidents[1]
    assert (incident.is_open, incident.entries, incident.place.name) == (True, (), "Markt")


async def test_the_answer_to_a_promise_says_when_that_is(tmp_path: Path) -> None:
    """And `door:ik` is whoever typed it."""
    async with served(tmp_path) as server:
        _, said = await _do(server, ["nieuw brand @ Markt", "toezegging 20m bellen door:ik"])
        promise = server.listening.room.board.incidents[1].promises[0]
    assert said[1].endswith("over 20 min")
    assert promise.from_whom == "anna"


async def test_the_account_of_a_unit_is_that_unit(tmp_path: Path) -> None:
    """Its own lines need no call sign, and what it logs on the room's melding stands there for both."""
    async with served(tmp_path) as server:
        await _do(server, ["aanmelden 12.03", "nieuw brand @ Markt", "koppel 12.03"])
        secret = server.listening.accounts.add("12.03", Role.UNIT)
        address = read_address(f"ws://12.03@127.0.0.1:{server.listening.port}")
        unit = evolve(server, access=Access(address=address, secret=secret))
        status, said = await _do(unit, ["status onderweg", "zeg 1 ik rijd", "zeg 77 ik rijd"])
        _, heard = await _do(server, ["historie 1"])
        known = server.listening.room.board.units[1]
    assert (status, known.status) == (Exit.NOT_UNDERSTOOD, UnitStatus.EN_ROUTE)
    assert "77" in said[-1]
    assert sum("ik rijd" in line for line in heard) == 1


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


async def test_a_melding_from_the_first_word_to_letting_go(tmp_path: Path) -> None:
    """Closing too early names what is missing and what to type; once that is typed it closes (A41)."""
    async with served(tmp_path) as server:
        status, said = await _do(
            server,
            [
                "nieuw ruzie @ Markt",
                "melder mevr. De Boer 0612345678",
                "reactie telefonisch akkoord",
                "toezegging 20m terugbellen",
            ],
        )
        assert status is Exit.DONE, said
        refused, early = await _do(server, ["sluit 1 klaar"])
        status, said = await _do(
            server,
            [
                "nagekomen 1",
                "zelf 1 buurvrouw blijft",
                "klaar 1 akkoord",
                "terugmelding 1 gebeld",
                "sluit 1 klaar",
            ],
        )
        incident = server.listening.room.board.incidents[1]
    assert refused is Exit.REFUSED
    assert "een open toezegging (nagekomen, verzet of breek); een overnemer" in early[0]
    assert "een reactie" not in early[0]
    assert (status, incident.is_open) == (Exit.DONE, False), said
    assert (incident.promises[0].to_whom, incident.promises[0].from_whom) == ("mevr. De Boer", "anna")


async def test_an_emergency_passes_the_guard(tmp_path: Path) -> None:
    """`sluit!` closes at once, and the history says over what."""
    async with served(tmp_path) as server:
        status, _ = await _do(server, ["nieuw brand @ Markt", "sluit! 1 alles weg"])
        rows = rows_of(await past_of(new_link(server.access), 1))
    assert status is Exit.DONE
    sentence = told(rows[-1], Board(), TEXTS)
    assert sentence.endswith(
        "1 gesloten: alles weg (in nood; ontbrak: reactie; overnemer of zelf; klaar; terugmelding)"
    )


async def test_a_code_word_classifies_at_opening(tmp_path: Path) -> None:
    """The list comes from the server before the line is read; one command opens and classifies (A2)."""
    async with served(tmp_path) as server:
        rows = _rows(await _fetched(server, "classifications"))
        code = next(row for row in rows if row["priority"] and row["priority"] != 2)
        status, said = await _do(server, [f"nieuw -{code['code']} @ Markt", "klasse -"])
        history = rows_of(await past_of(new_link(server.access), 1))
    assert status is Exit.DONE, said
    opened, classified, taken_back = history
    assert (opened["priority"], opened["what"]) == (code["priority"], code["levels"][-1])
    assert (classified["fact"], classified["code"]) == ("IncidentClassified", code["code"])
    assert (taken_back["fact"], taken_back["code"]) == ("IncidentClassified", "")


async def test_documents_are_printed(tmp_path: Path) -> None:
    """Search, near, owed and the figures work without a screen, in words or as JSON."""
    async with served(tmp_path) as server:
        await _do(server, ["nieuw fiets gestolen @ Markt", "nieuw fiets weg @ Markt"])
        status, said = await _do(server, ["zoek fiets", "eerder 2", "verschuldigd", "indicatoren"])
        _, as_json = await _do(server, ["indicators"], as_json=True)
        refused, why = await _do(server, ["zoek fiets blad:x"])
    assert (status, said[0]) == (Exit.DONE, "2 gevonden, blad 1 van 1")
    assert "fiets weg, Markt  open" in said[1]
    assert "1 eerder gevonden" in said
    assert said[-1].splitlines()[0] == "Deze dienst: 2 geopend, 0 gesloten"
    assert json.loads(as_json[0])["shift"]["opened"] == 2
    assert (refused, len(why)) == (Exit.REFUSED, 1)


async def _fetched(server: Served, name: str) -> bytes:
    link = new_link(server.access)
    async with link.running():
        await reach(link, 10.0)
        return await fetched(link, name)


def _rows(document: bytes) -> list[dict[str, Any]]:
    return [json.loads(line) for line in document.decode().splitlines()]


async def test_who_goes_can_be_said_and_asked_without_a_screen(tmp_path: Path) -> None:
    """Crew, skills and work reach the board; who can go comes with its reasons; no map is said."""
    async with served(tmp_path) as server:
        status, said = await _do(
            server,
            [
                "nieuw 1 brand @ Markt (52.01,4.36)",
                "aanmelden 12.03 fiets solo leidend team:Noord kan:fries",
                "taak 12.03 vast verhoor",
                "vereist 1 fries, taser",
                "wie 1",
                "bereik 8",
                "afgerond 12.03",
                "afgerond 12.03",
                "vind markt",
                "waarom 1 3",
            ],
            keep_going=True,
        )
        unit = server.listening.room.board.units[1]
        asked = server.listening.room.board.incidents[1].skills
    assert status is Exit.REFUSED
    assert (unit.crew, unit.team, unit.skills, unit.autonomy.key) == (1, "Noord", ("fries",), "leading")
    assert (unit.task, asked) == (None, ("fries", "taser"))
    assert "vereist fries, taser" in said[4]
    assert said[5].startswith("1. 12.03  ")
    assert all(word in said[5] for word in ("niet te onderbreken: verhoor", "kan fries", "mist taser"))
    assert "in rechte lijn" in said[6]
    assert "heeft geen taak" in said[-3]
    assert "geen kaart" in said[-2]
    assert "ging de dichtstbijzijnde" in said[-1]


async def test_the_last_deed_of_the_account_is_taken_back_and_nothing_a_second_time(tmp_path: Path) -> None:
    """In the same run or the next; what nothing undoes says why."""
    async with served(tmp_path) as server:
        await _do(server, ["nieuw 3 fiets @ Markt 5", "log 1 verkeerde melding"])
        status, said = await _do(server, ["herroep"])
        entries = server.listening.room.board.incidents[1].entries
        again, refused = await _do(server, ["herroep", "herroep"])
        board = server.listening.room.board
    assert (status, said) == (Exit.DONE, ["gedaan: herroep"])
    assert [entry.struck_by for entry in entries] == ["anna"]
    assert not board.incidents[1].is_open
    assert again is Exit.REFUSED
    assert "niets van u om terug te nemen" in refused[-1]
