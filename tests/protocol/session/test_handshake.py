"""What a console says when it dials."""

from protocol.session.handshake import Hello, headers


def test_it_carries_what_is_known() -> None:
    """A ticket where there is one, else name and secret; a number only when there is one."""
    hello = Hello(after=7, history="h1", ticket="t")
    assert headers(hello, "anna", "s") == {"Authorization": "Bearer t", "Openlijn-After": "h1:7"}
    first = Hello(after=0, history="", ticket="")
    assert headers(first, "anna", "s") == {"Authorization": "Basic YW5uYTpz"}
