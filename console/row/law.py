"""The law of the hands: what each key is, in which state of the row. One table, for help and golden file.

Function keys and letters behind the dot stand with their actions in the catalogue; what is no action stands
here. Whatever a key does that is not written in one of these two is a fault.
"""

from attrs import frozen


@frozen(kw_only=True)
class Rule:
    """One line of the law."""

    keys: str
    """As they stand on the keyboard."""

    when: str
    """The state of the row: `empty`, `text`, `lit`, `deeds`, `list` (opened by a key), `verb`, `any`."""

    does: str
    """What it does; its words are `law-<does>` in the texts."""

    units: bool = False
    """True for what only a unit's screen has."""

    writes: bool = False
    """True when it may send a wish."""


LAW = (
    Rule(keys="a sentence", when="text", does="words"),
    Rule(keys="Enter", when="text", does="say", writes=True),
    Rule(keys="417 Enter", when="text", does="go"),
    Rule(keys=". letter", when="empty", does="verb"),
    Rule(keys="/ letter", when="empty", does="filter"),
    Rule(keys="? Enter", when="text", does="help"),
    Rule(keys="Space", when="empty", does="deeds"),
    Rule(keys="0-9", when="deeds", does="light-deed"),
    Rule(keys="1-9", when="list", does="light-row"),
    Rule(keys="1-9", when="empty", does="light-status", units=True),
    Rule(keys="0.35 s", when="lit", does="act", writes=True),
    Rule(keys="1 s", when="lit", does="act-status", units=True, writes=True),
    Rule(keys="Enter", when="lit", does="act-now", writes=True),
    Rule(keys="Space", when="lit", does="act-and-list", writes=True),
    Rule(keys="letter", when="lit", does="all-words"),
    Rule(keys="Backspace", when="lit", does="put-out"),
    Rule(keys="Esc", when="lit", does="put-out"),
    Rule(keys="Esc", when="text", does="aside"),
    Rule(keys="Esc", when="empty", does="step-back"),
    Rule(keys="Ctrl+↑", when="any", does="bring-back"),
    Rule(keys="Enter", when="empty", does="look"),
    Rule(keys="Up Down PgUp PgDn", when="any", does="walk"),
    Rule(keys="Left Right Home End", when="text", does="cursor"),
    Rule(keys="Tab Shift+Tab", when="any", does="panels"),
    Rule(keys="Enter", when="verb", does="run-verb", writes=True),
    Rule(keys="Tab", when="verb", does="complete"),
    Rule(keys="Up Down", when="verb", does="typed-before"),
    Rule(keys="2x F12", when="any", does="emergency", units=True, writes=True),
)
