# De lijnen: contact met de melder, samen op de lijn, op- en afschalen, koppels uiteen en noodoproepen.

## Acties
action-open-contact = Melder doorverbinden
action-open-contact-help = Verbindt de melder direct met een eenheid, ook als die nog rijdt; u luistert: verbind 417 12.03
action-listen = Meeluisteren met de melder
action-listen-help = Komt zichtbaar op de contactlijn zonder te spreken, zo nodig met reden: luister 417 12.03 is nieuw
action-step = Meepraten of weer luisteren
action-step-help = Wisselt op de contactlijn tussen spreken en luisteren, met dezelfde toets: wissel 417
action-step-in = Meepraten
action-step-in-help = Spreekt van nu af mee op de contactlijn, zo nodig met reden: meepraten 417 melder raakt in paniek
action-step-back = Terugtreden
action-step-back-help = Luistert weer alleen op de contactlijn: terugtreden 417
action-leave-contact = Van de contactlijn
action-leave-contact-help = Gaat van de contactlijn af: ophangen 417
action-close-contact = Contactlijn sluiten
action-close-contact-help = Sluit de contactlijn; wat gezegd is blijft: verbreek 417 melder is veilig
action-tell-melder = Tegen de melder
action-tell-melder-help = Zegt iets tegen de melder, op de contactlijn: vertel 417 we zijn er over twee minuten
action-make-link = Link voor de melder
action-make-link-help = Maakt een link voor de telefoon van de melder; een vorige vervalt: maak-link 417
action-withdraw-link = Link intrekken
action-withdraw-link-help = Maakt de link van de melder ongeldig: trek-in 417
action-show-link = Link tonen
action-show-link-help = Toont de code en het adres, om voor te lezen of te sturen: link 417
action-whisper = Fluisteren
action-whisper-help = Zegt iets tegen de collega's alleen, niet tegen melder of partners: fluister 417 hij heeft een mes
action-push-card = Informatie op de lijn
action-push-card-help = Zet een kaart op de lijn, over adres, voertuig, waarschuwing, persoon of anders: infokaart 417 waarschuwing eerder vuurwapen
action-take-card = Informatie heb ik
action-take-card-help = Zegt dat u de kaart hebt; de enige mag zonder nummer: heb 417 3
action-invite-partner = Partner uitnodigen
action-invite-partner-help = Laat een partner deze melding zien, voor zover partners dat mogen: uitnodigen 417 brandweer
action-dismiss-partner = Afscheid van een partner
action-dismiss-partner-help = De partner ziet deze melding niet meer: afscheid 417 brandweer
action-join-lines = Lijnen samenvoegen
action-join-lines-help = Maakt van de lijnen van twee meldingen één: samenvoegen 417 418
action-part-lines = Lijnen scheiden
action-part-lines-help = Geeft deze melding haar eigen lijn terug, zonder een woord te verliezen: scheiden 417
action-ask-colleagues = Collega's vragen
action-ask-colleagues-help = Vraagt collega's op de lijn; wie in de buurt is ziet het meteen: collega 417 tweede koppel gewenst
action-come-along = Meekomen
action-come-along-help = Sluit een eenheid aan, zonder te vragen: kom 417 12.03
action-note-who = Wie weet, kan of doet
action-note-who-help = Schrijft wie iets weet, kan of doet; zonder naam is het een gat: matrix 417 kan Pools spreken wie:12.03
action-take-who = Dat doe ik
action-take-who-help = Vult een regel van wie weet, kan of doet met uzelf: ikdoe 417 1
action-drop-who = Regel gedaan
action-drop-who-help = Een regel van wie weet, kan of doet is gedaan of niet meer nodig: gedaan 417 1
action-switch-lead = Regie
action-switch-lead-help = Legt de regie centraal of decentraal, met reden; in het gouden uur met zeker: regie 417 centraal drie teams bezig
action-set-level = Schaal
action-set-level-help = Gaat naar een trede, team, district, regio, bovenregionaal, landelijk of internationaal: schaal 417 regio brand breidt uit
action-scale-up = Opschalen
action-scale-up-help = Gaat een trede hoger, of naar de genoemde: opschalen 417 district
action-scale-down = Afschalen
action-scale-down-help = Gaat een trede lager, of naar de genoemde: afschalen 417 team
action-set-grip = GRIP
action-set-grip-help = Zet de GRIP, 0 tot 5; de schaal blijft: grip 417 2 veel rook
action-split-pair = Koppel uiteen
action-split-pair-help = Splitst een koppel in twee, met een open lijn ertussen: uiteen 12.03 12.13
action-speak-to-pair = Tegen de maat
action-speak-to-pair-help = Zegt iets tegen de andere helft van een koppel: maat 12.03 hij komt jouw kant op
action-strengthen = Versterk mij
action-strengthen-help = Roept de andere helft van een koppel erbij: versterk 12.03
action-join-pair = Koppel bijeen
action-join-pair-help = Maakt van twee helften weer een koppel: bijeen 12.03
action-raise-emergency = Noodoproep
action-raise-emergency-help = Roept alle hulp voor een eenheid in nood: nood 12.03
action-answer-emergency = Noodoproep ontvangen
action-answer-emergency-help = Zegt met uw naam dat u een noodoproep hebt: ontvangen 12.03
action-end-emergency = Noodoproep voorbij
action-end-emergency-help = Beëindigt een noodoproep, met reden: noodeinde 12.03 collega is veilig

