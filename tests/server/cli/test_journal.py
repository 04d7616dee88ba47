"""`journal verify` and `journal repair`: what they say, and with which status."""

import sqlite3
from collections.abc import Sequence
from contextlib import closing
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from server.cli.main import main
from server.journal.schema import FILE_NAME
from server.journal.verify import verify
from tests.fixtures.of_version import data_of, told_of
from tests.server.journal.make import filled, opened, record, run

FIVE = tuple(record(seq, incidents=(seq, 9)) for seq in range(1, 6))


@pytest.fixture
def data(tmp_path: Path) -> Path:
    """Five records."""
    run(filled(tmp_path / "data", FIVE))
    return tmp_path / "data"


def _journal(*words: object) -> Result:
    return CliRunner().invoke(main, ["journal", *map(str, words)])


def _spoil(data: Path, *statements: str) -> None:
    with closing(sqlite3.connect(data / FILE_NAME)) as connection, connection:
        for statement in statements:
            connection.execute(statement)


def _holds(said: str, words: Sequence[str]) -> None:
    for each in words:
        assert each in said, said


def test_a_sound_journal_is_said_to_be(data: Path) -> None:
    """With whose it is, and which version wrote it."""
    result = _journal("verify", "--data", data)
    assert (result.exit_code, result.stderr) == (0, "")
    history = verify(data).meta.history
    words = [
        f"world live, history {history}",
        "by version 2 from record 1 on",
        "5 records are sound, 0 lie set",
    ]
    _holds(result.stdout, words)
    assert result.stdout.endswith("\nsound\n")


def test_a_journal_of_an_earlier_version_is_looked_through_as_it_is(tmp_path: Path) -> None:
    """Looking brings nothing up to date."""
    data = data_of(1, tmp_path / "data")
    before = (data / FILE_NAME).read_bytes()
    result = _journal("verify", "--data", data)
    last = len(told_of(1, "changes"))
    _holds(result.stdout, ["world Waterdam", "by version 1 from record 1 on", f"{last} records are sound"])
    assert (data / FILE_NAME).read_bytes() == before


def test_every_damage_is_named_and_the_status_is_1(data: Path) -> None:
    """Records, index and saved boards, each by its number."""
    _spoil(data, "UPDATE record SET at_ms = 1 WHERE seq = 3", "DELETE FROM touches WHERE seq = 4")
    result = _journal("verify", "--data", data)
    assert result.exit_code == 1
    words = [
        "DAMAGED record 3: checksum is",
        "DAMAGED record 4: is not found under incident",
        "4 records are",
    ]
    _holds(result.stdout, words)


def test_a_sound_journal_needs_no_repair(data: Path) -> None:
    """And is not touched."""
    before = (data / FILE_NAME).read_bytes()
    result = _journal("repair", "--data", data)
    assert result.exit_code == 0
    _holds(result.stdout, ["sound, 5 records; there is nothing to repair"])
    assert (data / FILE_NAME).read_bytes() == before


def test_what_is_derived_is_made_anew_without_a_word_more(data: Path) -> None:
    """No record is lost by it."""
    _spoil(data, "DELETE FROM touches WHERE seq = 4", "INSERT INTO touches VALUES (77, 1)")
    result = _journal("repair", "--data", data)
    assert result.exit_code == 0
    _holds(result.stdout, ["the index of incidents was made anew (10 entries)", "5 records are sound"])
    assert verify(data).findings == ()


def test_a_damaged_record_is_offered_to_be_set_aside_and_not_done_unasked(data: Path) -> None:
    """With the words to say, and what it costs."""
    _spoil(data, "UPDATE record SET at_ms = 1 WHERE seq = 3")
    result = _journal("repair", "--data", data)
    assert (result.exit_code, result.stdout) == (1, "")
    words = [
        "record 3 of",
        "copy the whole folder",
        "backup holds more than 2 records",
        f"--data {data} --from 3",
    ]
    _holds(result.stderr, words)
    assert verify(data).torn == 0


@pytest.mark.parametrize("first_seq", [1, 2, 4, 5, 99])
def test_only_what_is_damaged_and_all_after_it_is_set_aside(data: Path, first_seq: int) -> None:
    """Neither sound records before it, nor so few that the damage stays."""
    _spoil(data, "UPDATE record SET at_ms = 1 WHERE seq = 3")
    result = _journal("repair", "--data", data, "--from", first_seq)
    assert result.exit_code == 1
    _holds(result.stderr, ["--from 3"])
    assert verify(data).torn == 0


@pytest.mark.parametrize("first_seq", [1, 5])
def test_sound_records_are_never_set_aside(data: Path, first_seq: int) -> None:
    """Whoever wants to forget something cannot do it this way."""
    result = _journal("repair", "--data", data, "--from", first_seq)
    assert result.exit_code == 1
    _holds(result.stderr, ["no record of", "is damaged, so none is set aside"])
    assert verify(data).records == 5


def test_set_aside_the_journal_goes_on(data: Path) -> None:
    """Under another history, and it says what that means."""
    before = verify(data).meta.history
    _spoil(data, "UPDATE record SET at_ms = 1 WHERE seq = 3")
    result = _journal("repair", "--data", data, "--from", 3, "--because", "schijf van 3 mei")
    assert result.exit_code == 0
    _holds(
        result.stdout,
        ["3 records set aside, from 3 on", "new history", "2 records are sound, 3 lie set aside"],
    )
    assert verify(data).meta.history != before
    with closing(sqlite3.connect(data / FILE_NAME)) as connection:
        assert set(connection.execute("SELECT reason FROM torn")) == {("schijf van 3 mei",)}


async def test_a_running_server_s_journal_is_looked_through_and_not_repaired(data: Path) -> None:
    """It is told who has it."""
    async with opened(data):
        assert _journal("verify", "--data", data).exit_code == 0
        _spoil(data, "DELETE FROM touches WHERE seq = 4")
        result = _journal("repair", "--data", data)
    assert result.exit_code == 1
    _holds(result.stderr, ["is in use by process", "stop that server first"])


@pytest.mark.parametrize("word", ["verify", "repair"])
@pytest.mark.parametrize("what", ["nothing", "no journal", "another program's"])
def test_what_is_no_journal_is_said_in_one_line(tmp_path: Path, word: str, what: str) -> None:
    """And nothing is made on the way."""
    if what != "nothing":
        (tmp_path / "data").mkdir()
    if what == "another program's":
        _spoil(tmp_path / "data", "CREATE TABLE recipe (name)")
    before = sorted(tmp_path.rglob("*"))
    result = _journal(word, "--data", tmp_path / "data")
    assert result.exit_code == 1
    assert result.stderr.count("\n") == 1
    _holds(result.stderr, ["openlijn-server: ", "journal.db is not a journal: "])
    assert sorted(tmp_path.rglob("*")) == before


def test_a_damaged_file_is_said_to_need_a_backup(data: Path) -> None:
    """Nothing here mends SQLite's own pages."""
    content = bytearray((data / FILE_NAME).read_bytes())
    content[4096:4100] = b"\xff\xff\xff\xff"
    (data / FILE_NAME).write_bytes(content)
    for word in ("verify", "repair"):
        result = _journal(word, "--data", data)
        assert result.exit_code == 1
        assert "damaged" in result.output.casefold()
