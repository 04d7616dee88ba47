"""Tickets: a console that was let in once comes back without paying for the password hash again.

Signed with a key in the data directory, so that a restart of the server does not void them; bound to the
account's stamp, so that a new secret or a removed account does; and to the history, so that none from before
a copy was put back opens anything behind it.
"""

from pathlib import Path

from itsdangerous import BadData, URLSafeTimedSerializer

from server.accounts.accounts import Account, Accounts
from server.accounts.key_file import key_in

FILE_NAME = "ticket.key"
VALID_S = 24 * 3600
"""A shift and its overrun; every welcome brings a fresh ticket."""


class Tickets:
    """Makes tickets and checks them."""

    def __init__(self, directory: Path, accounts: Accounts, history: str) -> None:
        """Reads the key, or makes one where there is no whole one. Raises OSError."""
        self._accounts = accounts
        self._signer = URLSafeTimedSerializer(key_in(directory / FILE_NAME), salt=f"ticket/{history}")

    def make(self, account: Account) -> str:
        """A ticket for this account as it is now."""
        return self._signer.dumps([account.name, account.stamp])

    def check(self, ticket: str) -> Account | None:
        """The account it opens; None when it is forged, too old or void."""
        try:
            name, stamp = self._signer.loads(ticket, max_age=VALID_S)
        except (BadData, ValueError, TypeError):
            return None
        account = self._accounts.all().get(name)
        return account if account is not None and account.stamp == stamp else None
