# The console without a screen, and the help of the command line itself.

cli-help =
    Openlijn: the console of the control room in a terminal.

    openlijn URL opens the screen, for example openlijn ws://anna@127.0.0.1:8765. The name stands in the address; the
    secret comes from OPENLIJN_SECRET, from a file that only you may read, or is asked for.
cli-console = Opens the screen; the same as openlijn URL.
cli-do =
    Carries out commands without a screen, in order, and shows each answer. Stops at the first that fails, because what
    follows often builds on it; --keep-going goes on. What new, signon or show names is selected for what follows.
    With - the lines come from stdin; do URL help shows the commands.

    Ends with 0 done, 1 refused, 2 not understood, 3 no server.
cli-watch = Shows what happens from now on, a line for each fact.
cli-history = Shows everything that happened with an incident.
cli-demo = Opens the screen on a server of its own with a simulated shift; nothing of it stays.
cli-ca = Certificates with which the server may prove itself (PEM), for wss://.
cli-secret-file = File with the secret; only you may be able to read it.
cli-json = One JSON object a line.
cli-keep-going = Go on after a line that fails; the exit status is that of the worst.
cli-within = For how many seconds to look for the server.
cli-answer-within = For how many seconds to wait for an answer.
cli-positions = Also where units are.
cli-for = Stop after so many seconds.

do-line = > { $line }
do-done = done: { $line }
do-opened = done: { $line } (incident { $number })
do-refused = refused: { $line }: { $why }
do-unanswered = no answer: { $line }. Whether it was done is not known.
do-needs-a-screen = That needs the screen: { $line }

watch-begins = From change { $seq } on.
watch-gap = Changes after { $after } up to { $to } were missed; the board was fetched anew.
watch-position = { $unit } is at { $lat }, { $lon }

demo-failed = The demonstration does not start: { $why }
state-unwritable = Unanswered commands cannot be kept: { $why }

fact-line = { $at }  { $by }: { $what }
fact-world-founded = world { $world } began
fact-unit-signed-on = { $call_sign } on duty, { $means }
fact-unit-signed-off = { $unit } off duty
fact-unit-status-set = { $unit } { $status }
fact-unit-assigned = { $unit } assigned to { $incident }
fact-unit-released = { $unit } released from { $incident }
fact-incident-opened = incident { $incident }, priority { $priority }: { $what }, { $place }
fact-place-changed = { $incident } is at { $place }
fact-what-changed = { $incident } is { $what }
fact-priority-changed = { $incident } has priority { $priority }
fact-phase-entered = { $incident } { $phase }
fact-incident-closed = { $incident } closed: { $reason }
fact-incident-reopened = { $incident } reopened: { $reason }
fact-entry-added = { $incident } log: { $text }
fact-entry-struck = { $incident } line { $entry } struck
fact-line-joined = onto the line of { $incident }
fact-line-left = off the line of { $incident }
fact-line-spoken = { $incident } “{ $text }”
