"""The address of content: the first half of its SHA-256. Who holds bytes can check that they are right."""

import hashlib

ADDRESS_BYTES = 16
"""Half of a SHA-256: nobody finds two maps with one address by accident, and it is 16 bytes less each."""

DOCUMENT = "map"


def address_of(content: bytes) -> bytes:
    """The address of this content."""
    return hashlib.sha256(content).digest()[:ADDRESS_BYTES]


def document_name(address: bytes) -> str:
    """The document that holds the content of this address: `map/` and 32 hex digits."""
    return f"{DOCUMENT}/{address.hex()}"
