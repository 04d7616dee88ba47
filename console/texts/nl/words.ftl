# Woorden die overal terugkomen. Korte vormen zijn voor kolommen: hooguit acht tekens.

status-available = beschikbaar
status-available-short = beschikb
status-assigned = uitgegeven
status-assigned-short = uitgeg
status-en-route = aanrijdend
status-en-route-short = aanrijd
status-on-scene = ter plaatse
status-on-scene-short = ter pl
status-unavailable = niet inzetbaar
status-unavailable-short = niet inz

phase-merge-in = invoegen
phase-merge-in-letter = I
phase-add = toevoegen
phase-add-letter = T
phase-merge-out = uitvoegen
phase-merge-out-letter = U
phase-closed = gesloten
phase-closed-letter = X

role-centralist = centralist
role-opco = OpCo
role-unit = eenheid
role-info-desk = infodesk
role-partner = partner
role-exercise-leader = oefenleider
role-observer = waarnemer
role-auditor = auditor

means-car = auto
means-motorcycle = motor
means-bicycle = fiets
means-foot = te voet

command-open-incident = een melding openen
command-change-place = de plaats wijzigen
command-change-what = wijzigen wat er is
command-change-priority = de prioriteit wijzigen
command-assign-unit = een eenheid koppelen
command-release-unit = een eenheid vrijgeven
command-set-unit-status = een status zetten
command-sign-on-unit = een eenheid aanmelden
command-sign-off-unit = een eenheid afmelden
command-add-entry = een logregel schrijven
command-strike-entry = een logregel doorhalen
command-join-line = op een lijn instappen
command-leave-line = uit een lijn stappen
command-speak = op een lijn spreken
command-enter-phase = de fase wijzigen
command-close-incident = een melding sluiten
command-reopen-incident = een melding heropenen

word-incident = melding
word-unit = eenheid
word-live = echt
word-exercise = OEFENING