## Argumenten
arg-on-incident = eenheid
arg-other-incident = andere melding
arg-card-kind = soort
arg-card-entry = kaart
arg-who = wie
arg-who-row = regel
arg-who-kind = weet, kan of doet
arg-lead = centraal of decentraal
arg-sure = zeker
arg-level = trede
arg-grip = GRIP
arg-other-half = roepnummer
arg-in-need = eenheid in nood

## Wat er mis is met een getypte regel
problem-missing-on-incident = Er is geen eenheid op die melding. Noem een roepnummer, of koppel er eerst een.
problem-no-open-in-need = Er is nu geen eenheid in nood.
problem-which-in-need = Welke eenheid? In nood zijn: { $candidates }.
problem-not-an-other-incident = '{ $word }' is geen meldingsnummer.{ $hint }
problem-missing-other-incident = Met welke andere melding? Zet haar nummer in de regel.
problem-missing-partner = Welke partner? Zet de naam van zijn account in de regel.
problem-not-a-card-kind = '{ $word }' is geen soort kaart: { $candidates }.
problem-missing-card-kind = Waar gaat de kaart over? { $candidates }.
problem-not-a-who-kind = '{ $word }' kan hier niet: { $candidates }.
problem-missing-who-kind = Gaat het om wie iets weet, kan of doet? { $candidates }.
problem-not-a-lead = '{ $word }' is geen regie: { $candidates }.
problem-missing-lead = Waar ligt de regie? { $candidates }.
problem-not-a-level = '{ $word }' is geen trede: { $candidates }.
problem-missing-level = Welke trede? { $candidates }.
problem-missing-level-far = Die melding staat niet op het bord: noem de trede erbij.
problem-ladder-ends-up = Hoger dan internationaal gaat niet.
problem-ladder-ends-down = Lager dan het team gaat niet.
problem-level-not-up = Die trede is lager. Gebruik afschalen.
problem-level-not-down = Die trede is hoger. Gebruik opschalen.
problem-not-a-grip = '{ $word }' is geen GRIP: 0 tot 5.
problem-missing-grip = Welke GRIP? 0 tot 5.
problem-no-open-card = Er staat bij deze melding geen kaart.
problem-which-card = Welke kaart? Er zijn: { $candidates }.
problem-no-such-card = Regel { $word } van deze melding is geen kaart.
problem-incident-or-card = Is { $word } een melding of een kaart? Schrijf #{ $word } voor de melding.
problem-no-open-who-row = Er staat bij deze melding niet wie weet, kan of doet.
problem-which-who-row = Welke regel? Er zijn: { $candidates }.
problem-no-such-who-row = Deze melding heeft geen regel { $word } van wie weet, kan of doet.
problem-incident-or-who-row = Is { $word } een melding of een regel? Schrijf #{ $word } voor de melding.

## Waarom geweigerd
refusal-no-contact = Bij melding { $incident } is geen contactlijn open. Verbind eerst de melder door.
refusal-contact-open = De melder van { $incident } is al verbonden met { $unit }.
refusal-not-on-contact = U bent niet op de contactlijn van melding { $incident }. Luister mee of praat mee.
refusal-only-listening = U luistert alleen op de contactlijn van melding { $incident }. Praat eerst mee.
refusal-no-link = Melding { $incident } heeft geen geldige link voor de melder. Maak er een met maak-link.
refusal-link-taken = De link van melding { $incident } is al op een andere telefoon geopend. Maak een nieuwe.
refusal-reason-needed = Hier hoort een reden bij. Zet haar achter de opdracht.
refusal-no-such-card = Regel { $entry } van melding { $incident } is geen kaart.
refusal-not-invited = { $partner } is niet uitgenodigd bij melding { $incident }.
refusal-lines-are-one = De lijnen van { $incident } en { $other } zijn al één.
refusal-lines-are-apart = De lijn van melding { $incident } is al haar eigen lijn.
refusal-no-such-row = Melding { $incident } heeft geen regel { $row } van wie weet, kan of doet; de laatste is { $last }.
refusal-golden-hour = Melding { $incident } is in het gouden uur: dit verandert iemands rol. Zet zeker in de regel als het zo moet.
refusal-not-a-pair = { $unit } is niet het koppel, of de helft van een koppel, dat hiervoor nodig is.
refusal-no-emergency = Van die eenheid staat geen noodoproep (meer) open.
refusal-emergency-on = De noodoproep van { $unit } staat: beëindig die eerst.

