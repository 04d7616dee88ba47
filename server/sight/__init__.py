"""Who may see what: while it happens, and afterwards.

audience    audiences: consoles that see the same run of changes, and who is in which
board_view  what each audience may have of an incident and of a board
readable    what somebody may read afterwards of one incident's history
touched     which incidents a change touched: those it is about, and never the whole board
visibility  who may see what: which part of which fact goes to whom
words       words of lines: what a change added to them, who is on them, and what each may read
"""
