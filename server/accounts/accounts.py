"""Accounts: who may come in, as what, into which kind of world, and the proof.

One file in the data directory, `accounts.json`, readable by its owner alone, written whole and moved into
place. Secrets are kept as argon2 hashes only; a new one is shown once, by the command line. The server reads
the file again when it changed, so an account made beside a running server works at once.
"""

import json
import os
import secrets
from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import Any

import argon2
from attrs import evolve, field, frozen
from attrs.validators import instance_of, optional

from protocol.errors import OpenlijnError
from protocol.model.role import Role
from protocol.model.text import Name, storable

FILE_NAME = "accounts.json"
MAX_ACCOUNT_CHARS = 40
RESERVED = ("server", "melder")
"""The name of the changes that the server makes by itself."""

STRONG = argon2.PasswordHasher()
"""For accounts that stay: some 50 ms and 64 MiB a check."""

EPHEMERAL = argon2.PasswordHasher(time_cost=1, memory_cost=8, parallelism=1)
"""For a world that ends with its process: its secrets are 96 random bits, in a directory of its owner's."""


@cache
def _nobody() -> str:
    """Checked when the name is unknown, so that the answer takes as long as for a wrong secret."""
    return STRONG.hash(secrets.token_hex(16))


class AccountProblem(OpenlijnError):
    """The accounts file cannot be used, or what was asked of it cannot be done; says what and where."""


def _plain(_instance: object, attribute: Any, value: Any) -> None:
    if any(char in value for char in ":@/") or not value.isprintable():
        raise ValueError(f"{attribute.name} must be printable and without : @ /, got {value!r}")


@frozen(kw_only=True)
class Account:
    """Who may come in."""

    name: Name = field(validator=[storable(MAX_ACCOUNT_CHARS), _plain])
    role: Role = field(validator=instance_of(Role))
    hash: str = field(repr=False)
    exercise: bool | None = field(default=None, validator=optional(instance_of(bool)))
    """The kind of its world; None for one that was made before its world was founded, until that starts."""

    @property
    def stamp(self) -> str:
        """Changes with the secret; a ticket carries it and falls with it."""
        return self.hash[-8:]

    def opens(self, exercise: bool) -> bool:
        """True when it is an account for this kind of world; live and exercise never mix."""
        return self.exercise is None or self.exercise is exercise


class Accounts:
    """The accounts of one data directory."""

    def __init__(self, directory: Path, *, hasher: argon2.PasswordHasher = STRONG) -> None:
        """`hasher` makes the hashes of new accounts; checks take what the hash itself says."""
        self._path = directory / FILE_NAME
        self._hasher = hasher
        self._read_at: tuple[int, int] | None = None
        self._by_name: dict[str, Account] = {}

    def all(self) -> Mapping[str, Account]:
        """Every account by its name. Raises AccountProblem when the file cannot be read."""
        try:
            found = self._path.stat()
        except FileNotFoundError:
            return {}
        state = (found.st_mtime_ns, found.st_ino)
        if state != self._read_at:
            self._by_name, self._read_at = self._read(), state
        return self._by_name

    def add(self, name: str, role: Role, *, exercise: bool | None = None) -> str:
        """A new account; the secret, which is kept nowhere. Raises AccountProblem for a name in use."""
        return self.add_all({name: role}, exercise=exercise)[name]

    def add_all(self, role_by_name: Mapping[str, Role], *, exercise: bool | None = None) -> dict[str, str]:
        """New accounts for this kind of world, all or none; their secrets by name.

        Without a kind they are for the first world that starts here. Raises AccountProblem for a name in use.
        """
        accounts = dict(self.all())
        taken = {known.casefold() for known in accounts}
        secret_by_name: dict[str, str] = {}
        for name, role in role_by_name.items():
            if name.casefold().partition(" ")[0] in RESERVED:
                raise AccountProblem(f"{name} is the server's own name: choose another")
            if role is Role.MELDER:
                raise AccountProblem(
                    f"{name} cannot be a melder: a melder comes in by a link, without account"
                )
            if name.casefold() in taken:
                raise AccountProblem(
                    f"there is an account {name} already: remove it first, or choose another name"
                )
            taken.add(name.casefold())
            secret_by_name[name] = secrets.token_urlsafe(12)
            try:
                hash_ = self._hasher.hash(secret_by_name[name])
                accounts[name] = Account(name=Name(name), role=role, hash=hash_, exercise=exercise)
            except ValueError as error:
                raise AccountProblem(str(error)) from error
        self._write(accounts)
        return secret_by_name

    def belong_to(self, exercise: bool) -> tuple[str, ...]:
        """A world of this kind starts here: accounts without a kind are for it from now on, in the file too.

        The names of those that are for the other kind, and do not open this world.
        """
        accounts = self.all()
        if any(account.exercise is None for account in accounts.values()):
            self._write(
                {
                    name: evolve(account, exercise=exercise) if account.exercise is None else account
                    for name, account in accounts.items()
                }
            )
        return tuple(name for name, account in accounts.items() if not account.opens(exercise))

    def remove(self, name: str) -> None:
        """The account is gone; its tickets too. Raises AccountProblem for an unknown name."""
        if name not in self.all():
            raise AccountProblem(f"there is no account {name}")
        self._write({known: account for known, account in self.all().items() if known != name})

    def proven(self, name: str, secret: str) -> Account | None:
        """The account, if the secret is its own. Takes some 50 ms of a core: call it in a thread."""
        account = self.all().get(name)
        try:
            self._hasher.verify(account.hash if account else _nobody(), secret)
        except (argon2.exceptions.VerificationError, argon2.exceptions.InvalidHashError):
            return None
        return account

    def _read(self) -> dict[str, Account]:
        try:
            raw = json.loads(self._path.read_text("utf-8"))
            return {
                name: Account(
                    name=Name(name),
                    role=Role(each["role"]),
                    hash=each["hash"],
                    exercise=each.get("exercise"),
                )
                for name, each in raw.items()
            }
        except (OSError, ValueError, KeyError, TypeError, AttributeError) as error:
            raise AccountProblem(
                f"{self._path} is not an accounts file ({error}): put a good copy back, or move it away and "
                "make the accounts anew"
            ) from error

    def _write(self, account_by_name: Mapping[str, Account]) -> None:
        raw = {
            name: {
                "role": int(account.role),
                "role_name": account.role.key,
                "hash": account.hash,
                **({} if account.exercise is None else {"exercise": account.exercise}),
            }
            for name, account in account_by_name.items()
        }
        self._path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        fresh = self._path.with_suffix(".new")
        try:
            with open(
                os.open(fresh, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600), "w", encoding="utf-8"
            ) as file:
                json.dump(raw, file, indent=1, ensure_ascii=False)
                file.flush()
                os.fsync(file.fileno())
            fresh.replace(self._path)
        except OSError as error:
            raise AccountProblem(f"{self._path} cannot be written: {error.strerror}") from error
