"""Letters of a link's code, large."""

from console.melder_link.letters import ROWS, WIDTH, big

ALPHABET = "23456789abcdefghjkmnpqrstvwxyz"


def test_every_character_of_a_code_has_a_picture_of_its_own() -> None:
    """Nobody reads one for another."""
    pictures = {char: tuple(big(char)) for char in ALPHABET}
    assert len(set(pictures.values())) == len(ALPHABET)
    assert all("▀" in "".join(rows) or "█" in "".join(rows) for rows in pictures.values())


def test_a_group_is_as_wide_as_its_letters() -> None:
    """Each row is as long as the others; an unknown character keeps its place."""
    assert [len(row) for row in big("k7?d")] == [4 * WIDTH + 3] * ROWS
