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
desk-line-may-not = Your role does not speak on the line.
desk-speak-hint = { $press } speak on the line
desk-under-way = under way

desk-alarm = NEW PRIO 1: { $number } { $what }, { $place }
desk-alarm-more = (and { $count } more)
desk-alarm-key = { $press } goes there

desk-command-hint = { $command } command   { $filter } filter   { $help } keys
desk-waiting = waiting { $count }
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
desk-help-move = Arrows, PgUp, PgDn, Home, End
desk-help-move-does = move in the part that has the keys
desk-help-tab = Tab, Shift+Tab
desk-help-tab-does = to the next or previous part
desk-help-enter = Enter
desk-help-enter-does = on the board: to the line; at units and map: to its incident
desk-help-escape = Esc
desk-help-escape-does = leave the field, back to the newest, clear alarm and notice
desk-where-board = board
desk-where-units = units
desk-where-map = map
desk-where-line = line

desk-notes = There is something to know of this run: press { $press }.

desk-history-coming = The history of { $number } is coming in.
desk-history-title = History of { $number }

desk-palette = Search in all that you can do
desk-how-to-quit = { $press } closes this console.
