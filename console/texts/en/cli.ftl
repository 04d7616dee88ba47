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
cli-keep-nothing = Keep nothing on this machine: no unanswered commands, no typed lines, no map.
cli-version = Shows which version this is.
cli-json = One JSON object a line.
cli-keep-going = Go on after a line that fails; the exit status is that of the worst.
cli-within = For how many seconds to look for the server.
cli-answer-within = For how many seconds to wait for an answer.
cli-positions = Also where units are.
cli-for = Stop after so many seconds.

do-line = > { $line }
do-done = done: { $line }
do-opened = done: { $line } (incident { $number })
do-done-due = done: { $line } · { $due }
do-refused = { $why } Refused: { $line }
do-unanswered = no answer: { $line }. Whether it was done is not known.
do-needs-a-screen = That needs the screen: { $line }

watch-begins = From change { $seq } on.
watch-gap = Changes after { $after } up to { $to } were missed; the board was fetched anew.
watch-position = { $unit } is at { $lat }, { $lon }
watch-word = { $incident } word { $id }, { $by }: “{ $text }”

demo-failed = The demonstration does not start: { $why }
demo-unit = Unit { $unit } is yours as well. In a second terminal:
terminal-none = The screen needs a terminal, for its keys (standard input) and for its picture (error output). Without one there are openlijn do, watch and history.
terminal-dumb = A terminal that calls itself { $term } cannot show a screen. Say in TERM what it really is, such as xterm-256color, or use openlijn do, watch and history.
terminal-shared = This terminal belongs to another user, so every change is painted at full length: slow over a thin line. Log in as yourself to have it short.
state-unwritable = What you type cannot be kept: { $why }
state-read-only = What you type cannot be kept, the folder is read-only: { $folder }

fact-line = { $at }  { $by }: { $what }
fact-world-founded = { $exercise ->
    [yes] exercise { $world } began
   *[other] world { $world } began
  }
fact-unit-signed-on = { $call_sign } on duty, { $means }{ $more }
fact-unit-signed-off = { $unit } off duty
fact-unit-status-set = { $unit } { $status }
fact-unit-assigned = { $unit } assigned to { $incident }
fact-unit-released = { $unit } released from { $incident }
fact-incident-opened = incident { $incident }, priority { $priority }: { $what }, { $place }
fact-place-changed = { $incident } is at { $place }
fact-place-said = { $incident } { $parts }
fact-what-changed = { $incident } is { $what }
fact-priority-changed = { $incident } has priority { $priority }
fact-phase-entered = { $incident } { $phase }
fact-incident-closed = { $incident } closed: { $reason }{ $more }
fact-incident-reopened = { $incident } reopened: { $reason }
fact-entry-added = { $incident } log: { $text }
fact-entry-struck = { $incident } line { $entry } struck
fact-deed-taken-back = takes back: { $what } (change { $deed }){ $more }
fact-incident-restored = { $incident } as it was again
fact-choices-restored = { $incident } without the choice that belonged to it
fact-unit-restored = { $unit } as it was again
fact-entry-restored = { $incident } line { $entry } as it stood again
fact-word-struck = { $incident } message { $word } to the caller withdrawn
fact-emergency-restored = emergency of { $call_sign } stands again
told-taken-back = ✗ { $what }  [taken back by { $by }]
told-back-people = ; { $names } is told
told-back-everyone = ; everybody is told
told-back-had-it = ; { $names } had it already
told-closed-by-taking-back = its opening was taken back
fact-line-joined = onto the line of { $incident }
fact-line-left = off the line of { $incident }
fact-line-spoken = { $incident } “{ $text }”
fact-intake-described = { $incident } intake{ $more }
fact-melder-described = { $incident } caller: { $parts }
fact-incident-classified = { $code ->
    [none] { $incident } classification taken back
   *[other] { $incident } classified as { $code }
  }
fact-question-answered = { $incident } { $question }: { $text }
fact-earlier-recorded = { $incident } before, { $happened_at }: { $text }
fact-caught-flagged = { $caught ->
    [no] { $incident } is not happening now
   *[other] { $incident } is happening now
  }
fact-caught-marked = { $caught ->
    [no] { $incident } is not happening now
   *[other] { $incident } is happening now
  }
