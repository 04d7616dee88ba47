"""msgpack, strictly: one value, no maps, no extensions, nothing too long or too deep.

Used by everything in this package; nobody else imports msgpack. What comes from outside raises BadMessage.
"""

from typing import Any

import msgpack

from protocol.errors import NotMsgpack, TooDeep, TooLarge
from protocol.wire.limits import MAX_DEPTH, MAX_ELEMENTS


def pack(value: Any) -> bytes:
    """The value as msgpack. Only for values that coders have written."""
    packed: bytes = msgpack.packb(value, use_bin_type=True)
    return packed


def unpack(frame: bytes, *, max_bytes: int, max_elements: int = MAX_ELEMENTS) -> Any:
    """The one value in the frame. Raises TooLarge, TooDeep or NotMsgpack."""
    if len(frame) > max_bytes:
        raise TooLarge(f"a frame of {len(frame)} bytes, and at most {max_bytes} are read")
    try:
        value = msgpack.unpackb(
            frame,
            raw=False,
            max_array_len=max_elements,
            max_map_len=0,
            max_ext_len=0,
            max_str_len=max_bytes,
            max_bin_len=max_bytes,
        )
    except msgpack.StackError as error:
        raise TooDeep("nested deeper than the parser reads") from error
    except (ValueError, TypeError, msgpack.UnpackException) as error:
        raise NotMsgpack(
            f"not one msgpack value of this protocol ({type(error).__name__} {error})"
        ) from error
    if _depth(value) > MAX_DEPTH:
        raise TooDeep(f"nested deeper than {MAX_DEPTH}")
    return value


def unpack_all(stream: bytes) -> list[Any]:
    """Every value in the bytes, one after the other.

    Raises TooDeep or NotMsgpack, also when the last value is cut short.
    """
    unpacker = msgpack.Unpacker(raw=False, max_array_len=MAX_ELEMENTS, max_map_len=0, max_ext_len=0)
    values, end = [], 0
    try:
        unpacker.feed(stream)
        for value in unpacker:
            values.append(value)
            end = unpacker.tell()
    except msgpack.StackError as error:
        raise TooDeep("nested deeper than the parser reads") from error
    except (ValueError, TypeError, msgpack.UnpackException) as error:
        raise NotMsgpack(f"not msgpack of this protocol ({type(error).__name__} {error})") from error
    if end != len(stream):
        raise NotMsgpack(f"cut short: {len(stream)} bytes, of which {end} are whole values")
    if any(_depth(value) > MAX_DEPTH for value in values):
        raise TooDeep(f"nested deeper than {MAX_DEPTH}")
    return values


def _depth(value: Any) -> int:
    depth, level = 0, [value]
    while level:
        level = [part for each in level if type(each) is list for part in each]
        depth += 1
        if depth > MAX_DEPTH:
            break
    return depth
