"""Where a shift plays, who is in it, and what happens there.

setting  the whole, as a value, and the chance that is drawn from its seed
crew     who is on duty
stories  what happens, and what people say about it
manners  what people say around a melding, whatever it is about
now      a moment on the shift's clock and on the world's
diary    the rhythm that all of them share: who wishes what, and when it is time
"""
