"""What keys make of a line of text."""

from hypothesis import given
from hypothesis import strategies as st

from console.field.draw import draw_edit, first_shown
from console.field.edit import MAX_CHARS, Edit, holding, pressed, typed
from console.paint.row import width_of
from console.paint.tone import Tone

KEYS = st.sampled_from(
    ["left", "right", "home", "end", "backspace", "delete", "ctrl+w", "ctrl+left", "ctrl+right", "ctrl+k"]
)


def after(text: str, *keys: str) -> str:
    """The text with `|` at the caret after these keys."""
    edit = holding(text)
    for key in keys:
        edit = pressed(edit, key, None) or edit
    return f"{edit.text[: edit.caret]}|{edit.text[edit.caret :]}"


def test_editing_keys() -> None:
    """Words and ends are reached and erased as on every command line."""
    assert after("koppel 12.03", "ctrl+w") == "koppel |"
    assert after("koppel 12.03", "home") == "|koppel 12.03"
    assert after("koppel 12.03", "ctrl+left") == "koppel |12.03"
    assert after("koppel 12.03", "home", "ctrl+right") == "koppel| 12.03"
    assert after("koppel 12.03", "backspace") == "koppel 12.0|"
    assert after("koppel", "ctrl+u") == "|"
    assert after("koppel", "left", "left", "left", "ctrl+k") == "kop|"


def test_other_keys_are_not_eaten() -> None:
    """A key that edits nothing is somebody else's."""
    assert pressed(holding("a"), "f2", None) is None
    assert pressed(holding("a"), "up", None) is None


@given(st.lists(KEYS | st.characters(min_codepoint=32, max_codepoint=0x2FFF), max_size=60))
def test_the_caret_stays_in_the_text(keys: list[str]) -> None:
    """No row of keys brings the caret outside of the text."""
    edit = Edit()
    for key in keys:
        edit = pressed(edit, key, key if len(key) == 1 else None) or edit
    assert 0 <= edit.caret <= len(edit.text)


def test_pasted_lines_become_one() -> None:
    """Line breaks are blanks here, and what is too long is left out."""
    assert typed(Edit(), "a\nb").text == "a b"
    assert len(typed(holding("x" * MAX_CHARS), "more").text) == MAX_CHARS


@given(st.text(max_size=80), st.data(), st.integers(2, 40))
def test_the_caret_is_always_drawn(text: str, data: st.DataObject, width: int) -> None:
    """Wherever the caret is, it is in view, and it is one."""
    caret = data.draw(st.integers(0, len(text)))
    spans = draw_edit(Edit(text=text, caret=caret), width, harmless=lambda char: "?", focused=True)
    carets = [text for text, tone in spans if tone is Tone.CARET]
    assert len(carets) == 1
    before = spans[: [tone for _, tone in spans].index(Tone.CARET)]
    assert width_of(before) < width


def test_a_typed_character_does_not_shift_the_row() -> None:
    """The part in view moves in steps, so that typing at the end changes two cells and not all."""
    starts = [first_shown([1] * caret, caret, 20) for caret in range(100)]
    assert len(set(starts)) <= 9
