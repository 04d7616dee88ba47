"""The command line as a whole, as its own process: exit statuses and where the words go."""

import asyncio
import json
import os
import subprocess
import sys
from pathlib import Path

import pytest
from click.testing import CliRunner

from console.cli.main import main
from server.accounts.accounts import FILE_NAME as ACCOUNTS
from server.settings.settings import FILE_NAME as SETTINGS
from tests.console.serving import served

ROOT = Path(__file__).parents[3]


async def _openlijn(*args: str, secret: str = "", stdin: bytes = b"") -> tuple[int, str, str]:
    """Exit status, stdout and stderr of `openlijn ARGS`."""
    process = await _started(*args, secret=secret)
    async with asyncio.timeout(30):
        out, err = await process.communicate(stdin)
    return process.returncode or 0, out.decode(), err.decode()


async def _started(*args: str, secret: str) -> asyncio.subprocess.Process:
    return await asyncio.create_subprocess_exec(
        sys.executable,
        "-m",
        "console",
        *args,
        cwd=ROOT,
        env={**os.environ, "OPENLIJN_LANG": "en", "OPENLIJN_SECRET": secret},
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
    )


async def test_do_watch_and_history_end_to_end(tmp_path: Path) -> None:
    """A script opens an incident, is refused, mistypes, and reads what happened."""
    async with served(tmp_path) as server:
        url, secret = str(server.access.address), server.access.secret
        done = await _openlijn("do", url, "new 1 fire @ Market 5", "say hello", secret=secret)
        assert done == (0, "done: new 1 fire @ Market 5 (incident 1)\ndone: say hello\n", "")
        refused = await _openlijn("do", url, "--json", "join 1", secret=secret)
        assert refused[0] == 1
        assert json.loads(refused[1])["refused"] == "on-line"
        wrong = await _openlijn("do", url, "-", secret=secret, stdin=b"# a note\n\nassing 1\n")
        assert (wrong[0], "assign?" in wrong[1]) == (2, True)
        history = await _openlijn("history", url, "1", "--json", secret=secret)
        facts = [json.loads(line)["fact"] for line in history[1].splitlines()]
        assert (history[0], facts) == (0, ["IncidentOpened", "LineJoined", "LineSpoken"])
        watch = await _openlijn("watch", url, "--json", "--for", "0.1", secret=secret)
        assert watch == (0, "", f"From change {server.listening.room.board.seq} on.\n")


async def test_a_script_for_one_world_does_not_go_on_in_another(tmp_path: Path) -> None:
    """Another server stands there before its second line: it ends in words, also when told to go on."""
    played, live = tmp_path / "played", tmp_path / "live"
    for directory, exercise in ((played, "true"), (live, "false")):
        directory.mkdir()
        (directory / SETTINGS).write_text(f"[world]\nname = 'Waterdam'\nexercise = {exercise}\n")
    async with served(played) as server:
        url, secret, port = str(server.access.address), server.access.secret, server.listening.port
        process = await _started("do", url, "--keep-going", "-", secret=secret)
        assert process.stdin is not None
        assert process.stdout is not None
        process.stdin.write(b"new 1 fire @ Market 5\n")
        async with asyncio.timeout(60):
            assert await process.stdout.readline() == b"done: new 1 fire @ Market 5 (incident 1)\n"
    # The same person may come into both.
    accounts = json.loads((played / ACCOUNTS).read_text())
    accounts["anna"]["exercise"] = False
    (live / ACCOUNTS).write_text(json.dumps(accounts))
    async with served(live, port=port, secret=secret) as server, asyncio.timeout(60):
        out, err = await process.communicate(b"new 2 theft @ Market 5\nnew 3 noise @ Market 5\n")
        assert (process.returncode, out) == (3, b"")
        assert err.decode().startswith("Another history stands at this address now: LIVE Waterdam.")
        assert not server.listening.room.board.incidents


async def test_an_account_for_exercises_is_told_so_by_a_live_world(tmp_path: Path) -> None:
    """It is no wrong secret, and dialling again would not help."""
    async with served(tmp_path) as server:
        url, secret = str(server.access.address), server.access.secret
        path = tmp_path / ACCOUNTS
        accounts = json.loads(path.read_text())
        accounts["anna"]["exercise"] = True
        path.write_text(json.dumps(accounts))
        status, _, err = await _openlijn("watch", url, "--for", "1", secret=secret)
    assert (status, err) == (3, "The account anna does not open this world: live and exercise stay apart.\n")


@pytest.mark.parametrize(
    ("args", "secret", "sentence"),
    [
        (["do", "ws://anna@127.0.0.1:9", "--within", "0.3", "say 1 x"], "x", "No answer from 127.0.0.1:9"),
        (["watch", "ws://anna:x@127.0.0.1:9"], "x", "Do not put the secret in the address"),
        (["history", "ws://anna@127.0.0.1:9", "1"], "", "There is no secret"),
        (["ws://127.0.0.1:9"], "x", "Say who you are"),
        (["console", "http://x"], "x", "is not an address"),
    ],
)
async def test_no_server_is_three(args: list[str], secret: str, sentence: str) -> None:
    """Whatever keeps us from a server is one sentence on stderr and exit status 3."""
    status, out, err = await _openlijn(*args, secret=secret)
    assert (status, out, err.count("\n")) == (3, "", 1)
    assert sentence in err


def test_help_needs_no_server() -> None:
    """`do URL help` lists the verbs without dialling; --json gives them a row each."""
    said = CliRunner().invoke(main, ["do", "ws://anna@127.0.0.1:9", "help"])
    assert (said.exit_code, "12.03 12.04 417" in said.output) == (0, True)
    rows = CliRunner().invoke(main, ["do", "ws://anna@127.0.0.1:9", "--json", "help"])
    assert {json.loads(line)["english"] for line in rows.output.splitlines()} >= {"new", "assign", "say"}


def test_nothing_to_do_shows_the_help() -> None:
    """Without words the help is shown, and the status says that nothing was done."""
    said = CliRunner().invoke(main, [])
    assert (said.exit_code, "--demo" in said.output) == (2, True)


@pytest.mark.parametrize("command", ["do", "watch", "history", "console"])
def test_every_command_has_its_help(command: str) -> None:
    """Each command explains itself."""
    said = CliRunner().invoke(main, [command, "--help"])
    assert (said.exit_code, "--secret-file" in said.output) == (0, True)
