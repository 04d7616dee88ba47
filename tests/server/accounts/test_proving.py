"""Proving a secret: in a thread, one at a time."""

import asyncio
import threading
from pathlib import Path

from protocol.model.role import Role
from server.accounts.accounts import Account, Accounts
from server.accounts.proving import AT_ONCE, Proving
from tests.server.accounts_file import secret_of, with_accounts


async def test_a_secret_is_an_accounts_or_nobodys(tmp_path: Path) -> None:
    """As the accounts say."""
    with_accounts(tmp_path, {"anna": Role.CENTRALIST})
    proving = Proving(Accounts(tmp_path))
    account = await proving.proven("anna", secret_of("anna"))
    assert account is not None
    assert account.name == "anna"
    assert await proving.proven("anna", "fout") is None
    assert await proving.proven("carla", secret_of("anna")) is None


class _Slow(Accounts):
    """Counts who is being checked at the same time."""

    def __init__(self, directory: Path) -> None:
        super().__init__(directory)
        self.now, self.most = 0, 0
        self.threads: set[int] = set()
        self._lock = threading.Lock()

    def proven(self, name: str, secret: str) -> Account | None:
        with self._lock:
            self.now += 1
            self.most = max(self.most, self.now)
            self.threads.add(threading.get_ident())
        threading.Event().wait(0.005)
        with self._lock:
            self.now -= 1
        return None


async def test_checks_wait_for_each_other_and_nobody_for_them(tmp_path: Path) -> None:
    """Each takes a core and 64 MiB; the event loop does none of them."""
    accounts = _Slow(tmp_path)
    proving = Proving(accounts)
    await asyncio.gather(*(proving.proven("anna", "x") for _ in range(8)))
    assert accounts.most == AT_ONCE
    assert threading.get_ident() not in accounts.threads
