"""Whether a secret is an account's, checked away from the event loop, so many at once and no more.

Called by the gateway for each handshake with a name and a secret; keeps nothing of either.
"""

import asyncio

from server.accounts.accounts import Account, Accounts

AT_ONCE = 1
"""An argon2 check takes a core and 64 MiB; one at a time leaves the other core to the room."""


class Proving:
    """The checks of one server."""

    def __init__(self, accounts: Accounts) -> None:
        self._accounts = accounts
        self._free = asyncio.Semaphore(AT_ONCE)

    async def proven(self, name: str, secret: str) -> Account | None:
        """The account, when this is its secret; None otherwise, after the same while."""
        async with self._free:
            return await asyncio.to_thread(self._accounts.proven, name, secret)
