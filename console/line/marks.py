"""Sent, delivered, read: what the members of a line have of a message (A40). Pure.

From the last tick of each member; who never sent one has nothing, as far as anybody knows.
"""

from collections.abc import Iterable, Sequence

from attrs import frozen

from console.harmless import harmless
from console.paint.row import Span
from console.paint.tone import Tone
from console.paint.words import Say
from protocol.model.entry import Entry
from protocol.wire.messages import OnLineRow


@frozen(kw_only=True)
class Receipt:
    """Who has one message. The three together are everybody on the line but its author."""

    read: tuple[str, ...] = ()
    came_in: tuple[str, ...] = ()
    """It is on their console, and was not on the screen yet."""

    lacking: tuple[str, ...] = ()

    @property
    def sign(self) -> str:
        """`✓✓` read by all, `✓` came in at all, `✓ 1/3` at some, `○` at nobody, empty with nobody else."""
        others = len(self.read) + len(self.came_in) + len(self.lacking)
        if not others:
            return ""
        if len(self.read) == others:
            return "✓✓"
        if not self.lacking:
            return "✓"
        have = others - len(self.lacking)
        return f"✓ {have}/{others}" if have else "○"


def receipt(entry: Entry, members: Iterable[str], rows: Iterable[OnLineRow]) -> Receipt:
    """What became of this entry, for those who are on the line now; who took a card has read it."""
    row_by_name: dict[str, OnLineRow] = {row.name: row for row in rows}
    read, came_in, lacking = [], [], []
    for name in members:
        if name == entry.by:
            continue
        row = row_by_name.get(name)
        if name in entry.taken_by or (row is not None and row.read >= entry.id):
            read.append(name)
        elif row is None or row.delivered < entry.id:
            lacking.append(name)
        else:
            came_in.append(name)
    return Receipt(read=tuple(read), came_in=tuple(came_in), lacking=tuple(lacking))


def mark_spans(found: Receipt, say: Say, *, named: bool) -> tuple[Span, ...]:
    """The sign; with `named` also who has not read it, and at whom it has not come in."""
    if not found.sign:
        return ()
    tone = Tone.GOOD if found.sign == "✓✓" else Tone.WARN if found.lacking else Tone.DIM
    spans: list[Span] = [(f" {found.sign}", tone)]
    if named and found.came_in:
        spans.append((f" {say('lines-not-read', names=_names(found.came_in))}", Tone.DIM))
    if named and found.lacking:
        spans.append((f" {say('lines-not-in', names=_names(found.lacking))}", Tone.WARN))
    return tuple(spans)


def named_entry(entries: Sequence[Entry], me: str, selected: int | None) -> int | None:
    """The id of the entry of which it is told who has it: the selected, else the newest of our own."""
    if selected is not None:
        return selected
    return next((entry.id for entry in reversed(entries) if entry.by == me and entry.struck_by is None), None)


def _names(names: Iterable[str]) -> str:
    return harmless(", ".join(names))
