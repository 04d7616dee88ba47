"""The tally of dirt in a file: per kind a count and a few examples, each with what was done about it.

Filled by the readers while they run; `summary` gives a value that the caller renders. It makes no sentences.
"""

from collections import Counter
from enum import StrEnum

from attrs import field, frozen
from attrs.validators import ge

MAX_SHOWN_CHARS = 80


class Kind(StrEnum):
    """One kind of dirt. The value is a key for the texts."""

    BYTE_ORDER_MARK = "byte-order-mark"
    NOT_UTF8 = "not-utf8"
    NUL_BYTES = "nul-bytes"
    LINE_TOO_LONG = "line-too-long"
    ROW_UNREADABLE = "row-unreadable"
    QUOTE_UNCLOSED = "quote-unclosed"
    BLANK_LINE = "blank-line"
    ROW_SHORT = "row-short"
    ROW_LONG = "row-long"
    HEADER_TWICE = "header-twice"
    TEXT_TOO_LONG = "text-too-long"
    ID_MISSING = "id-missing"
    ID_TWICE = "id-twice"
    TIME_UNREADABLE = "time-unreadable"
    RECEIVED_MISSING = "received-missing"
    CLOSED_BEFORE_RECEIVED = "closed-before-received"
    STAGE_BEFORE_RECEIVED = "stage-before-received"
    STAGE_OUT_OF_ORDER = "stage-out-of-order"
    ON_SCENE_MISSING = "on-scene-missing"
    NEVER_CLOSED = "never-closed"
    WHAT_MISSING = "what-missing"
    PRIORITY_UNKNOWN = "priority-unknown"
    FLAG_UNKNOWN = "flag-unknown"
    PLACE_WITHHELD = "place-withheld"
    PLACE_MISSING = "place-missing"
    POINT_MISSING = "point-missing"
    POINT_UNREADABLE = "point-unreadable"
    POINT_IMPOSSIBLE = "point-impossible"
    VEHICLE_MISSING = "vehicle-missing"
    TIME_JUMP = "time-jump"
    FIX_OUT_OF_ORDER = "fix-out-of-order"
    FIX_TOO_LATE = "fix-too-late"
    FIX_TWICE = "fix-twice"
    FIX_CONTRADICTS = "fix-contradicts"
    JUMP_IMPOSSIBLE = "jump-impossible"


class Done(StrEnum):
    """What was done about it. The value is a key for the texts."""

    IGNORED = "ignored"
    """The row is kept as it is."""
    CLEANED = "cleaned"
    """The row is kept and the text repaired or cut."""
    FILLED_IN = "filled-in"
    """The row is kept with a value that the mapping or another column gives."""
    KEPT_WITHOUT_STAGE = "kept-without-stage"
    KEPT_WITHOUT_PLACE = "kept-without-place"
    KEPT_WITHOUT_POINT = "kept-without-point"
    PUT_IN_ORDER = "put-in-order"
    ROW_SKIPPED = "row-skipped"


@frozen(kw_only=True)
class Example:
    """One occurrence."""

    line: int
    """Where the row begins in the file; the first line is 1."""
    id: str
    """The id in the source, empty where none is known; cut to 80 characters."""
    found: str
    """What stood there, or the values that clash; cut to 80 characters."""
    done: Done


@frozen(kw_only=True)
class KindSummary:
    """One line of a summary."""

    kind: Kind
    count: int
    done: tuple[tuple[Done, int], ...]
    """How often each thing was done; most often first."""
    examples: tuple[Example, ...]
    """The first ones found."""


@frozen(kw_only=True)
class Summary:
    """What a reading found. `rows` = `kept` + `left_out` + the rows that dirt made unusable."""

    rows: int
    """Rows with content, the header not counted."""
    kept: int
    left_out: int
    """Rows that the mapping's own choice leaves out; not dirt."""
    kinds: tuple[KindSummary, ...]
    """Kinds that occurred, most frequent first, then in the order of Kind."""

    def count(self, kind: Kind) -> int:
        """How often a kind occurred; 0 if never."""
        return next((line.count for line in self.kinds if line.kind is kind), 0)


@frozen(kw_only=True)
class Findings:
    """The tally itself: one per reading, changed only by the reader that got it."""

    max_examples: int = field(default=5, validator=ge(0))
    """How many examples to keep per kind."""
    rows: Counter[str] = field(factory=Counter, init=False)
    _done: dict[Kind, Counter[Done]] = field(factory=dict, init=False)
    _examples: dict[Kind, list[Example]] = field(factory=dict, init=False)

    def add(self, kind: Kind, done: Done, *, line: int, id: str = "", found: str = "") -> None:
        """Count one occurrence and keep it as an example if there is room."""
        self._done.setdefault(kind, Counter())[done] += 1
        examples = self._examples.setdefault(kind, [])
        if len(examples) < self.max_examples:
            examples.append(
                Example(line=line, id=id[:MAX_SHOWN_CHARS], found=found[:MAX_SHOWN_CHARS], done=done)
            )


def summary(findings: Findings) -> Summary:
    """The tally as it stands now, as a value."""
    order = {kind: place for place, kind in enumerate(Kind)}
    kinds = [
        KindSummary(
            kind=kind,
            count=done.total(),
            done=tuple(done.most_common()),
            examples=tuple(findings._examples[kind]),
        )
        for kind, done in findings._done.items()
    ]
    kinds.sort(key=lambda line: (-line.count, order[line.kind]))
    return Summary(
        rows=findings.rows["read"],
        kept=findings.rows["kept"],
        left_out=findings.rows["left_out"],
        kinds=tuple(kinds),
    )
