"""The command line under the hand."""

from console.actions.problem import Problem
from console.command.command_line import CommandLine
from console.command.typed_before import Past
from console.grammar.complete import Candidate, Completion

WORDS = ("kaart", "koppel", "koppeling")


def complete(line: str, caret: int) -> Completion:
    """Three verbs."""
    begun = line[:caret]
    found = tuple(Candidate(text=word, subject=None) for word in WORDS if word.startswith(begun))
    return Completion(start=0, end=caret, candidates=found)


def line_of(*keys: str, past: Past | None = None) -> CommandLine:
    """A line after these keys; a key of one character types itself."""
    line = CommandLine(past or Past())
    for key in keys:
        line.press(key, key if len(key) == 1 else None, complete)
    return line


def test_tab_finishes_what_is_certain() -> None:
    """One choice is put in with a blank behind it."""
    assert line_of("k", "a", "tab").edit.text == "kaart "


def test_tab_offers_several_and_walks_through_them() -> None:
    """The common beginning first, then each choice in turn, and back."""
    assert line_of("k", "o", "tab").edit.text == "koppel"
    assert line_of("k", "o", "tab").choices == ("koppel", "koppeling")
    assert line_of("k", "o", "tab", "tab", "tab").edit.text == "koppeling"
    assert line_of("k", "o", "tab", "tab", "tab", "shift+tab").edit.text == "koppel"
    assert line_of("k", "o", "tab", "shift+tab").edit.text == "koppeling"


def test_a_typed_key_ends_the_choices() -> None:
    """Whoever types on has chosen."""
    assert line_of("k", "o", "tab", "tab", "x").choices == ()


def test_nothing_fits_and_nothing_changes() -> None:
    """Tab on a word that begins nothing leaves the line as it is."""
    assert line_of("z", "tab").edit.text == "z"


def test_up_and_down_walk_the_past() -> None:
    """Older lines upward; at the near end stands what was being typed."""
    past = Past(("een", "twee"))
    assert line_of("d", "up", past=past).edit.text == "twee"
    past = Past(("een", "twee"))
    assert line_of("d", "up", "up", "up", past=past).edit.text == "een"
    past = Past(("een", "twee"))
    assert line_of("d", "up", "up", "down", "down", past=past).edit.text == "d"


def test_a_problem_puts_the_caret_at_its_place() -> None:
    """The line stays; the caret goes where it is wrong; the next key takes the words away."""
    line = line_of("a", "b", "c")
    line.wrong(Problem(key="problem-unknown-verb", start=0, end=2))
    assert (line.edit.text, line.edit.caret) == ("abc", 2)
    line.press("x", "x", complete)
    assert line.problem is None


def test_a_finished_line_is_remembered_once() -> None:
    """The same line twice in a row is one line of the past."""
    past = Past()
    for _ in range(2):
        line = line_of("a", past=past)
        line.done()
    assert line.edit.text == ""
    assert (past.older(""), past.older("")) == ("a", None)


def test_only_what_somebody_typed_is_typed() -> None:
    """A line that a key wrote is nobody's text until somebody works on it."""
    line = CommandLine(Past())
    line.begin("koppel 12.03 ")
    assert line.typed == ""
    line.press("7", "7", complete)
    assert line.typed == "koppel 12.03 7"


def test_a_line_that_comes_back_does_not_push_out_what_stands_there() -> None:
    """It is had with the up key then."""
    line = CommandLine(Past())
    line.take_back("koppel 12.03 7")
    assert line.typed == "koppel 12.03 7"
    line.take_back("zeg hallo")
    assert line.typed == "koppel 12.03 7"
    line.press("ctrl+u", None, complete)
    line.press("up", None, complete)
    assert line.edit.text == "zeg hallo"


def test_the_past_of_a_world_takes_in_what_was_typed_before_it_was_known() -> None:
    """And that of the next world takes nothing of the one before."""
    line = CommandLine(Past())
    line.begin("koppel 1")
    line.done()
    first, second = Past(("log a",)), Past()
    line.remember(first)
    assert first.lines == ("log a", "koppel 1")
    line.remember(second)
    assert second.lines == ()


def test_one_tab_takes_the_likeliest_where_that_is_what_completion_says() -> None:
    """A place: more of them go on to the others, and round."""

    def places(line: str, caret: int) -> Completion:
        found = tuple(Candidate(text=text, subject=None) for text in ("Markt 5", "Marktstraat 5"))
        return Completion(start=0, end=caret, candidates=found, takes_first=True)

    line = CommandLine(Past())
    line.press("m", "m", places)
    for shown in ("Markt 5", "Marktstraat 5", "Markt 5"):
        line.press("tab", None, places)
        assert line.edit.text == shown
