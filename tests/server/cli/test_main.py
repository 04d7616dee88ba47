"""The server's command line: accounts, and one plain line with exit status 1 for whatever keeps it down."""

import signal
import socket
import sqlite3
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest
import trustme
from click.testing import CliRunner, Result

from protocol.model.role import Role
from server.accounts.accounts import FILE_NAME as ACCOUNTS_NAME
from server.accounts.accounts import Accounts
from server.cli.main import main
from server.journal.lock import DirectoryLock
from server.journal.schema import FILE_NAME as JOURNAL_NAME
from server.settings.settings import FILE_NAME as SETTINGS_NAME
from tests.server.accounts_file import with_accounts
from tests.server.live import serving
from tests.server.make import opening, run


@pytest.fixture
def data(tmp_path: Path) -> Path:
    """A data directory in which a server has run."""
    directory = tmp_path / "data"

    async def once() -> None:
        async with serving(directory) as served, served.caller() as caller:
            await caller.wish(opening())
            await caller.wish(opening())

    run(once())
    return directory


@pytest.fixture(autouse=True)
def not_for_ever() -> Iterator[None]:
    """A server that starts after all would run until somebody stops it."""

    def stop(_number: int, _frame: object) -> None:
        raise AssertionError("the server started")

    before = signal.signal(signal.SIGALRM, stop)
    signal.alarm(30)
    yield
    signal.alarm(0)
    signal.signal(signal.SIGALRM, before)


@pytest.fixture
def taken_port() -> Iterator[int]:
    """A port that somebody else listens on."""
    with socket.socket() as sock:
        sock.bind(("127.0.0.1", 0))
        sock.listen()
        yield sock.getsockname()[1]


def _main(*words: object) -> Result:
    return CliRunner().invoke(main, [str(word) for word in words])


def test_an_account_is_made_listed_and_removed(tmp_path: Path) -> None:
    """Its secret is shown once, alone on stdout, and opens; no file holds it."""
    added = _main("account", "add", "anna", "--role", "centralist", "--data", tmp_path)
    assert added.exit_code == 0
    secret = added.stdout.strip()
    assert len(secret) == 16
    assert added.stderr.startswith("This is the secret of anna")
    assert Accounts(tmp_path).proven("anna", secret) is not None
    assert all(secret not in path.read_text() for path in tmp_path.iterdir())
    assert _main("account", "list", "--data", tmp_path).stdout == "anna\tcentralist\tundecided\n"
    assert _main("account", "remove", "anna", "--data", tmp_path).exit_code == 0
    assert _main("account", "list", "--data", tmp_path).stdout == ""


def test_an_account_made_for_a_world_that_has_started_is_of_its_kind(data: Path) -> None:
    """The list says which; one that was there before got it from the start."""
    _main("account", "add", "dirk", "--role", "unit", "--data", data)
    kinds = {line.split("\t")[0]: line.split("\t")[2] for line in _main_lines("account", "list", data)}
    assert kinds == {"anna": "live", "ben": "live", "kijker": "live", "dirk": "live"}


@pytest.mark.parametrize("exercise", [False, True])
def test_an_account_made_before_the_first_start_is_of_the_kind_that_the_settings_say(
    tmp_path: Path, exercise: bool
) -> None:
    """Copied into a folder of the other kind it opens nothing there, though its own world never ran."""
    (tmp_path / SETTINGS_NAME).write_text(f"[world]\nexercise = {str(exercise).lower()}\n")
    assert _main("account", "add", "anna", "--role", "centralist", "--data", tmp_path).exit_code == 0
    account = Accounts(tmp_path).all()["anna"]
    assert (account.opens(exercise), account.opens(not exercise)) == (True, False)


def test_an_account_made_before_anything_is_decided_says_so(tmp_path: Path) -> None:
    """Its kind comes with the first start; what makes an exercise of it is said while that helps."""
    added = _main("account", "add", "anna", "--role", "centralist", "--data", tmp_path)
    assert "not decided yet whether it is for a live world or for an exercise" in added.stderr
    assert f"{tmp_path / SETTINGS_NAME} before that: [world] and exercise = true" in added.stderr
    (tmp_path / SETTINGS_NAME).write_text("[world]\nexercise = true\n")
    added = _main("account", "add", "ben", "--role", "centralist", "--data", tmp_path)
    assert "decided" not in added.stderr
    assert _main_lines("account", "list", tmp_path) == [
        "anna\tcentralist\tundecided",
        "ben\tcentralist\texercise",
    ]