fact-description-sent = { $incident } description: { $text }
fact-report-attached = { $incident } another report: { $text }{ $more }
fact-reacted = { $incident } reaction: { $kind }{ $more }
fact-promise-made = { $incident } promise: { $what }, { $due }, by { $from_whom } to { $to_whom }
fact-promise-kept = { $incident } promise { $promise } kept
fact-promise-moved = { $incident } promise { $promise } moved to { $due }: { $why }
fact-promise-broken = { $incident } promise { $promise } broken: { $why }
fact-melder-spoken-to = { $incident } caller spoken to
fact-melder-offered = { $incident } contact offered to { $to }
fact-melder-taken = { $incident } contact taken
fact-aim-added = { $incident } { $aim }: { $text }
fact-aim-dropped = { $incident } no longer { $aim }: { $text }
fact-need-stated = { $incident } needed: { $what }, from { $from_whom }
fact-need-met = { $incident } need { $need } met: { $how }
fact-addition-stated = { $incident } { $unit } adds: { $text }
fact-citizen-noted = { $incident } citizen { $name }, { $role }
fact-referred = { $incident } referred to { $partner }{ $more }
fact-referral-accepted = { $incident } referral { $referral } accepted by { $by_whom }
fact-handover-offered = { $incident } handed over to { $taker }: { $packet }
fact-handover-acknowledged = { $incident } handover acknowledged
fact-citizen-goes-on = { $incident } the citizen can go on alone: { $why }
fact-end-checked = { $incident } done; { $citizen }
fact-feedback-given = { $given ->
    [no] { $incident } feedback not possible: { $text }
   *[other] { $incident } feedback: { $text }
  }
fact-order-switched = the board is { $order }: { $why }
fact-task-set = { $unit } task: { $what }{ $more }
fact-task-ended = { $unit } task finished
fact-skills-asked = { $skills ->
    [none] { $incident } requires nothing special any more
   *[other] { $incident } requires { $skills }
  }
fact-choice-weighed = { $incident } { $unit } goes, { $travel }{ $more }
fact-choice-explained = { $incident } why somebody else: { $reason }
fact-arrival-expected = { $unit } is expected at { $incident } at { $fact_at }

# What a fact says besides.
told-source = { ";" } source: { $value }
told-question = { ";" } question: { $value }
told-melder = { ";" } caller: { $value }
told-place-name = is at { $value }
told-place-point = put on the map
told-place-no-point = taken off the map
told-melder-no-name = no name
told-melder-no-number = no number
told-melder-call-back = call back
told-melder-no-call-back = do not call back
told-expects = { ";" } expects: { $value }
told-fears = { ";" } fears: { $value }
told-story = { ";" } story: { $value }
told-agreed = { "," } agreed
told-consent = { "," } with consent
told-due = { "," } until { $value }
told-text = { ":" } { $value }
told-crew = { "," } { $value }
told-team = { "," } team { $value }
told-skills = { ";" } can { $value }
told-autonomy = { "," } { $value }
told-fixed = { "," } not to be interrupted
told-straight-line = { " " }as the crow flies
told-was-nearest = { "," } the nearest
told-nearest = { ";" } { $nearest } was nearer, { $travel }
told-passed = { " " }(emergency; missing was: { $value })

found-page = { $total } found, page { $page } of { $pages }
found-near = { $total } found nearby
case-line = { $number }  { $at }  p{ $priority }  { $what }, { $place }  { $state }
case-open = open
case-closed = closed
why-place = same place
why-number = same number
why-code = same kind
owed-line = { $number }  since { $at }  { $what }, { $place }; contact { $holder }, units { $units }, telephone { $telephone }
figures-shift = This shift: { $opened } opened, { $closed } closed
figures-week = This week: { $opened } opened, { $closed } closed
figures-on-spot = { "  " }on the spot in time (priority 1): { $share }; within { $within }, late { $late }, still under way and late { $waiting_late }, status missing { $status_missing }
figures-first = { "  " }first reaction: half within { $p50 }, 90 % within { $p90 }; without { $none }
figures-promises = { "  " }promises: kept { $kept }, moved { $moved }, broken { $broken }, open { $open }, passed { $breached }
figures-feedback = { "  " }feedback: { $share }; given { $given }, impossible { $impossible }, owed { $owed }
figures-emergency = { "  " }closed in an emergency: { $closings } of { $of }
