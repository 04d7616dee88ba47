"""Writes what the pages have from the program: `python -m tests.readme` draws the pictures anew."""

import asyncio
import sys

from tests.readme.picture import PICTURES, draw


def main() -> int:
    """Draws every picture where it belongs."""
    for path, picture in PICTURES.items():
        path.write_text(asyncio.run(draw(picture)), encoding="utf-8")
        sys.stdout.write(f"{path.name}\n")
    return 0


if __name__ == "__main__":
    sys.exit(main())
