"""Who may see what: while it happens, and afterwards.

readable    what somebody may read afterwards of one incident's history
touched     which incidents a change touched: those it is about, and never the whole board
visibility  who may see what: which part of which fact goes to whom
words       words of lines: what a change added to them, who is on them, and what each may read
"""
