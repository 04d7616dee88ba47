"""What a console says when it dials, in the headers of the handshake. Pure."""

import base64
from collections.abc import Mapping

from attrs import frozen


@frozen(kw_only=True)
class Hello:
    """What a console says when it dials, in the handshake's headers."""

    after: int
    """The number to resume after; 0 asks for a snapshot."""

    history: str
    """Which journal that number is of; empty when none is known."""

    words: int = 0
    """The newest change whose words of lines are here; 0 for none."""

    ticket: str
    """From the last welcome; empty when the secret must be given."""

    @property
    def has(self) -> str:
        """What is here, for the handshake: `HISTORY:AFTER`, and `:WORDS` behind it where words are known."""
        return f"{self.history}:{self.after}" + (f":{self.words}" if self.words else "")


def headers(hello: Hello, name: str, secret: str) -> Mapping[str, str]:
    """A ticket where there is one, else name and secret; and what is known here, where that is something."""
    if hello.ticket:
        proof = f"Bearer {hello.ticket}"
    else:
        proof = f"Basic {base64.b64encode(f'{name}:{secret}'.encode()).decode()}"
    said = {"Authorization": proof}
    if hello.after > 0:
        said["Openlijn-After"] = hello.has
    return said
