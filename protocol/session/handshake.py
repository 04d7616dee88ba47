"""What a console says when it dials, in the headers of the handshake. Pure."""

import base64
from collections.abc import Mapping

from protocol.session.client import Hello


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
