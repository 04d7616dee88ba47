"""What a backup says of itself, in `backup.json` beside its files.

Written last, so a folder without it is no backup; read first by `restore`, which believes no file whose
checksum is another. Knows no disk but this one file.
"""

import json
from collections.abc import Mapping
from datetime import datetime
from pathlib import Path, PurePosixPath
from typing import Any

from attrs import field, frozen
from attrs.validators import deep_mapping, ge, instance_of, matches_re

from server.backup.copying import BackupProblem

FILE_NAME = "backup.json"
FORMAT = 1


def _inside(_instance: object, attribute: Any, value: str) -> None:
    path = PurePosixPath(value)
    if path.is_absolute() or ".." in path.parts or not path.parts or "\0" in value:
        raise ValueError(f"{attribute.name} must name a file inside of the backup, got {value!r}")


@frozen(kw_only=True)
class Manifest:
    """One backup."""

    world: str = field(validator=instance_of(str))
    history: str = field(validator=instance_of(str))
    """The history that was copied; what is put back begins another one."""

    version: int = field(validator=[instance_of(int), ge(1)])
    """Of the language, of the server that made it."""

    made_at: datetime = field(validator=instance_of(datetime))
    records: int = field(validator=[instance_of(int), ge(0)])
    """The number of the journal's last record: every change up to it is in the copy."""

    sha256_by_name: Mapping[str, str] = field(validator=deep_mapping(_inside, matches_re(r"[0-9a-f]{64}")))
    """Every file of the backup and its checksum."""


def as_json(manifest: Manifest) -> bytes:
    """The file's content."""
    said = {
        "format": FORMAT,
        "world": manifest.world,
        "history": manifest.history,
        "version": manifest.version,
        "made_at": manifest.made_at.isoformat(timespec="seconds"),
        "records": manifest.records,
        "sha256": dict(sorted(manifest.sha256_by_name.items())),
    }
    return json.dumps(said, indent=1, ensure_ascii=False).encode() + b"\n"


def read_manifest(folder: Path) -> Manifest:
    """What the backup in `folder` says. Raises BackupProblem."""
    path = folder / FILE_NAME
    try:
        raw = path.read_bytes()
    except FileNotFoundError:
        raise BackupProblem(
            f"{folder} is no backup: there is no {FILE_NAME} in it. Name the folder that "
            "`openlijn-server backup` made"
        ) from None
    except OSError as error:
        raise BackupProblem(f"{path} cannot be read: {error.strerror}") from error
    try:
        said = json.loads(raw)
        found = said["format"]
        if found == FORMAT:
            return _manifest(said)
    except (ValueError, KeyError, TypeError) as error:
        raise BackupProblem(f"{path} is damaged ({error}): use another backup") from error
    raise BackupProblem(
        f"{path} is a backup of format {found}, and {FORMAT} is read here: put it back with the newer "
        "openlijn-server"
    )


def _manifest(said: Any) -> Manifest:
    return Manifest(
        world=said["world"],
        history=said["history"],
        version=said["version"],
        made_at=datetime.fromisoformat(said["made_at"]),
        records=said["records"],
        sha256_by_name=said["sha256"],
    )
