"""A backup of a data directory: everything that was acknowledged before it, also while the server runs.

The journal is copied by SQLite itself, in one go, and looked through before the backup gets its name. What
the server makes anew from the journal is left out.
"""

from datetime import datetime
from pathlib import Path

from attrs import frozen

from protocol.wire import VERSION
from server.backup.contents import Contents, contents_of
from server.backup.copying import BackupProblem, checksum, copy_database, copy_file, write_file
from server.backup.manifest import FILE_NAME, Manifest, as_json
from server.backup.partial import Purpose, Remains, in_one_piece, sweep
from server.journal.errors import JournalDamaged, JournalTooNew, NotAJournal
from server.journal.schema import FILE_NAME as JOURNAL
from server.journal.verify import Report, verify
from server.settings.settings import Settings, read_settings
from server.toml_table import ConfigWrong


@frozen(kw_only=True)
class Made:
    """What was copied."""

    manifest: Manifest
    contents: Contents
    unread_settings: str = ""
    """What is wrong with the settings, which were copied as they are: what they name could not be looked for;
    "" where they were read.
    """

    remains: tuple[Remains, ...] = ()
    """What killed programs had left in the same place."""


def make_backup(directory: Path, target: Path, now: datetime) -> Made:
    """Copies the data in `directory` into the new folder `target`.

    Raises:
        BackupProblem: there is no data, the target is there or lies inside of it, the disk is full.
        JournalError: the journal cannot be read, or is damaged: its own words say where.
        OSError
    """
    _check_places(directory, target)
    settings, wrong = Settings(), ""
    try:
        settings = read_settings(directory)
    except ConfigWrong as error:
        wrong = str(error)
    contents = contents_of(directory, settings)
    remains = sweep(target)
    with in_one_piece(target, Purpose.BACKUP) as folder:
        # The files first: an account that is made meanwhile is missed, and no change of the journal is.
        sums = {name: copy_file(directory / name, folder / name) for name in contents.files}
        copy_database(directory / JOURNAL, folder / JOURNAL)
        report = _sound(directory, folder)
        manifest = Manifest(
            world=report.meta.world,
            history=report.meta.history,
            version=VERSION,
            made_at=now,
            records=report.records,
            sha256_by_name={**sums, JOURNAL: checksum(folder / JOURNAL)},
        )
        write_file(folder / FILE_NAME, as_json(manifest))
    return Made(manifest=manifest, contents=contents, unread_settings=wrong, remains=remains)


def _check_places(directory: Path, target: Path) -> None:
    if not directory.is_dir():
        raise BackupProblem(f"{directory} is no folder: name the data directory of a server")
    if not (directory / JOURNAL).is_file():
        raise BackupProblem(
            f"{directory} holds no {JOURNAL}: name the data directory of a server that has run"
        )
    if target.exists() or target.is_symlink():
        raise BackupProblem(f"{target} is there already, and nothing is overwritten: name a new folder")
    if target.resolve().is_relative_to(directory.resolve()):
        raise BackupProblem(f"{target} lies inside the data itself, {directory}: name a folder elsewhere")
    if not target.parent.is_dir():
        raise BackupProblem(f"{target.parent} is no folder: make it first")


def _sound(directory: Path, folder: Path) -> Report:
    report = _looked_through(directory, folder)
    if report.findings:
        worst = report.findings[0]
        where = "" if worst.seq is None else f" at record {worst.seq}"
        raise BackupProblem(
            f"{directory / JOURNAL} is damaged{where} ({worst.detail}), so its copy is no backup and was not "
            f"kept: see `openlijn-server journal verify --data {directory}`"
        )
    return report


def _looked_through(directory: Path, folder: Path) -> Report:
    """The copy is gone when anybody reads of it: what is wrong with it is wrong with what was copied."""
    journal = directory / JOURNAL
    try:
        return verify(folder)
    except JournalDamaged as error:
        raise JournalDamaged(journal, error.seq, error.detail) from error
    except NotAJournal as error:
        raise NotAJournal(journal, error.detail) from error
    except JournalTooNew as error:
        raise JournalTooNew(journal, error.found, error.known, what=error.what) from error
