# Why a command was refused, and what to do. The key is `refusal-` with the protocol's Reason.
# A variable that ends in _status, _phase, _role or _command is translated already.

refusal-no-such-incident = There is no incident { $incident }; the last is { $last }.
refusal-no-such-unit = Unit { $unit } is not on duty. Sign it on first.
refusal-no-such-entry = Incident { $incident } has no line { $entry }; the last is { $last }.
refusal-incident-closed = Incident { $incident } is closed. Reopen it first.
refusal-incident-open = Incident { $incident } is open; only a closed incident can be reopened.
refusal-unit-status-illegal = { $unit } cannot go from { $from_status } to { $to_status }.
refusal-unit-busy = { $unit } is { $unit_status } on incident { $incident }. Put ! in the line to take it off.
refusal-unit-already-on = { $unit } is on incident { $incident } already.
refusal-unit-not-assigned = { $unit } has no incident.
refusal-unit-has-incident = { $unit } has incident { $incident }. Release it first.
refusal-unit-on-duty = { $unit } is on duty already.
refusal-phase-illegal = Incident { $incident } cannot go from { $from_phase } to { $to_phase }.
refusal-entry-struck = Line { $entry } of incident { $incident } was struck already, by { $by }.
refusal-on-line = You are on the line of incident { $incident } already.
refusal-not-on-line = You are not on the line of incident { $incident }.
refusal-no-change = It was so already: nothing was changed.
refusal-not-allowed = As { $own_role } you may not do this: { $asked_command }.
refusal-not-your-unit = You are { $own }; this is about { $unit }. A unit acts for itself.
refusal-reaction-not-agreed = Without a unit '{ $asked_reaction }' is a reaction only when the caller agreed. Put agreed in the line.
refusal-no-such-promise = Incident { $incident } has no promise { $promise }; the last is { $last }.
refusal-promise-settled = Promise { $promise } of incident { $incident } is { $is_promise } already.
refusal-due-passed = That moment has passed for incident { $incident }. Name a time to come.
refusal-melder-held = { $by } holds the contact with the caller of { $incident } already.
refusal-no-such-need = Incident { $incident } has no need { $need }; the last is { $last }.
refusal-no-such-referral = Incident { $incident } has no referral { $referral }; the last is { $last }.
refusal-no-handover = Incident { $incident } was offered to nobody. Use handover first.
refusal-not-by-you = That incident { $incident } is done, is said by one that reacted or by the OpCo, not by { $own }.
refusal-cannot-let-go = Incident { $incident } cannot be let go yet. Missing: { $missing }. In an emergency: force-close.
refusal-not-earlier = That is not before incident { $incident } was opened. Write it in the log.
refusal-no-choice = For incident { $incident } the nearest went, or it was said already why somebody else did.
refusal-no-task = { $unit } has no task to finish. Give it one with task.
refusal-no-map = This server has no map. Its administrator starts it with --map and a map file.
refusal-journal-unavailable = The server cannot store anything now ({ $why }). Nothing was changed; try again later.
refusal-too-fast = Too many commands at once. This one was not carried out; try again in a moment.
refusal-invalid = The server does not understand this request: { $what }. It expected { $expected }.

journal-disk-full = the disk is full
journal-io-error = the disk reports an error
journal-read-only = the disk is read-only
journal-busy = the journal is busy
journal-damaged = the journal is damaged
journal-closed = the journal is closed
journal-behind = the journal lags behind
journal-broken = the journal has stopped
refusal-too-many = Incident { $incident } has { $most } of these already; no more fit. Put it in the log.
