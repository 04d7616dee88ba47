"""A run of changes, each written relative to the one before it.

The server keeps one DeltaWriter for all consoles that see the same, and encodes each change once; each
console keeps a DeltaReader. Two forms of the same change exist: *plain*, which needs only the number and
time of the change before, and *known*, in which names that this generation has seen are numbers. A console
that came in the middle of a generation gets the plain form until the next generation begins.

    [tag, follows, ms since the change before, by, fact, fact ...]

`follows` is `after` mod 128 when seq is after + 1, as it nearly always is, else [after mod 128, seq - after].

The low seven bits of `after` are enough: the link is ordered, so the check guards against a sender's mistake
and not against loss on the way.
"""

from typing import Any

from attrs import define, field

from protocol.change import Change
from protocol.errors import OutOfStep, WrongShape
from protocol.model.moment import from_ms, to_ms
from protocol.model.text import Name
from protocol.wire.coders import Shared, coder_of
from protocol.wire.lexicon import Lexicon
from protocol.wire.messages import Delta
from protocol.wire.packing import pack
from protocol.wire.tags import FACT_CODER

TAG_PLAIN = 1
TAG_KNOWN = 2
TAG_KNOWN_ANEW = 3
"""As TAG_KNOWN, and a new generation begins with this frame."""

DELTA_TAGS = frozenset({TAG_PLAIN, TAG_KNOWN, TAG_KNOWN_ANEW})

MIN_GENERATION = 256
"""Changes before a new generation may begin for the sake of latecomers."""

_CHECK = 128


@define(kw_only=True)
class Written:
    """A change in both its forms; the plain one is made when somebody first needs it."""

    seq: int
    after: int
    at_ms: int
    known: bytes
    generation_after: int
    """`known` can be read by whoever has had every frame after this number."""

    _change: Change = field(repr=False)
    _base_ms: int
    _plain: bytes | None = None

    @property
    def plain(self) -> bytes:
        """The form that needs only the number and the time of the change before."""
        if self._plain is None:
            self._plain = _write(TAG_PLAIN, self._change, self.after, self._base_ms, None)
        return self._plain

    def bridged(self, after: int, at_ms: int) -> bytes:
        """The plain form for somebody whose last change was `after`, made at `at_ms`.

        For who may not see what lay between: to them, this follows.
        """
        return _write(TAG_PLAIN, self._change, after, at_ms, None)


class DeltaWriter:
    """Writes a run of changes, from the change after `seq` on."""

    def __init__(self, seq: int, at_ms: int) -> None:
        self.seq = seq
        self.at_ms = at_ms
        self.generation_after = seq
        """The present generation can be read by whoever has had every frame after this number."""

        self._lexicon = Lexicon()

    def write(self, change: Change, *, latecomers: bool = False) -> Written:
        """The change, as the next of the run.

        `latecomers` says that some console cannot read the known form, so that beginning a new generation
        is worth what it costs the others.
        """
        after = self.seq
        # A generation cannot be joined halfway: who came late would take a number for another name. So it
        # reads the longer plain form until the next one, which begins when that is worth it to the rest.
        old = after - self.generation_after >= MIN_GENERATION
        anew = after == self.generation_after or self._lexicon.is_full or (latecomers and old)
        if anew:
            self.generation_after = after
            self._lexicon = Lexicon()
        written = Written(
            seq=change.seq,
            after=after,
            at_ms=to_ms(change.at),
            change=change,
            base_ms=self.at_ms,
            known=_write(TAG_KNOWN_ANEW if anew else TAG_KNOWN, change, after, self.at_ms, self._lexicon),
            generation_after=self.generation_after,
        )
        self.seq, self.at_ms = written.seq, written.at_ms
        return written


class DeltaReader:
    """Reads a run of changes, from the change after `seq` on."""

    def __init__(self, seq: int, at_ms: int) -> None:
        self.seq = seq
        self.at_ms = at_ms
        self._lexicon = Lexicon()

    def read(self, raw: list[Any]) -> Delta:
        """The next change of the run. Raises WrongShape, or OutOfStep when it does not follow."""
        tag, head, facts_raw = raw[0], raw[1:4], raw[4:]
        check: Any
        step: Any
        passed_ms: Any
        match head:
            case [[check, step], passed_ms, by_raw]:
                pass
            case [check, passed_ms, by_raw]:
                step = 1
            case _:
                check = step = passed_ms = by_raw = None
        whole = type(check) is type(step) is type(passed_ms) is int
        if not whole or step < 1 or not facts_raw:
            raise WrongShape("$", "[tag, follows, ms, by, fact ...]", raw)
        # Folding on would make a board that looks right and is not; the console begins anew instead.
        if check != self.seq % _CHECK:
            raise OutOfStep(f"a change came that does not follow number {self.seq}")
        if tag == TAG_KNOWN_ANEW:
            self._lexicon = Lexicon()
        # Whoever gets the plain form is in no generation: its lexicon is that of an earlier one, and must not
        # learn from this what the sender's never heard.
        shared = Shared(lexicon=None if tag == TAG_PLAIN else self._lexicon, skips_unknown=True)
        try:
            by = _NAME.read(by_raw, shared)
        except WrongShape as error:
            raise error.within("$[3]") from error
        facts = []
        for index, part in enumerate(facts_raw, start=4):
            try:
                facts.append(FACT_CODER.read(part, shared))
            except WrongShape as error:
                raise error.within(f"$[{index}]") from error
        at_ms = self.at_ms + passed_ms
        try:
            change = Change(seq=self.seq + step, at=from_ms(at_ms), by=by, facts=tuple(facts))
        except (TypeError, ValueError) as error:
            raise WrongShape("$", f"a valid change ({error})", head) from error
        delta = Delta(change=change, after=self.seq)
        self.seq, self.at_ms = change.seq, at_ms
        return delta


_NAME = coder_of(Name)


def _write(tag: int, change: Change, after: int, base_ms: int, lexicon: Lexicon | None) -> bytes:
    shared = Shared(lexicon=lexicon)
    return pack(
        [
            tag,
            after % _CHECK if change.seq == after + 1 else [after % _CHECK, change.seq - after],
            to_ms(change.at) - base_ms,
            _NAME.write(change.by, shared),
            *(FACT_CODER.write(fact, shared) for fact in change.facts),
        ]
    )
