"""The code in a melder's link: short enough to read out, worked out anew and never stored.

It is made from the journal's history, the incident's number and the link's number with a key that stays in
the data directory, so that the journal and its readers hold nothing that opens a page.
"""

import hmac
from datetime import datetime
from functools import lru_cache
from hashlib import sha256

from attrs import frozen

from protocol.model.board import Board
from protocol.model.incident import Incident

FILE_NAME = "melder.key"
"""The key, in the data directory."""

ALPHABET = "23456789abcdefghjkmnpqrstvwxyz"
"""Without 0, 1, i, l, o and u: it is read out over a telephone."""

CODE_CHARS = 12
"""59 bits: guessing at ten a second finds one of a thousand open links after half a million years."""

GROUP_CHARS = 4


@frozen
class Codes:
    """Makes codes and finds what they open."""

    _key: bytes
    _history: str

    def code(self, incident: int, link: int) -> str:
        """The code of this link of this incident."""
        return _code(self._key, f"{self._history}/{incident}/{link}")

    def opened_by(self, code: str, board: Board, now: datetime) -> Incident | None:
        """The incident whose good link has this code, in any case and with or without dashes; else None."""
        wanted = plain(code)
        if len(wanted) != CODE_CHARS:
            return None
        found = None
        for incident in board.incidents.values():
            link = incident.contact_line.link
            if link is None or not link.is_good(now):
                continue
            # Every link is compared, in the same time, so that an answer's delay tells nothing.
            if hmac.compare_digest(self.code(incident.number, link.number), wanted):
                found = incident
        return found


@lru_cache(maxsize=4_096)  # Every guess is compared with every link, and a flood of guesses must stay cheap.
def _code(key: bytes, said: str) -> str:
    number = int.from_bytes(hmac.new(key, said.encode(), sha256).digest())
    chars = []
    for _ in range(CODE_CHARS):
        number, rest = divmod(number, len(ALPHABET))
        chars.append(ALPHABET[rest])
    return "".join(chars)


def plain(code: str) -> str:
    """The code as it is compared: small letters and digits, nothing else."""
    return "".join(char for char in code.casefold() if char in ALPHABET)


def spoken(code: str) -> str:
    """The code in groups, as it is read out: `k7qd-9fmt-x2bn`."""
    return "-".join(code[at : at + GROUP_CHARS] for at in range(0, len(code), GROUP_CHARS))
