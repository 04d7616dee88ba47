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

crew-1 = solo
crew-2 = koppel

autonomy-guided = begeleid
autonomy-independent = zelfstandig
autonomy-leading = leidend

choice-reason-competence = vaardigheid
choice-reason-knows-them = kent de mensen daar
choice-reason-work = werk dat doorgaat
choice-reason-waterline = waterlijn
choice-reason-asked = vroeg er zelf om
choice-reason-position = positie niet geloofd
choice-reason-other = iets anders

place-kind-street = straat
place-kind-house = huisnummer
place-kind-crossing = kruising
place-kind-spot = plek
place-kind-area = gebied

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
command-describe-intake = de intake aanvullen
command-describe-melder = zeggen wie belde
command-classify-incident = classificeren
command-answer-question = een vraag beantwoorden
command-record-earlier = vastleggen wat vooraf ging
command-flag-caught = heterdaad melden
command-send-description = een signalement sturen
command-attach-report = een bijmelding toevoegen
command-react = een reactie vastleggen
command-make-promise = iets toezeggen
command-keep-promise = een toezegging afdoen
command-move-promise = een toezegging verzetten
command-break-promise = een toezegging breken
command-speak-to-melder = melden dat de melder gesproken is
command-offer-melder = het contact aanbieden
command-take-melder = het contact nemen
command-add-aim = een doel toevoegen
command-drop-aim = een doel schrappen
command-state-need = zeggen wat nodig is
command-meet-need = zeggen dat iets er is
command-state-addition = zeggen wat een eenheid toevoegt
command-note-citizen = een burger noteren
command-refer = verwijzen
command-accept-referral = een verwijzing aanvaarden
command-hand-over = overdragen
command-acknowledge-handover = een overdracht bevestigen
command-let-citizen-go-on = de burger zelf verder laten gaan
command-check-end = zeggen dat het klaar is
command-give-feedback = een terugmelding vastleggen
command-switch-order = de volgorde wisselen
command-set-task = een taak zetten
command-end-task = een taak afronden
command-ask-skills = vaardigheden vereisen
command-explain-choice = zeggen waarom een ander ging
command-weigh-choice = een keuze wegen
command-expect-arrival = een aankomst verwachten
command-take-back = iets terugnemen

word-incident = melding
word-unit = eenheid
word-live = echt
word-exercise = OEFENING

source-emergency-call = 112
source-service-call = 0900
source-counter = balie
source-street = straat
source-internet = internet
source-alarm = alarm
source-own-observation = eigen waarneming

question-urgent-police = spoed, wel politie
question-urgent-other = spoed, geen politie
question-can-wait-police = kan wachten, wel politie
question-can-wait-other = kan wachten, geen politie
question-information = informatie

melder-kind-citizen = burger
melder-kind-company = bedrijf
melder-kind-public-body = overheid
melder-kind-partner = partner

reaction-unit-now = eenheid nu
reaction-agreed-later = later, afgesproken
reaction-neighbourhood-officer = wijkagent
reaction-referral = verwijzing
reaction-by-telephone = telefonisch
reaction-information-taken = informatie aangenomen

promise-open = open
promise-kept = nagekomen
promise-moved = verzet
promise-broken = niet nagekomen

aim-protect = beschermen
aim-limit = begrenzen
aim-strengthen = bekrachtigen

citizen-role-active-on-scene = actief ter plaatse
citizen-role-involved-melder = betrokken melder
citizen-role-volunteer = vrijwilliger
citizen-role-lookout = uitkijk

citizen-view-agrees = de burger is akkoord
citizen-view-not-reached = de burger is niet bereikt
citizen-view-disagrees = de burger is het niet eens

order-arrival = op aankomst
order-priority = op prioriteit

what-unknown = wat onbekend
place-unknown = plaats onbekend
missing-what = wat het is (wat)
missing-place = waar het is (plaats)
missing-reaction = een reactie (reactie)
missing-taker = een overnemer (overdracht) of zelf verder (zelf)
missing-acknowledgement = de overnemer heeft het nog niet bevestigd (overgenomen)
missing-referral = een aanvaarde verwijzing (aanvaard)
missing-promise = een open toezegging (nagekomen, verzet of breek)
missing-check = klaar, gezegd door wie reageerde of de OpCo (klaar)
missing-feedback = de terugmelding (terugmelding)

missing-short-what = wat
missing-short-place = waar
missing-short-reaction = reactie
missing-short-taker = overnemer of zelf
missing-short-acknowledgement = bevestiging
missing-short-referral = verwijzing
missing-short-promise = toezegging
missing-short-check = klaar
missing-short-feedback = terugmelding

# Wanneer iets toegezegd is: de dag, het uur en hoe lang dat nog duurt.
due-said = { $day } { $at }, over { $left }
due-today = vandaag
due-tomorrow = morgen
due-day = { $weekday } { $date }
weekday-1 = maandag
weekday-2 = dinsdag
weekday-3 = woensdag
weekday-4 = donderdag
weekday-5 = vrijdag
weekday-6 = zaterdag
weekday-7 = zondag
span-minutes = { $minutes } min
span-hours = { $hours } u { $minutes } min
span-days = { $days } dagen
