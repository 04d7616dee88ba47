"""Documents by name: each comes from the shelf of its kind, and a name of no kind is refused."""

import pytest

from protocol.errors import Reason, Refused
from server.documents.documents import Documents
from server.documents.shelf import Wanted


class Said:
    """A shelf that says what it was asked for; the item `nothing` means nothing to it."""

    def __init__(self, *kinds: str) -> None:
        self.kinds = kinds

    async def document(self, asked: Wanted) -> bytes | None:
        """What was asked."""
        if asked.item == "nothing":
            return None
        return f"{self.kinds[0]}: {asked.kind} {asked.item} {asked.query}".encode()


DOCUMENTS = Documents((Said("history", "near"), Said("map")))


@pytest.mark.parametrize(
    ("name", "said"),
    [
        ("history/417", "history: history 417 "),
        ("near?place=Kade/x&y=1", "history: near None place=Kade/x&y=1"),
        ("map/00", "map: map 00 "),
    ],
)
async def test_each_kind_comes_from_its_shelf(name: str, said: str) -> None:
    """With what is behind the stroke and behind the question mark."""
    assert (await DOCUMENTS.document(name)).decode() == said


@pytest.mark.parametrize("name", ["", "colours", "history/nothing", "/", "?", "histor", "x" * 500])
async def test_a_name_that_means_nothing_is_refused(name: str) -> None:
    """With the name, shortened, and all kinds that there are."""
    with pytest.raises(Refused) as caught:
        await DOCUMENTS.document(name)
    assert caught.value.reason is Reason.INVALID
    assert caught.value.args_by_name == {"what": name[:80], "expected": "history, near, map"}


def test_a_kind_stands_on_one_shelf() -> None:
    """Two would hide each other."""
    with pytest.raises(ValueError, match="one shelf"):
        Documents((Said("history"), Said("map", "history")))