## Wat er gebeurde
fact-contact-opened = { $incident } melder verbonden met { $unit }
fact-listening = { $incident } luistert mee met de melder{ $more }
fact-stepped-in = { $incident } praat mee met de melder{ $more }
fact-stepped-back = { $incident } luistert weer alleen{ $more }
fact-contact-left = { $incident } van de contactlijn
fact-contact-closed = { $incident } contactlijn gesloten{ $more }
fact-melder-told = { $incident } tegen de melder: „{ $text }”
fact-melder-told-unseen = { $incident } gezegd tegen de melder
fact-melder-said = { $incident } de melder: „{ $text }”
fact-melder-said-unseen = { $incident } de melder heeft iets gezegd
fact-melder-shared = { $incident } de melder deelde de plek: { $point }
fact-melder-safe = { $incident } de melder is veilig
fact-link-made = { $incident } link { $number } voor de melder, tot { $expires_at }
fact-link-opened = { $incident } de melder opende de link
fact-link-withdrawn = { $incident } link van de melder ingetrokken
fact-whispered = { $incident } gefluisterd: „{ $text }”
fact-card-pushed = { $incident } kaart, { $card }: { $text }
fact-card-taken = { $incident } heeft kaart { $entry }
fact-partner-invited = { $incident } partner uitgenodigd: { $partner }
fact-partner-dismissed = { $incident } partner niet meer erbij: { $partner }
fact-lines-joined = { $incident } en { $other } op één lijn
fact-lines-parted = { $incident } weer op een eigen lijn
fact-colleagues-asked = { $incident } vraagt collega's{ $more }
fact-who-noted = { $incident } wie { $kind }: { $what }, { $who }
fact-who-taken = { $incident } neemt regel { $row } op zich
fact-who-dropped = { $incident } regel { $row } van wie weet, kan of doet is gedaan
fact-lead-switched = { $central ->
    [no] { $incident } regie decentraal: { $why }
   *[other] { $incident } regie centraal: { $why }
  }
fact-level-set = { $incident } naar { $level }{ $more }
fact-grip-set = { $incident } GRIP { $grip }{ $more }
fact-pair-split = { $unit } uiteen, de andere helft is { $call_sign }
fact-pair-spoken = { $unit } tegen de maat: „{ $text }”
fact-strengthen-asked = { $unit } roept de maat erbij
fact-pair-joined = { $unit } weer bijeen
fact-emergency-raised = NOOD { $unit }, melding { $incident }; in de buurt: { $nearby }
fact-emergency-answered = heeft de noodoproep van { $unit }
fact-emergency-ended = noodoproep van { $unit } voorbij: { $why }
fact-incident-shown = melding { $incident_now } is te zien
fact-incident-hidden = melding { $incident } is niet meer te zien
told-why = { ":" } { $value }
told-unseen = (niet te zien)
told-nobody-yet = nog niemand
told-nobody-near = niemand
told-somewhere = onbekend

## Woorden
role-melder = melder

right-talks = spreekt
right-listens = luistert

card-kind-address = adres
card-kind-vehicle = voertuig
card-kind-warning = waarschuwing
card-kind-person = persoon
card-kind-other = anders

level-team = team
level-district = district
level-region = regio
level-supra-regional = bovenregionaal
level-national = landelijk
level-international = internationaal

who-kind-knows = weet
who-kind-can = kan
who-kind-does = doet

lead-central = centraal
lead-decentral = decentraal

hand-still = stil
hand-typing = typt
hand-wants = wil spreken
hand-has = heeft het woord

command-open-contact = de melder doorverbinden
command-listen = meeluisteren met de melder
command-step-in = meepraten met de melder
command-step-back = terugtreden van de contactlijn
command-leave-contact = van de contactlijn gaan
command-close-contact = de contactlijn sluiten
command-tell-melder = iets tegen de melder zeggen
command-make-link = een link voor de melder maken
command-withdraw-link = de link van de melder intrekken
command-come-in = de pagina van de melder openen
command-say-as-melder = spreken als melder
command-share-where = de plek van de melder delen
command-say-safe = zeggen dat de melder veilig is
command-whisper = fluisteren op een lijn
command-push-card = een kaart op een lijn zetten
command-take-card = zeggen dat u een kaart hebt
command-invite-partner = een partner uitnodigen
command-dismiss-partner = afscheid nemen van een partner
command-join-lines = lijnen samenvoegen
command-part-lines = lijnen scheiden
command-ask-colleagues = collega's vragen
command-come-along = meekomen
command-note-who = zeggen wie weet, kan of doet
command-take-who = zeggen dat u het doet
command-drop-who = een regel schrappen van wie weet, kan of doet
command-switch-lead = de regie verleggen
command-set-level = op- of afschalen
command-set-grip = de GRIP zetten
command-split-pair = een koppel splitsen
command-speak-to-pair = tegen de andere helft spreken
command-strengthen = de andere helft erbij roepen
command-join-pair = een koppel samenbrengen
command-raise-emergency = een noodoproep doen
command-answer-emergency = een noodoproep beantwoorden
command-end-emergency = een noodoproep beëindigen

## De link van de melder
link-shown = Code { $code }, geldig tot { $expires }{ $opened }
link-address = { $url }
link-was-opened = { "," } al geopend
link-no-good = Wat de server stuurde is geen link.
