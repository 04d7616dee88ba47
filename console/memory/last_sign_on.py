"""How a unit signed on the last time, kept in a file of the user's own: the next time nobody is asked.

One entry a world and call sign. A file that cannot be read or written costs a question, never the work.
"""

import json
import os
from pathlib import Path
from typing import Any

from console.memory.outbox_file import state_directory
from protocol.commands.units import SignOnUnit
from protocol.model.autonomy import Autonomy
from protocol.model.means import Means
from protocol.model.text import Name

FILE_NAME = "duty.json"


class KeptDuty:
    """What was remembered, by world and call sign."""

    def __init__(self, directory: Path | None = None) -> None:
        self._path = (directory or state_directory()) / FILE_NAME

    def of(self, world: str, call_sign: str) -> SignOnUnit | None:
        """The wish of the last time; None where none was kept or what was kept makes no sense."""
        row = self._read().get(f"{world}/{call_sign}")
        try:
            return None if row is None else _wish(call_sign, row)
        except (KeyError, TypeError, ValueError):
            return None

    def keep(self, world: str, wish: SignOnUnit) -> None:
        """This is how it signs on from now on."""
        rows = self._read() | {f"{world}/{wish.call_sign}": _row(wish)}
        fresh = self._path.with_suffix(".new")
        try:
            self._path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
            file = os.open(fresh, os.O_WRONLY | os.O_CREAT | os.O_TRUNC | os.O_CLOEXEC, 0o600)
            with os.fdopen(file, "w", encoding="utf-8") as writing:
                json.dump(rows, writing)
            fresh.replace(self._path)
        except OSError:
            return

    def _read(self) -> dict[str, Any]:
        try:
            rows = json.loads(self._path.read_text(encoding="utf-8"))
        except (OSError, ValueError):
            return {}
        return rows if isinstance(rows, dict) else {}


def _row(wish: SignOnUnit) -> dict[str, Any]:
    return {
        "means": wish.means.name,
        "crew": wish.crew,
        "team": wish.team,
        "skills": list(wish.skills),
        "autonomy": wish.autonomy.name,
    }


def _wish(call_sign: str, row: Any) -> SignOnUnit:
    return SignOnUnit(
        call_sign=Name(call_sign),
        means=Means[row["means"]],
        crew=row["crew"],
        team=Name(row["team"]),
        skills=tuple(Name(skill) for skill in row["skills"]),
        autonomy=Autonomy[row["autonomy"]],
    )
