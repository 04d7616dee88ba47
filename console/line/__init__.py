"""A melding's two lines: the open line to colleagues, the contact line to the melder.

deeds          what the line's own actions of the screen do
drafts         what somebody is typing and has not sent, per incident
entries        how one entry of a timeline looks: when, who, how it came in, the words
heads          what stands above the words of a line: which it is, who is on it and with what right
line_ticks     what this console has of its lines and does there, told up; and what the others have
lines          which of a melding's two lines is shown: the open line, or the contact line
make_view      from what is known to the line panel
marks          sent, delivered, read: what the members of a line have of a message (A40)
melder         how it goes with the melder, in one row: direct or not and after how long, the page, safe
panel          the open line on the screen
scale_strip    how large an incident is dealt with, in one row: level, GRIP, who leads, the golden hour
unread         how many words of others on our lines nobody here has had before the eyes
view           what the line panel is told to show, and the rows it makes of that
window         which rows of a timeline are in view
words_in_view  which lines have their newest words on the screen now: those count as read
"""
