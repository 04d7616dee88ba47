"""What is on the screen, one package per panel: each draws frozen values and sends nothing.

    paint    rows of toned text, how they become strips, and the panel that repaints only rows that changed
    field    a line of text being typed
    board, units, map, line
             the four panels; in each, pure files decide what is shown and a thin widget shows it
    bars     the rows below: command line, what the last answer was, status; and the alarm above

A widget gets a view (a frozen value) by `show`, and posts a message when a key on it means something.
"""
