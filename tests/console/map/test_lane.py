"""The map lane: what is asked for, when, and never twice."""

from pathlib import Path

from console.map.atlas import Atlas
from console.map.cache import PieceCache
from console.map.lane import FIRST_ID, MapLane
from protocol.errors import Reason
from protocol.model.map_address import address_of, document_name
from protocol.session.events import FetchRefused, PieceCame
from protocol.wire.messages import Fetch, Piece, Refusal
from tests.console.rig import Rig
from tests.console.town import CONTENT_BY_NAME, INDEX, INDEX_CONTENT, MAIN, TOWN, answered, ref

ADDRESS = address_of(INDEX_CONTENT)


class Lane:
    """A lane, the link it asks on, and what it gave."""

    def __init__(self, cache: PieceCache | None = None) -> None:
        self.rig = Rig()
        self.asked: list[Fetch] = []
        self.grown: list[Atlas | None] = []
        self.lane = MapLane(
            self.rig.store, self.asked.append, cache, looking=lambda: None, grew=self.grown.append
        )

    def play(self, *, most_bytes: int = 40) -> int:
        """Step, and answer every question, until there is nothing to do. The bytes that came."""
        came = 0
        for _ in range(100):
            before = len(self.asked)
            if not self.lane.step():
                break
            if len(self.asked) > before:
                came += sum(answered(self.rig, self.asked[-1], most_bytes=most_bytes))
        return came


def test_the_whole_town_comes_one_document_after_another() -> None:
    """The index first; every document once; ids that no other document has."""
    lane = Lane()
    lane.rig.welcome(map=ADDRESS)
    assert lane.play() == sum(map(len, CONTENT_BY_NAME.values())) == lane.lane.fetched_bytes
    assert lane.asked[0].document == document_name(ADDRESS)
    assert sorted(fetch.document for fetch in lane.asked) == sorted(CONTENT_BY_NAME)
    assert [fetch.id for fetch in lane.asked] == list(range(FIRST_ID, FIRST_ID + len(CONTENT_BY_NAME)))
    assert lane.lane.is_whole
    assert lane.lane.atlas is not None
    assert (lane.lane.atlas.percent, len(lane.lane.atlas.sheets)) == (100, len(TOWN))


def test_a_second_session_fetches_nothing(tmp_path: Path) -> None:
    """All of it is on disk: not one question, and the same map."""
    first = Lane(PieceCache(tmp_path))
    first.rig.welcome(map=ADDRESS)
    first.play()
    second = Lane(PieceCache(tmp_path))
    second.rig.welcome(map=ADDRESS)
    assert second.play() == 0
    assert (second.asked, second.lane.is_whole) == ([], True)


def test_a_damaged_piece_is_fetched_again_and_no_other(tmp_path: Path) -> None:
    """What the disk lost comes over the link, and only that."""
    first = Lane(PieceCache(tmp_path))
    first.rig.welcome(map=ADDRESS)
    first.play()
    address = ref(0, MAIN).address
    (tmp_path / address.hex()).write_bytes(b"damaged")
    second = Lane(PieceCache(tmp_path))
    second.rig.welcome(map=ADDRESS)
    second.play()
    assert [fetch.document for fetch in second.asked] == [document_name(address)]


def test_a_cut_resumes_where_it_was() -> None:
    """The question after the cut begins at the byte where the last one ended."""
    lane = Lane()
    lane.rig.welcome(map=ADDRESS)
    lane.lane.step()
    part = INDEX_CONTENT[:25]
    lane.rig.take(PieceCame(piece=Piece(id=lane.asked[0].id, offset=0, total=len(INDEX_CONTENT), data=part)))
    lane.rig.welcome(map=ADDRESS)
    assert [(fetch.document, fetch.offset) for fetch in lane.asked] == [
        (document_name(ADDRESS), 0),
        (document_name(ADDRESS), 25),
    ]


def test_nothing_is_asked_before_the_board_is_whole() -> None:
    """A melding is worth more than a street."""
    lane = Lane()
    lane.rig.welcome(snapshot=True, map=ADDRESS)
    assert (lane.lane.step(), lane.asked) == (False, [])


def test_a_world_without_a_map_is_left_alone() -> None:
    """No address, no question."""
    lane = Lane()
    lane.rig.welcome()
    assert (lane.lane.step(), lane.asked, lane.lane.is_whole) == (False, [], True)


def test_one_question_at_a_time() -> None:
    """While a document is under way nothing else is asked."""
    lane = Lane()
    lane.rig.welcome(map=ADDRESS)
    assert [lane.lane.step(), lane.lane.step()] == [True, False]
    assert len(lane.asked) == 1


def test_content_that_is_not_what_its_address_says_is_tried_twice() -> None:
    """Then the rest of the map goes on without it, and it is not kept."""
    lane = Lane()
    lane.rig.welcome(map=ADDRESS)
    wrong = document_name(ref(0, MAIN).address)
    for _ in range(20):
        if not lane.lane.step():
            break
        fetch = lane.asked[-1]
        if fetch.document == wrong:
            lane.rig.take(PieceCame(piece=Piece(id=fetch.id, offset=0, total=5, data=b"wrong")))
        else:
            list(answered(lane.rig, fetch))
    assert [fetch.document for fetch in lane.asked].count(wrong) == 2
    assert lane.lane.atlas is not None
    assert len(lane.lane.atlas.sheets) == len(TOWN) - 1


def test_what_was_refused_is_asked_again_on_the_next_link() -> None:
    """A refusal is not the end of a map: the next welcome begins again, with what is missing."""
    lane = Lane()
    lane.rig.welcome(map=ADDRESS)
    lane.lane.step()
    refusal = Refusal(id=lane.asked[0].id, reason=Reason.NO_MAP)
    lane.rig.take(FetchRefused(refusal=refusal))
    assert lane.lane.step() is False
    lane.rig.welcome(map=ADDRESS)
    lane.play()
    assert lane.lane.is_whole


def test_another_map_takes_the_place_of_the_old_one() -> None:
    """The address is another: what was drawn goes, and the new index is asked for."""
    lane = Lane()
    lane.rig.welcome(map=ADDRESS)
    lane.play()
    lane.rig.welcome(map=bytes(16))
    assert lane.grown[-1] is None
    assert lane.lane.step()
    assert lane.asked[-1].document == document_name(bytes(16))


def test_the_index_alone_is_a_map_without_streets() -> None:
    """The first thing that comes says how large the town is."""
    lane = Lane()
    lane.rig.welcome(map=ADDRESS)
    lane.lane.step()
    list(answered(lane.rig, lane.asked[0]))
    atlas = lane.grown[-1]
    assert atlas is not None
    assert (atlas.index, atlas.sheets, atlas.percent) == (INDEX, (), 0)