def _main_lines(group: str, word: str, data: Path) -> list[str]:
    return _main(group, word, "--data", data).stdout.splitlines()


@pytest.mark.parametrize("exercise", [False, True])
def test_an_exercise_listens_elsewhere_unless_told(
    tmp_path: Path, exercise: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Whoever dials the room's usual port never finds an exercise behind it."""
    (tmp_path / SETTINGS_NAME).write_text(f"[world]\nexercise = {str(exercise).lower()}\n")
    ports: list[int] = []

    async def instead(*given: object) -> None:
        assert isinstance(given[3], int)
        ports.append(given[3])

    monkeypatch.setattr("server.cli.main._run", instead)
    assert _main("run", "--data", tmp_path).exit_code == 0
    assert _main("run", "--data", tmp_path, "--port", 8765).exit_code == 0
    assert ports == [8766 if exercise else 8765, 8765]


@pytest.mark.parametrize("role", Role, ids=lambda role: role.key)
def test_every_role_can_be_given(tmp_path: Path, role: Role) -> None:
    """Under its own word; the list shows it."""
    with_accounts(tmp_path, {"iemand": role})
    assert _main("account", "list", "--data", tmp_path).stdout == f"iemand\t{role.key}\tundecided\n"


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("account", "add", "anna", "--role", "opco"), "there is an account anna already"),
        (("account", "add", "a:b", "--role", "opco"), "name must be printable and without : @ /"),
        (("account", "remove", "carla"), "there is no account carla"),
    ],
)
def test_what_cannot_be_done_with_accounts_is_said(tmp_path: Path, words: tuple[str, ...], said: str) -> None:
    """One line and exit status 1; the file stays as it was."""
    with_accounts(tmp_path, {"anna": Role.OPCO})
    before = (tmp_path / ACCOUNTS_NAME).read_bytes()
    _is_one_line(_main(*words, "--data", tmp_path), said)
    assert (tmp_path / ACCOUNTS_NAME).read_bytes() == before


@pytest.mark.parametrize(
    "words", [("account", "add", "anna", "--role", "baas"), ("account", "add", "anna"), ("run",)]
)
def test_words_that_are_not_understood_are_exit_status_2(words: tuple[str, ...]) -> None:
    """As everywhere."""
    assert _main(*words).exit_code == 2


def _is_one_line(result: Result, said: str) -> None:
    assert result.exit_code == 1
    assert isinstance(result.exception, SystemExit)
    lines = [line for line in result.stderr.splitlines() if line.startswith("openlijn-server: ")]
    assert len(lines) == 1, result.stderr
    assert said in lines[0]
    assert "Traceback" not in result.stderr


def test_a_newer_journal_keeps_it_down(data: Path) -> None:
    """Both versions are named, and what to do."""
    with closing(sqlite3.connect(data / JOURNAL_NAME)) as connection, connection:
        connection.execute("PRAGMA user_version = 99")
    _is_one_line(_main("run", "--data", data, "--port", 0), "schema version 99")


def test_a_damaged_journal_keeps_it_down(data: Path) -> None:
    """The file and the record are named, and what to do."""
    with closing(sqlite3.connect(data / JOURNAL_NAME)) as connection, connection:
        connection.execute("UPDATE record SET body = x'00' WHERE seq = 2")
        connection.execute("DELETE FROM checkpoint")
    _is_one_line(_main("run", "--data", data, "--port", 0), "is damaged at record 2")


def test_a_file_that_is_no_journal_keeps_it_down(data: Path) -> None:
    """It is named."""
    for path in data.glob(f"{JOURNAL_NAME}*"):
        path.unlink()
    (data / JOURNAL_NAME).write_text("geen journaal" * 1_000)
    _is_one_line(_main("run", "--data", data, "--port", 0), "is not a journal")


@pytest.mark.parametrize(
    ("content", "said"),
    [
        ('[world]\nname = "elders"\n', "belongs to the world 'meldkamer', this server runs 'elders'"),
        ("[world]\nexercise = true\n", "belongs to the world 'meldkamer, live'"),
        ("[world]\nname = 3\n", "openlijn.toml:2: world.name: expected"),
        ("[world\n", "openlijn.toml:1: the file: expected TOML"),
    ],
)
def test_settings_that_do_not_fit_keep_it_down(data: Path, content: str, said: str) -> None:
    """Live and exercise never mix, and a mistake is named with its line."""
    (data / SETTINGS_NAME).write_text(content)
    _is_one_line(_main("run", "--data", data, "--port", 0), said)


