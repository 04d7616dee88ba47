"""Which style each tone has on each ground."""

import pytest

from console.paint.palette import FULL, MONO, SIXTEEN, Palette, palette_for
from console.paint.tone import Ground, Tone

ALL = pytest.mark.parametrize("palette", [FULL, SIXTEEN, MONO], ids=lambda each: each.name)


@ALL
def test_every_tone_has_a_style_on_every_ground(palette: Palette) -> None:
    """No panel can name a meaning that a palette does not know."""
    assert set(palette.tones) == set(Tone)
    assert set(palette.grounds) == set(Ground)


@ALL
def test_a_tone_goes_over_its_ground(palette: Palette) -> None:
    """What the tone says wins; what it leaves open is the ground's."""
    for ground in Ground:
        assert palette.style(Tone.PLAIN, ground) == palette.ground(ground)
    assert palette.style(Tone.STRONG, Ground.NORMAL).bold


@ALL
def test_what_alarms_and_what_the_melder_hears_stand_out_without_colour(palette: Palette) -> None:
    """By an attribute, so that no palette leaves it to colour alone."""
    for ground in (Ground.ALARM, Ground.MELDER_TALKS):
        assert palette.ground(ground).bold
        assert palette.ground(ground) != palette.ground(Ground.NORMAL)


def test_a_terminal_without_colours_gets_none() -> None:
    """Nor does one whose user wants none; sixteen colours are sent as the terminal's own."""
    assert palette_for(None, no_color=False) is palette_for("truecolor", no_color=True) is MONO
    assert palette_for("truecolor", no_color=False) is palette_for("256", no_color=False) is FULL
    assert palette_for("standard", no_color=False) is SIXTEEN
    for style in (*MONO.tones.values(), *MONO.grounds.values()):
        assert style.color is style.bgcolor is None
