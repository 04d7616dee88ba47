# Taking back an own deed.
action-take-back = Take back
action-take-back-help = Takes back what you did just now, until 10 s after the answer and while nobody went on from it; words stay readable, struck through, and whoever was asked or told hears that it is withdrawn: undo

back-way-restored = What it changed is as it was again.
back-way-struck = Its words stay readable, struck through; the rest is as it was again.
back-way-closed = The incident is closed; its number stays its own.
back-way-void = The link opens nothing any more; the one before it stays void too.
back-way-nothing = Nothing undoes this: { $why }
back-why-server = The server reckoned that itself.
back-why-melder = They are the caller's words.
back-why-link-void = A link that is void stays void: make a new one.
back-why-emergency = An emergency ends only with a reason and a name, a false one too: say on the line what is going on.
back-why-back = What was taken back you do again if it had to be so after all.

back-nothing = Nothing of yours to take back.
back-never = { $why } Nothing takes this back: { $what }.
back-too-late = Too late to take back (10 s): { $what }.
back-other = Your last deed is of { $when }, on incident { $incident } ({ $of }): { $what }. { $press } takes it back.
back-other-unit = Your last deed is of { $when }: { $what }. { $press } takes it back.
back-not-sent = Not sent, and out of the queue: { $what }.
back-follows = On its way already: { $what }. The taking back goes after it.
back-done = Taken back: { $what }.
back-done-on = Taken back on incident { $incident }: { $what }.
back-done-people = { $names } is told.
back-done-everyone = Everybody is told.
back-done-had-it = { $names } had read it already.
back-recalled = WITHDRAWN by { $by }: { $what } (incident { $incident }).
back-recalled-unit = WITHDRAWN by { $by }: { $what } ({ $unit }).
back-recalled-plain = WITHDRAWN by { $by }: { $what }.
back-recalled-sent = WITHDRAWN by { $by }: you go to incident { $incident } no longer.
back-recalled-asked = WITHDRAWN by { $by }: no colleagues are asked to incident { $incident } any more.
back-seconds = { $seconds } s ago
back-minutes = { $minutes } min ago
