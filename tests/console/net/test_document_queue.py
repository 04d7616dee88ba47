"""The history of an incident on the screen."""

from console.net.document_queue import Fetching
from protocol.errors import Reason
from protocol.session.events import FetchRefused, PieceCame
from protocol.wire.messages import Fetch, Piece, Refusal
from tests.console.rig import Rig


def test_pieces_become_a_document() -> None:
    """Pieces are put together; the end is told once."""
    rig, asked, ended = Rig(), list[Fetch](), list[bytes]()
    Fetching(rig.store, asked.append).history(417, lambda document: ended.append(bytes(document.content)))
    assert [fetch.document for fetch in asked] == ["history/417"]
    rig.take(PieceCame(piece=Piece(id=asked[0].id, offset=0, total=6, data=b"abc")))
    assert ended == []
    rig.take(PieceCame(piece=Piece(id=asked[0].id, offset=3, total=6, data=b"def")))
    assert ended == [b"abcdef"]


def test_a_cut_asks_for_the_rest() -> None:
    """After a welcome it goes on where it was."""
    rig, asked = Rig(), list[Fetch]()
    Fetching(rig.store, asked.append).history(417, lambda _: None)
    rig.take(PieceCame(piece=Piece(id=asked[0].id, offset=0, total=6, data=b"abc")))
    rig.welcome()
    assert [fetch.offset for fetch in asked] == [0, 3]


def test_a_refusal_ends_it() -> None:
    """A document that is not to be had is told as such."""
    rig, asked, reasons = Rig(), list[Fetch](), list[Reason]()
    fetching = Fetching(rig.store, asked.append)
    fetching.history(
        9, lambda document: reasons.append(document.refusal.reason) if document.refusal else None
    )
    rig.take(FetchRefused(refusal=Refusal(id=asked[0].id, reason=Reason.NO_SUCH_INCIDENT)))
    assert reasons == [Reason.NO_SUCH_INCIDENT]
