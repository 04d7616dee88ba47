"""The figure of this desk's sounds as rows, behind the room's indicators. Pure.

Shown to whoever sits there and to nobody else: it says how the law of sounds does, and nothing of a person.
"""

from console.alarm.counted import Figure
from console.figures.values import percent
from console.paint.row import BLANK, Row, plain
from console.paint.tone import Tone
from console.paint.words import Say
from console.part.sounds import BUDGET


def figure_rows(figure: Figure, say: Say) -> list[Row]:
    """How often, how often beside calls and in ten minutes, and which share was answered."""
    share = percent(figure.answered / figure.asked if figure.asked else None)
    over = figure.most_in_ten > BUDGET
    most = say("sound-figure-most", most=figure.most_in_ten, budget=BUDGET)
    return [
        BLANK,
        plain(f" {say('sound-figure', sounds=figure.sounds, share=share)}", Tone.STRONG),
        plain(f"   {say('sound-figure-beside', count=figure.beside_calls)}", Tone.DIM),
        plain(f"   {most}", Tone.WARN if over else Tone.DIM),
    ]
