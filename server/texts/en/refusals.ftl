# Why a command was refused, in a few words.

refusal-no-such-incident = no such incident
refusal-no-such-unit = unit not on duty
refusal-no-such-entry = no such line
refusal-incident-closed = incident is closed
refusal-incident-open = incident is open
refusal-unit-status-illegal = status cannot follow the one before
refusal-unit-busy = unit is busy
refusal-unit-already-on = unit is on the incident already
refusal-unit-not-assigned = unit has no incident
refusal-unit-has-incident = unit has an incident
refusal-unit-on-duty = call sign on duty already
refusal-phase-illegal = phase cannot follow the one before
refusal-entry-struck = line struck already
refusal-on-line = on the line already
refusal-not-on-line = not on the line
refusal-no-change = was so already
refusal-not-allowed = not allowed in this role
refusal-not-your-unit = somebody else's unit
refusal-journal-unavailable = server cannot keep anything
refusal-too-fast = too much at once
refusal-invalid = not understood
