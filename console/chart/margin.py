"""What stands in the lowest rows of a map: the scale, whose data it is, and what the tones of reach mean."""

from console.chart.canvas import Canvas
from console.chart.scale import Scale
from console.paint.text import cells, clip
from console.paint.tone import Tone
from console.paint.words import Say
from protocol.map.reach import Reach


def put_bar(canvas: Canvas, bar: Scale) -> None:
    """The scale, at the left end of the last row."""
    canvas.put(1, canvas.height - 1, _bar_text(bar), Tone.DIM)


def bar_cells(bar: Scale) -> int:
    """How far the scale reaches."""
    return 1 + cells(_bar_text(bar))


def _bar_text(bar: Scale) -> str:
    return "├" + "─" * (max(2, round(bar.columns)) - 2) + "┤ " + bar.text + " "


def put_attribution(canvas: Canvas, text: str, from_x: int) -> None:
    """Whose data it is, at the right end of the last row."""
    text = clip(text, canvas.width - from_x - 2)
    canvas.put(canvas.width - cells(text) - 2, canvas.height - 1, f" {text} ", Tone.DIM)


def put_legend(canvas: Canvas, reach: Reach, say: Say) -> None:
    """The look of what is reached, of what is not and of what would be lost, above the scale."""
    x, y = 1, canvas.height - 2
    looks = [("⣤⣤", "map-reached", Tone.MAP_REACHED), ("⢂⢂", "map-beyond", Tone.DIM)]
    if reach.lost:
        looks.append(("⡠⠊", "map-lost", Tone.MAP_LOST))
    for dots, key, tone in looks:
        canvas.put(x, y, dots, tone)
        words = f" {say(key)}  "
        canvas.put(x + 2, y, words, Tone.PLAIN)
        x += 2 + cells(words)


def reach_text(reach: Reach, say: Say) -> str:
    """Within how many minutes how much is reached, now and once the proposed units have gone."""
    minutes, share, after = reach.within_s // 60, reach.permille // 10, reach.permille_after // 10
    if reach.permille_after == reach.permille and not reach.lost:
        text = say("map-reach", minutes=minutes, share=share)
    else:
        text = say("map-reach-after", minutes=minutes, share=share, after=after)
    return text if reach.by_road else f"{text} ({say('map-reach-straight')})"
