# De console zonder scherm, en de hulp van de opdrachtregel zelf.

cli-help =
    Openlijn: de console van de meldkamer in een terminal.

    openlijn URL opent het scherm, bijvoorbeeld openlijn ws://anna@127.0.0.1:8765. De naam staat in het adres; het
    wachtwoord komt uit OPENLIJN_SECRET, uit een bestand dat alleen u mag lezen, of wordt gevraagd.
cli-console = Opent het scherm; hetzelfde als openlijn URL.
cli-do =
    Voert opdrachten uit zonder scherm, in volgorde, en toont elk antwoord. Stopt bij de eerste die mislukt, want wat
    volgt bouwt er vaak op voort; --keep-going gaat door. Wat nieuw, aanmelden of toon noemt, is gekozen voor wat
    volgt. Met - komen de regels van stdin; do URL help toont de opdrachten.

    Einde: 0 gedaan, 1 geweigerd, 2 niet begrepen, 3 geen server.
cli-watch = Toont wat er vanaf nu gebeurt, een regel per feit.
cli-history = Toont alles wat er met een melding gebeurde.
cli-demo = Opent het scherm op een eigen server met een gespeelde dienst; er blijft niets van achter.
cli-ca = Certificaten waarmee de server zich mag bewijzen (PEM), bij wss://.
cli-secret-file = Bestand met het wachtwoord; alleen u mag het kunnen lezen.
cli-keep-nothing = Bewaar niets op deze machine: geen onbeantwoorde opdrachten, geen getypte regels, geen kaart.
cli-version = Toont welke versie dit is.
cli-json = Eén JSON-object per regel.
cli-keep-going = Ga door na een regel die mislukt; het einde is dat van de ergste.
cli-within = Hoeveel seconden de server wordt gezocht.
cli-answer-within = Hoeveel seconden op een antwoord wordt gewacht.
cli-positions = Ook waar eenheden zijn.
cli-for = Stop na zoveel seconden.

do-line = > { $line }
do-done = gedaan: { $line }
do-opened = gedaan: { $line } (melding { $number })
do-done-due = gedaan: { $line } · { $due }
do-refused = { $why } Geweigerd: { $line }
do-unanswered = geen antwoord: { $line }. Of het gedaan is, is niet bekend.
do-needs-a-screen = Dat kan alleen op het scherm: { $line }

watch-begins = Vanaf wijziging { $seq }.
watch-gap = Wijzigingen na { $after } tot en met { $to } zijn gemist; het bord is opnieuw opgehaald.
watch-position = { $unit } is op { $lat }, { $lon }
watch-word = { $incident } woord { $id }, { $by }: „{ $text }”

demo-failed = De demonstratie start niet: { $why }
demo-unit = Eenheid { $unit } is ook voor u. In een tweede terminal:
terminal-none = Het scherm heeft een terminal nodig, voor de toetsen (standaardinvoer) en voor het beeld (foutuitvoer). Zonder terminal zijn er openlijn do, watch en history.
terminal-dumb = Een terminal die zich { $term } noemt, kan geen scherm tonen. Zet in TERM wat het echt is, zoals xterm-256color, of gebruik openlijn do, watch en history.
terminal-shared = Deze terminal is van een andere gebruiker, dus elke wijziging wordt voluit getekend: traag over een dunne lijn. Log als uzelf in, dan gaat het kort.
state-unwritable = Wat u typt kan niet worden bewaard: { $why }
state-read-only = Wat u typt kan niet worden bewaard, de map is alleen te lezen: { $folder }

fact-line = { $at }  { $by }: { $what }
fact-world-founded = { $exercise ->
    [yes] oefening { $world } begon
   *[other] wereld { $world } begon
  }
fact-unit-signed-on = { $call_sign } in dienst, { $means }{ $more }
fact-unit-signed-off = { $unit } uit dienst
fact-unit-status-set = { $unit } { $status }
fact-unit-assigned = { $unit } gekoppeld aan { $incident }
fact-unit-released = { $unit } vrij van { $incident }
fact-incident-opened = melding { $incident }, prioriteit { $priority }: { $what }, { $place }
fact-place-changed = { $incident } is op { $place }
fact-place-said = { $incident } { $parts }
fact-what-changed = { $incident } is { $what }
fact-priority-changed = { $incident } heeft prioriteit { $priority }
fact-phase-entered = { $incident } { $phase }
fact-incident-closed = { $incident } gesloten: { $reason }{ $more }
fact-incident-reopened = { $incident } heropend: { $reason }
fact-entry-added = { $incident } log: { $text }
fact-entry-struck = { $incident } regel { $entry } doorgehaald
fact-deed-taken-back = neemt terug: { $what } (wijziging { $deed }){ $more }
fact-incident-restored = { $incident } weer zoals het was
fact-choices-restored = { $incident } zonder de keuze die erbij hoorde
fact-unit-restored = { $unit } weer zoals het was
fact-entry-restored = { $incident } regel { $entry } weer zoals hij stond
fact-word-struck = { $incident } bericht { $word } aan de melder ingetrokken
fact-emergency-restored = noodoproep van { $call_sign } staat weer
told-taken-back = ✗ { $what }  [teruggenomen door { $by }]
told-back-people = ; { $names } hoort het
told-back-everyone = ; allen horen het
told-back-had-it = ; { $names } had het al
told-closed-by-taking-back = het openen is teruggenomen
fact-line-joined = op de lijn van { $incident }
fact-line-left = van de lijn van { $incident }
fact-line-spoken = { $incident } „{ $text }”
fact-intake-described = { $incident } intake{ $more }
fact-melder-described = { $incident } melder: { $parts }
fact-incident-classified = { $code ->
    [none] { $incident } classificatie teruggenomen
   *[other] { $incident } geclassificeerd als { $code }
  }