def test_a_second_server_on_the_same_directory_stays_down(data: Path) -> None:
    """The first is named by its process."""
    lock = DirectoryLock(data)
    try:
        _is_one_line(_main("run", "--data", data, "--port", 0), "is in use by process")
    finally:
        lock.release()


def test_a_port_that_is_taken_keeps_it_down(data: Path, taken_port: int) -> None:
    """The address is named, and what to do; a world that is there is not even opened."""
    words = f"port {taken_port} of 127.0.0.1 is in use by another program: stop that one, or choose another"
    _is_one_line(_main("run", "--data", data, "--port", taken_port), words)
    DirectoryLock(data).release()


def test_an_address_that_cannot_be_used_leaves_no_folder(tmp_path: Path, taken_port: int) -> None:
    """Neither a taken port, nor a host of others, nor a path that is no socket."""
    (tmp_path / "verslag").write_text("van gisteren")
    for words, said in (
        (("--port", taken_port), "is in use"),
        (("--host", "203.0.113.7", "--port", 0), "is not of this machine"),
        (("--host", "geen.invalid"), "nobody knows a host of that name"),
        (("--unix", tmp_path / "verslag"), "is a file and no socket"),
        (("--unix", tmp_path / "weg" / "s"), "there is no folder"),
    ):
        _is_one_line(_main("run", "--data", tmp_path / "data", *words), said)
    assert [each.name for each in tmp_path.iterdir()] == ["verslag"]


def test_an_accounts_file_that_is_none_keeps_it_down(data: Path) -> None:
    """Better no server than one that lets nobody in, or anybody."""
    (data / ACCOUNTS_NAME).write_text("{")
    _is_one_line(_main("run", "--data", data, "--port", 0), "is not an accounts file")


def test_a_directory_that_is_a_file_keeps_it_down(tmp_path: Path) -> None:
    """It is named."""
    (tmp_path / "data").write_text("")
    said = f"{tmp_path / 'data'} is no folder: move it away, or name another folder with --data"
    _is_one_line(_main("run", "--data", tmp_path / "data", "--port", 0), said)


def test_a_settings_file_that_cannot_be_read_keeps_it_down(data: Path) -> None:
    """It is named, with what to do and without a number."""
    (data / SETTINGS_NAME).mkdir()
    result = _main("run", "--data", data, "--port", 0)
    _is_one_line(result, f"{data / SETTINGS_NAME}: it is a folder where a file should be")
    assert "Errno" not in result.stderr


@pytest.mark.parametrize(
    ("content", "said"), [(None, "there is no such map file"), ("hallo", "not a map file")]
)
def test_a_map_that_is_none_keeps_it_down(data: Path, tmp_path: Path, content: str | None, said: str) -> None:
    """The option goes before the settings; what to do is said as well."""
    path = tmp_path / "stad.map"
    if content is not None:
        path.write_text(content)
    _is_one_line(_main("run", "--data", data, "--map", path), said)
    _is_one_line(_main("run", "--data", data, "--map", path), "map build")
    (data / SETTINGS_NAME).write_text("[map]\nfile = 'elders.map'\n")
    _is_one_line(_main("run", "--data", data), f"{data / 'elders.map'}: there is no such map file")


def test_a_certificate_and_its_key_go_together(data: Path, tmp_path: Path) -> None:
    """And must be readable."""
    alone = _main("run", "--data", data, "--tls-cert", tmp_path / "cert.pem")
    assert (alone.exit_code, "--tls-cert and --tls-key go together" in alone.stderr) == (2, True)
    missing = _main("run", "--data", data, "--tls-cert", tmp_path / "a.pem", "--tls-key", tmp_path / "b.pem")
    assert (missing.exit_code, "cannot use" in missing.stderr) == (2, True)
    cert, other = trustme.CA().issue_cert("localhost"), trustme.CA().issue_cert("localhost")
    cert.cert_chain_pems[0].write_to_path(str(tmp_path / "cert.pem"))
    other.private_key_pem.write_to_path(str(tmp_path / "key.pem"))
    mixed = _main(
        "run", "--data", data, "--tls-cert", tmp_path / "cert.pem", "--tls-key", tmp_path / "key.pem"
    )
    assert (mixed.exit_code, "cannot use" in mixed.stderr) == (2, True)
