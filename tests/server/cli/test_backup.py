"""`backup` and `restore`: what they say, and in which one line they refuse."""

from pathlib import Path

from click.testing import CliRunner, Result

from server.backup.partial import Purpose
from server.cli.main import main
from server.journal.verify import verify
from tests.fixtures.of_version import data_of, told_of
from tests.server.backup.killed import killed_while_copying


def _said(*words: object) -> Result:
    return CliRunner().invoke(main, [str(word) for word in words])


def test_a_backup_says_what_it_copied_and_what_it_left_out(tmp_path: Path) -> None:
    """So that nobody finds out at the restore."""
    data = data_of(1, tmp_path / "data")
    for name in ("archive.db", "foto.jpg"):
        (data / name).write_text(name)
    with (data / "openlijn.toml").open("a") as settings:
        settings.write('[map]\nfile = "/kaarten/delft.map"\n')
    result = _said("backup", "--data", data, tmp_path / "backup")
    assert result.exit_code == 0
    last = len(told_of(1, "changes"))
    assert result.stdout.splitlines() == [
        f"{tmp_path / 'backup'}: world Waterdam, every change up to number {last}; sound",
        "copied: accounts.json, journal.db, openlijn.toml",
        "left out, for it is made anew from journal.db: archive.db",
        "left out, for it is not the server's: foto.jpg",
        "left out, for it lies elsewhere and the settings name it: /kaarten/delft.map",
    ]
    assert "keep it as safe as the server" in result.stderr


def test_settings_that_are_wrong_are_said(tmp_path: Path) -> None:
    """With file and line."""
    data = data_of(1, tmp_path / "data")
    (data / "openlijn.toml").write_text("[world]\nnaam = 'x'\n")
    result = _said("backup", "--data", data, tmp_path / "backup")
    assert result.exit_code == 0
    assert "the settings are copied, but what they name was not looked for: " in result.stdout
    assert "openlijn.toml:2" in result.stdout


def test_a_restore_says_what_begins(tmp_path: Path) -> None:
    """Which history, as of when, and what becomes of what was under way."""
    data = data_of(1, tmp_path / "data")
    _said("backup", "--data", data, tmp_path / "backup")
    result = _said("restore", "--data", tmp_path / "back", tmp_path / "backup")
    assert result.exit_code == 0
    for words in (
        f"every change up to number {len(told_of(1, 'changes'))}",
        f"history {verify(tmp_path / 'back').meta.history} begins (before: {verify(data).meta.history})",
        "links of melders are void",
    ):
        assert words in result.stdout


def test_what_cannot_be_done_is_one_line_and_status_1(tmp_path: Path) -> None:
    """For both of them."""
    data = data_of(1, tmp_path / "data")
    for words, said in (
        (("backup", "--data", tmp_path / "nowhere", tmp_path / "new"), "nowhere is no folder"),
        (("backup", "--data", data, data / "new"), "lies inside the data itself"),
        (("restore", "--data", tmp_path / "back", data), "is no backup"),
    ):
        result = _said(*words)
        assert (result.exit_code, result.stdout) == (1, "")
        assert result.stderr.startswith("openlijn-server: ")
        assert said in result.stderr
        assert result.stderr.count("\n") == 1


def test_what_a_killed_backup_left_is_removed_and_said(tmp_path: Path) -> None:
    """It holds keys, and nobody would ever look for it."""
    hidden = killed_while_copying(tmp_path / "monday", Purpose.BACKUP)
    result = _said("backup", "--data", data_of(1, tmp_path / "data"), tmp_path / "tuesday")
    assert result.exit_code == 0
    assert f"{hidden}: left by a program that was killed; removed\n" in result.stderr
    assert not hidden.exists()
    hidden = killed_while_copying(tmp_path / "back", Purpose.RESTORE)
    result = _said("restore", "--data", tmp_path / "back", tmp_path / "tuesday")
    assert (result.exit_code, hidden.exists()) == (0, False)
    assert "removed" in result.stderr
