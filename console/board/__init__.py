"""The incident board.

cells          how one incident looks as a row of the board
columns        how wide each column of the board is in a given width
filtering      the board's rows for one person, and where the selection goes with another filter
half_row       a call that is being taken and has no number yet, as a row
make_view      from what is known to what the board shows
order          which incidents are listed, in which order
order_reason   why the board is ordered as it is, in words
panel          the board on the screen
present_marks  who of the room is at which melding, and which calls are being taken
pressing       what presses most in an incident, as one sign with a time: the column in which the board nags
view           what the board panel is told to show, and the rows it makes of that
"""
