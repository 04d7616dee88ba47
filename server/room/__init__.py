"""The single writer of one world's board, and who wishes in the server's own name.

checkpoints  checkpoints: the board saved now and then, so that the next start is short
deeds        what is remembered of deeds, so that each can be taken back for a moment
founding     the first fact of a journal: which world this is, and of which kind
keeper       the keeper: switches the board's order by itself when meldingen stack
room         the room: the single writer
saved_board  the board at the last stop: from the newest checkpoint and the records after it
subscribers  who hears of every change, each apart
"""
