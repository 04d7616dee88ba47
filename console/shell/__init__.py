"""The one Textual screen and what lies over it: who gets which rectangle, keys in, pictures out.

about             what is to be known of this run itself: how somebody joins it, which release it is
app               the console's application: Textual around one desk, one store and one link
calm_health       the link's health with measures that stand still for a while
counters          what this desk still has open, whatever panel is shown and whatever Esc did
desk_screen       the one screen: keys go to the desk in the order in which they came
document_reading  documents of the server, asked for at the desk and shown over it; the site's lists
fault_log         the console's log: a file beside what it keeps on disk
garbage           keeps Python's garbage collector away from the moments in which somebody types
help              lines over the screen: the keys of where one is, what one action does, what waits
last_words        an end from outside: what is typed goes to the disk first, and the terminal is given back
layout            puts the parts of the desk where the plan says, through Textual's layout interface
legal             which actions make sense here and now: permitted to the role
notice_view       the row under the command line: what must be read first, else what one key would do
palette           everything that can be done here and now, searched by its words
panels            the widgets of the desk, and which view each of them shows
status_bar        the bottom row: which world, what time, who we are, how the link is doing
status_view       from the link's health and the welcome to the status line
repaint           when what is out of date is painted: at once for a key
screen_outside    the world outside the desk, on a real screen
typed_keeping     when what is typed goes to the disk
up_link           what a screen asks of its link, as one value
"""
