# The desk: the board, the units, the map, the line and the rows below them.

desk-board-count = { $open } open
desk-board-closed-too = with closed
desk-board-coming = The board is coming in.
desk-last-word = { $who }: { $text }

desk-units-count = { $free } free of { $all }
desk-units-nearest = nearest first
desk-units-column-incident = inc
desk-units-column-distance = away

desk-line-silent = Nothing said or written yet.
desk-line-spoke = also spoke: { $names }
desk-line-new = { $count ->
    [one] 1 new line (End)
   *[other] { $count } new lines (End)
  }
desk-line-back = looking back; End goes to the newest
desk-line-closed = Closed: nobody speaks here any more.
desk-under-way = under way

desk-alarm-more = (and { $count } more)

# What sounds: each question, and what answers it.
sound-priority-1 = PRIO 1, WHO GOES: { $number } { $what }, { $place }
sound-priority-1-answer = Send a unit, or say with Ctrl+G that you have it.
sound-your-priority-1 = YOUR incident { $number } is now PRIO 1: { $what }, { $place }
sound-your-priority-1-climbed = { $who } has not heard yet that { $number } is PRIO 1: { $what }
sound-your-priority-1-answer = Only the unit itself can say that it heard: ask them.
sound-caller = MELDER WRITES, NOBODY TALKS: { $number } { $what }, { $place }
sound-caller-answer = Only words to the caller answer this: write or speak, or put through.
sound-colleagues = { $who } asks for colleagues at { $number } { $what }, { $place }
sound-colleagues-answer = This stands until somebody comes: send a unit, or come yourself.
sound-no-reaction = NO REACTION YET: { $number } { $what }, { $place }
sound-no-reaction-answer = Send a unit, or record the reaction.
sound-returned = DELAY IS OVER: { $number } { $what }, { $place }
sound-returned-answer = Send a unit, or record another reaction.
sound-promise-soon = Promise due soon: { $number } { $what }, { $place }
sound-promise-soon-answer = Keep the promise, move it or say why not.
sound-promise-late = PROMISE IS LATE: { $number } { $what }, { $place }
sound-promise-late-answer = Keep the promise, move it or say why not.
sound-sent-climbed = { $who } does not say whether it goes: { $number } { $what }, { $place }
sound-sent = You are sent: { $number } { $what }, { $place }
sound-sent-answer = Only a status of the unit answers this: ask them.
sound-emergency = { $who } in need: { $number } { $what }, { $place }
sound-emergency-answer = Say with Ctrl+G that you heard it.
sound-told = prio 1: { $number } { $what }, { $place }
sound-go = go there
sound-heard = I have it
sound-figure = Sounds at this seat: { $sounds }, answered { $share }
sound-figure-beside = { $count } beside calls and emergencies
sound-figure-most = at most { $most } of those in ten minutes (the measure is { $budget })
sound-none = Nothing here asks for your answer.
sound-wait = Not answered: { $press } counts after a second without a key.

desk-waiting = waiting { $count }
desk-bell-off-for = ♪ off { $count }
desk-half-calls = half { $count }
desk-drafts = ✎ { $count }
desk-unread = new { $count }
desk-done = Done: { $what }
desk-done-number = Done: { $what } (number { $number })
desk-done-due = Done: { $what } · { $due }
desk-refused = { $why } Refused: { $what }
desk-sent = Under way: { $what }
desk-nothing-waits = Nothing waits for an answer.
desk-may-not = Your role may not do this: { $what }
desk-choose-incident = Choose an incident first.
desk-choose-unit = Choose a unit first.
desk-no-point = No place on the map is known for { $what }.
desk-no-urgent = There is no other open incident.
desk-not-here = Not possible on this screen: { $what }
desk-draft-back = Your words are back on the speaking line.
desk-failed = Something went wrong in the program here; what you typed is still there. It is in the console's log.
panel-cannot = This panel cannot be drawn.
desk-cut = Link lost. Commands wait and go by themselves later.
desk-still-drifted = This board differs from the server's, even now that it was fetched anew. Tell the operator.
desk-back = The link is back.

desk-link-live = ● connected
desk-link-connecting = ○ connecting
desk-link-catching-up = ◐ catching up
desk-link-catching-up-percent = ◐ catching up { $percent } %
desk-link-cut = ✖ CUT since { $age } · board of { $at }
desk-round-trip = { $ms } ms
desk-rate = { $rate } B/s

desk-help-title = Keys: { $where }
desk-help-close = Esc closes
desk-where-board = board
desk-where-units = units
desk-where-map = map
desk-where-line = line

desk-notes = There is something to know of this run: press { $press }.

desk-history-coming = The history of { $number } is coming in.
desk-history-title = History of { $number }

desk-palette = Search in all that you can do
desk-how-to-quit = { $press } closes this console.
