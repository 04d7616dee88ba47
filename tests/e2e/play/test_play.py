"""The play of four real processes beside the server; `pytest -s` shows the story that its journal tells."""

import sys
from pathlib import Path

import pytest

from tests.e2e.play.performance import BOUND_S, played


@pytest.mark.timeout(BOUND_S + 30)
async def test_the_play(tmp_path: Path) -> None:
    """Call, page, direct contact, listening, whisper, card, colleague, partner, cuts, feedback, closing."""
    sys.stdout.write(f"\n{await played(tmp_path)}\n")
