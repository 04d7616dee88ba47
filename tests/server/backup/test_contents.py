"""What of a data directory belongs in a copy, and what is said of the rest."""

from pathlib import Path

from server.backup.contents import contents_of
from server.settings.settings import Settings


def _filled(directory: Path, *names: str) -> None:
    for name in names:
        path = directory / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(name)


def test_everything_that_cannot_be_made_anew_is_copied(tmp_path: Path) -> None:
    """Settings, accounts and keys; the journal and what SQLite lays beside it go a way of their own."""
    _filled(tmp_path, "openlijn.toml", "accounts.json", "ticket.key", "melder.key")
    _filled(tmp_path, "journal.db", "journal.db-wal", "journal.db-shm", "journal.lock")
    _filled(tmp_path, "archive.db", "archive.db-wal", "archive.db-shm")
    contents = contents_of(tmp_path, Settings())
    assert contents.files == ("openlijn.toml", "accounts.json", "ticket.key", "melder.key")
    assert (contents.made_anew, contents.unknown, contents.elsewhere) == (("archive.db",), (), ())


def test_a_young_world_has_less(tmp_path: Path) -> None:
    """What is not there is not missed."""
    _filled(tmp_path, "journal.db", "accounts.json")
    assert contents_of(tmp_path, Settings()).files == ("accounts.json",)


def test_what_the_settings_name_is_copied_where_it_lies_inside(tmp_path: Path) -> None:
    """Also deeper; what lies elsewhere is told, for it will be needed there."""
    data, away = tmp_path / "data", tmp_path / "delft.map"
    _filled(data, "journal.db", "lijsten/eigen.csv", "foto.jpg")
    settings = Settings(classifications=data / "lijsten/eigen.csv", map=away)
    contents = contents_of(data, settings)
    assert contents.files == ("lijsten/eigen.csv",)
    assert contents.elsewhere == (away,)
    assert contents.unknown == ("foto.jpg",)
