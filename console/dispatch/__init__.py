"""Who goes: the list of who could, the sending itself, the question why, the picture of reach.

advising      asks the server for rankings and pictures of reach when they are wanted
arrivals      who seems to be on the spot, and the key by which a person says so (A55)
choosing      why somebody else than the nearest was sent (B6): asked once, calmly, of whoever chose
dispatching   who goes: the list of who could, the dispatch itself, the question why, the picture of reach
make_view     from what is known to what the list of who could go and the gauge of the waterlijn show
prices        what a dispatch costs, in sentences that are read before it is done
proposals     the calm line at the bottom: what one key would do now, where nobody asked yet
ranked        the server's ranking for one melding, as values
reaching      what can be reached in time (A57): shown or not, within how many minutes, and with whom away
reasons       the reasons of a ranking in words, each with how it is meant
recommending  who could go to the selected melding (B5): when to ask the server, what came
sending       sending units: what must be said before it happens
view          what the list of who could go is told to show, and the rows it makes of that
"""
