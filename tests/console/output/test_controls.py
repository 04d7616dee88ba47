"""What other sequences leave of our knowledge of the terminal."""

from __future__ import annotations

import pytest

from console.output.controls import Effect, effect


@pytest.mark.parametrize(
    "sequence",
    [
        "\x07",
        "\x1b]52;c;aGk=\x07",
        "\x1b]2;title\x1b\\",
        "\x1b[?25l",
        "\x1b[?2026$p",
        "\x1b[>1u",
        "\x1b[<u",
        "",
    ],
)
def test_harmless(sequence: str) -> None:
    """Bell, clipboard, title and modes touch neither cells nor pen."""
    assert effect(sequence) is Effect.NONE


@pytest.mark.parametrize("sequence", ["\x1b[5;5H", "\x1b[31m", "\x1b[?6h", "\x07\x1b[3C"])
def test_the_pen_is_lost(sequence: str) -> None:
    """Moves and colours make us place and colour the pen anew."""
    assert effect(sequence) is Effect.PEN


@pytest.mark.parametrize("sequence", ["\x1b[?1049h", "\x1b[2J", "hello", "\x1bc", "\x1b_Gf=32;AAAA\x1b\\"])
def test_the_screen_is_lost(sequence: str) -> None:
    """What clears, swaps or draws on the screen, or is not known at all, makes us paint it anew."""
    assert effect(sequence) is Effect.SCREEN
