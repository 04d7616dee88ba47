"""Frames that mean nothing: each ends its own link in words, and nothing else."""

import logging
from typing import Any

import pytest

from protocol.commands.timeline import AddEntry
from protocol.errors import Reason
from protocol.model.text import Text
from protocol.session.close_codes import CloseCode
from protocol.wire.messages import Do, Done, Refusal
from tests.server.live import Served, counted, packed
from tests.server.make import opening

LINE = AddEntry(incident=1, text=Text("een regel"))


def _nested(depth: int) -> Any:
    return [_nested(depth - 1)] if depth else []


HOSTILE: list[tuple[str, bytes, str]] = [
    ("empty", b"", "NotMsgpack"),
    ("not msgpack", b"\xc1", "NotMsgpack"),
    ("half a value", b"\x93\x08", "NotMsgpack"),
    ("two values", b"\x91\x05\x91\x05", "NotMsgpack"),
    ("text that is not UTF-8", b"\x92\x07\xa2\xff\xfe", "NotMsgpack"),
    ("JSON", b'{"do": 1}', "NotMsgpack"),
    ("a map", packed({1: 2}), "NotMsgpack"),
    ("an array said to be huge", b"\xdd\xff\xff\xff\xff", "NotMsgpack"),
    ("no array", packed(5), "WrongShape"),
    ("nothing in it", packed([]), "WrongShape"),
    ("unknown tag", packed([99]), "UnknownTag"),
    ("a tag of the other direction", packed([4, "x"]), "UnknownTag"),
    ("a tag that is none", packed([True]), "UnknownTag"),
    ("too deep", packed([8, 1, _nested(60)]), "TooDeep"),
    ("deeper than the parser", packed([]) and b"\x91" * 5_000 + b"\x90", "TooDeep"),
    ("NaN", packed([5, float("nan")]), "WrongShape"),
    ("a fraction", packed([8, 1.5, [12, 1]]), "WrongShape"),
    ("an id beyond range", packed([8, 2**64 - 1, [12, 1]]), "WrongShape"),
    ("an id that is no number", packed([8, True, [12, 1]]), "WrongShape"),
    ("units in no cell", packed([9, 0, [0, 2**62, 0, b"\x01\x00\x00\x00\x00"]]), "WrongShape"),
    ("positions cut short", packed([9, 0, [0, 0, 0, b"\x01\x00"]]), "WrongShape"),
    ("negative receipt", packed([5, -1]), "WrongShape"),
]


@pytest.mark.parametrize(("frame", "kind"), [case[1:] for case in HOSTILE], ids=[case[0] for case in HOSTILE])
async def test_a_frame_that_means_nothing_ends_its_link_alone(
    served: Served, frame: bytes, kind: str, caplog: pytest.LogCaptureFixture
) -> None:
    """In words, with its own close code; whoever else is there notices nothing, and nothing is lost."""
    async with served.wire("ben") as other, served.wire() as wire:
        await other.do(opening())
        await wire.send(Do(id=1, command=LINE))
        await wire.send(frame)
        code, words = await wire.ended()
        assert code == CloseCode.BAD_MESSAGE
        assert words.startswith(kind)
        assert isinstance(await other.do(LINE), Done)
    assert len(served.listening.room.board.incidents[1].entries) == 2
    assert (await counted(served.port))["openlijn_bad_frames_total", kind] == 1
    assert not [record for record in caplog.records if record.levelno >= logging.ERROR]


@pytest.mark.parametrize(
    ("command", "what"),
    [
        ([127], "$.command[0]: 127"),
        ([12, 2**63], "$.command: [12, 9223372036854775808]"),
        ([2, 1, ["x", [2**62, 0]]], "$.command.place.point: [4611686018427387904, 0]"),
        ([10, 1, "een regel", "en nog iets"], "$.command: [10, 1, 'een regel', 'en nog iets']"),
        ([2, 1, ["Kade 12", None, "achterom"]], "$.command.place: ['Kade 12', None, 'achterom']"),
    ],
    ids=["unknown", "beyond range", "off the earth", "a field too many", "a field too many further in"],
)
async def test_a_wish_that_cannot_be_read_is_refused_in_words(
    served: Served, command: list[Any], what: str
) -> None:
    """As one of a later version would be. Its link lives: closed, it would come back with the same wish, for
    ever; and nothing of it is carried out without the rest.
    """
    async with served.wire() as wire:
        await wire.do(opening())
        await wire.send(packed([8, 41, command]))
        refusal = await wire.answer(41)
        assert isinstance(refusal, Refusal)
        assert refusal.reason is Reason.INVALID
        assert refusal.args_by_name()["what"] == what
        assert isinstance(await wire.do(LINE), Done)
    assert (await counted(served.port))["openlijn_bad_frames_total", "WishUnreadable"] == 1
    assert [entry.text for entry in served.listening.room.board.incidents[1].entries] == [LINE.text]


async def test_a_text_frame_ends_its_link(served: Served) -> None:
    """Frames are binary."""
    async with served.wire() as wire:
        await wire.send("hallo")
        code, words = await wire.ended()
    assert (code, "text" in words) == (CloseCode.BAD_MESSAGE, True)


async def test_a_frame_that_is_too_large_ends_its_link(served: Served) -> None:
    """It is not even read to its end."""
    async with served.wire() as wire:
        await wire.send(bytes(20_000))
        code, words = await wire.ended()
    assert code == 1009
    assert "16384" in words or "size" in words


async def test_text_that_plays_tricks_is_kept_as_written(served: Served) -> None:
    """Control and bidi characters travel whole; showing them harmless is the console's work."""
    tricky = Text("\x1b[2J\x00\u202e regel\r\n\u200b")
    async with served.wire() as wire:
        await wire.do(opening())
        assert isinstance(await wire.do(AddEntry(incident=1, text=tricky)), Done)
    assert served.listening.room.board.incidents[1].entries[0].text == tricky