fact-question-answered = { $incident } { $question }: { $text }
fact-earlier-recorded = { $incident } vooraf, { $happened_at }: { $text }
fact-caught-flagged = { $caught ->
    [no] { $incident } is geen heterdaad
   *[other] { $incident } is heterdaad
  }
fact-caught-marked = { $caught ->
    [no] { $incident } is geen heterdaad
   *[other] { $incident } is heterdaad
  }
fact-description-sent = { $incident } signalement: { $text }
fact-report-attached = { $incident } bijmelding: { $text }{ $more }
fact-reacted = { $incident } reactie: { $kind }{ $more }
fact-promise-made = { $incident } toezegging: { $what }, { $due }, door { $from_whom } aan { $to_whom }
fact-promise-kept = { $incident } toezegging { $promise } nagekomen
fact-promise-moved = { $incident } toezegging { $promise } verzet naar { $due }: { $why }
fact-promise-broken = { $incident } toezegging { $promise } niet nagekomen: { $why }
fact-melder-spoken-to = { $incident } melder gesproken
fact-melder-offered = { $incident } contact aangeboden aan { $to }
fact-melder-taken = { $incident } contact overgenomen
fact-aim-added = { $incident } { $aim }: { $text }
fact-aim-dropped = { $incident } niet meer { $aim }: { $text }
fact-need-stated = { $incident } nodig: { $what }, van { $from_whom }
fact-need-met = { $incident } behoefte { $need } vervuld: { $how }
fact-addition-stated = { $incident } { $unit } voegt toe: { $text }
fact-citizen-noted = { $incident } burger { $name }, { $role }
fact-referred = { $incident } verwezen naar { $partner }{ $more }
fact-referral-accepted = { $incident } verwijzing { $referral } aanvaard door { $by_whom }
fact-handover-offered = { $incident } overgedragen aan { $taker }: { $packet }
fact-handover-acknowledged = { $incident } overdracht bevestigd
fact-citizen-goes-on = { $incident } de burger kan zelf verder: { $why }
fact-end-checked = { $incident } klaar; { $citizen }
fact-feedback-given = { $given ->
    [no] { $incident } terugmelding niet mogelijk: { $text }
   *[other] { $incident } terugmelding: { $text }
  }
fact-order-switched = het bord staat { $order }: { $why }
fact-task-set = { $unit } taak: { $what }{ $more }
fact-task-ended = { $unit } taak afgerond
fact-skills-asked = { $skills ->
    [none] { $incident } vereist niets bijzonders meer
   *[other] { $incident } vereist { $skills }
  }
fact-choice-weighed = { $incident } { $unit } gaat, { $travel }{ $more }
fact-choice-explained = { $incident } waarom een ander: { $reason }
fact-arrival-expected = { $unit } wordt om { $fact_at } bij { $incident } verwacht

# Wat een feit erbij zegt.
told-source = { ";" } bron: { $value }
told-question = { ";" } vraag: { $value }
told-melder = { ";" } melder: { $value }
told-place-name = is op { $value }
told-place-point = op de kaart gezet
told-place-no-point = van de kaart gehaald
told-melder-no-name = zonder naam
told-melder-no-number = zonder nummer
told-melder-call-back = terugbellen
told-melder-no-call-back = niet terugbellen
told-expects = { ";" } verwacht: { $value }
told-fears = { ";" } vreest: { $value }
told-story = { ";" } verhaal: { $value }
told-agreed = { "," } akkoord
told-consent = { "," } met akkoord
told-due = { "," } tot { $value }
told-text = { ":" } { $value }
told-crew = { "," } { $value }
told-team = { "," } team { $value }
told-skills = { ";" } kan { $value }
told-autonomy = { "," } { $value }
told-fixed = { "," } niet te onderbreken
told-straight-line = { " " }in rechte lijn
told-was-nearest = { "," } de dichtstbijzijnde
told-nearest = { ";" } { $nearest } was dichterbij, { $travel }
told-passed = { " " }(in nood; ontbrak: { $value })

found-page = { $total } gevonden, blad { $page } van { $pages }
found-near = { $total } eerder gevonden
case-line = { $number }  { $at }  p{ $priority }  { $what }, { $place }  { $state }
case-open = open
case-closed = gesloten
why-place = zelfde plaats
why-number = zelfde nummer
why-code = zelfde soort
owed-line = { $number }  sinds { $at }  { $what }, { $place }; contact { $holder }, eenheden { $units }, telefoon { $telephone }
figures-shift = Deze dienst: { $opened } geopend, { $closed } gesloten
figures-week = Deze week: { $opened } geopend, { $closed } gesloten
figures-on-spot = { "  " }op tijd ter plaatse (prio 1): { $share }; binnen { $within }, te laat { $late }, nog onderweg en te laat { $waiting_late }, status ontbreekt { $status_missing }
figures-first = { "  " }eerste reactie: de helft binnen { $p50 }, 90 % binnen { $p90 }; zonder { $none }
figures-promises = { "  " }toezeggingen: nagekomen { $kept }, verzet { $moved }, niet nagekomen { $broken }, open { $open }, voorbij { $breached }
figures-feedback = { "  " }terugmeldingen: { $share }; gegeven { $given }, onmogelijk { $impossible }, verschuldigd { $owed }
figures-emergency = { "  " }in nood gesloten: { $closings } van { $of }
