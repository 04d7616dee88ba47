"""Toned rows of text and the panel that shows them. Nothing here knows what an incident is.

age        how long ago, and how far, in as few columns as can be read without thinking
arrival    how long until somebody is on the spot, in minutes and seconds
clock      a moment as hours and minutes on this machine's clock, with the day where that is another
countdown  how long until something is due, in as few columns as can be read without thinking
guard      one fault stays where it happens: runs something that may fail, writes the fault to the log
palette    which terminal style each tone has on each ground: in full colour, in sixteen colours
panel      a widget that is a stack of rows, and repaints only those that changed
row        one row of the screen: spans of toned text on a ground
signs      the signs and tones of priorities and statuses, the same on every panel
strips     a panel whose rows are a function of its view and nothing else
text       text cut to a number of terminal cells
tone       what a piece of text means to the eye, without saying which colour that is
words      the two things every drawing function needs from outside: words, and text made harmless
"""
