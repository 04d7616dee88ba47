"""Accounts whose secrets cost little to check: the cost stands in the hash, so the server needs no switch."""

import json
from collections.abc import Mapping
from pathlib import Path

import argon2

from protocol.model.role import Role
from server.accounts.accounts import FILE_NAME

_CHEAP = argon2.PasswordHasher(time_cost=1, memory_cost=8, parallelism=1)


def secret_of(name: str) -> str:
    """The secret of a test's account."""
    return f"geheim-van-{name}"


def with_accounts(directory: Path, role_by_name: Mapping[str, Role]) -> None:
    """Leaves an accounts file in the data directory, as the command line would."""
    raw = {
        name: {"role": int(role), "role_name": role.key, "hash": _CHEAP.hash(secret_of(name))}
        for name, role in role_by_name.items()
    }
    path = directory / FILE_NAME
    path.touch(mode=0o600)
    path.write_text(json.dumps(raw), "utf-8")
