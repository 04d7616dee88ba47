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
cli-json = Eén JSON-object per regel.
cli-keep-going = Ga door na een regel die mislukt; het einde is dat van de ergste.
cli-within = Hoeveel seconden de server wordt gezocht.
cli-answer-within = Hoeveel seconden op een antwoord wordt gewacht.
cli-positions = Ook waar eenheden zijn.
cli-for = Stop na zoveel seconden.

do-line = > { $line }
do-done = gedaan: { $line }
do-opened = gedaan: { $line } (melding { $number })
do-refused = geweigerd: { $line }: { $why }
do-unanswered = geen antwoord: { $line }. Of het gedaan is, is niet bekend.
do-needs-a-screen = Dat kan alleen op het scherm: { $line }

watch-begins = Vanaf wijziging { $seq }.
watch-gap = Wijzigingen na { $after } tot en met { $to } zijn gemist; het bord is opnieuw opgehaald.
watch-position = { $unit } is op { $lat }, { $lon }

demo-failed = De demonstratie start niet: { $why }
state-unwritable = Onbeantwoorde opdrachten kunnen niet worden bewaard: { $why }

fact-line = { $at }  { $by }: { $what }
fact-world-founded = wereld { $world } begon
fact-unit-signed-on = { $call_sign } in dienst, { $means }
fact-unit-signed-off = { $unit } uit dienst
fact-unit-status-set = { $unit } { $status }
fact-unit-assigned = { $unit } gekoppeld aan { $incident }
fact-unit-released = { $unit } vrij van { $incident }
fact-incident-opened = melding { $incident }, prioriteit { $priority }: { $what }, { $place }
fact-place-changed = { $incident } is op { $place }
fact-what-changed = { $incident } is { $what }
fact-priority-changed = { $incident } heeft prioriteit { $priority }
fact-phase-entered = { $incident } { $phase }
fact-incident-closed = { $incident } gesloten: { $reason }
fact-incident-reopened = { $incident } heropend: { $reason }
fact-entry-added = { $incident } log: { $text }
fact-entry-struck = { $incident } regel { $entry } doorgehaald
fact-line-joined = op de lijn van { $incident }
fact-line-left = van de lijn van { $incident }
fact-line-spoken = { $incident } „{ $text }”
