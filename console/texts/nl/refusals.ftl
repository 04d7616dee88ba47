# Waarom een opdracht is geweigerd, en wat te doen. De sleutel is `refusal-` met de Reason van het protocol.
# Een variabele op _status, _phase, _role of _command is al vertaald.

refusal-no-such-incident = Melding { $incident } bestaat niet; de laatste is { $last }.
refusal-no-such-unit = Eenheid { $unit } is niet in dienst. Meld haar eerst aan.
refusal-no-such-entry = Melding { $incident } heeft geen regel { $entry }; de laatste is { $last }.
refusal-incident-closed = Melding { $incident } is gesloten. Heropen haar eerst.
refusal-incident-open = Melding { $incident } is open; alleen een gesloten melding kan worden heropend.
refusal-unit-status-illegal = { $unit } kan niet van { $from_status } naar { $to_status }.
refusal-unit-busy = { $unit } is { $unit_status } op melding { $incident }. Zet ! in de regel om haar daar weg te halen.
refusal-unit-already-on = { $unit } is al aan melding { $incident } gekoppeld.
refusal-unit-not-assigned = { $unit } heeft geen melding.
refusal-unit-has-incident = { $unit } heeft melding { $incident }. Geef haar eerst vrij.
refusal-unit-on-duty = { $unit } is al in dienst.
refusal-phase-illegal = Melding { $incident } kan niet van { $from_phase } naar { $to_phase }.
refusal-entry-struck = Regel { $entry } van melding { $incident } is al doorgehaald, door { $by }.
refusal-on-line = U bent al op de lijn van melding { $incident }.
refusal-not-on-line = U bent niet op de lijn van melding { $incident }.
refusal-no-change = Dat was al zo: er is niets gewijzigd.
refusal-not-allowed = Als { $own_role } mag u dit niet: { $asked_command }.
refusal-not-your-unit = U bent { $own }; dit gaat over { $unit }. Een eenheid handelt voor zichzelf.
refusal-reaction-not-agreed = Zonder eenheid is '{ $asked_reaction }' een reactie alleen als de melder akkoord is. Zet akkoord in de regel.
refusal-no-such-promise = Melding { $incident } heeft geen toezegging { $promise }; de laatste is { $last }.
refusal-promise-settled = Toezegging { $promise } van melding { $incident } is al { $is_promise }.
refusal-due-passed = Dat moment is al voorbij voor melding { $incident }. Noem een tijd die nog komt.
refusal-melder-held = { $by } houdt al contact met de melder van { $incident }.
refusal-no-such-need = Melding { $incident } heeft geen behoefte { $need }; de laatste is { $last }.
refusal-no-such-referral = Melding { $incident } heeft geen verwijzing { $referral }; de laatste is { $last }.
refusal-no-handover = Melding { $incident } is aan niemand aangeboden. Doe eerst overdracht.
refusal-not-by-you = Dat melding { $incident } klaar is, zegt wie reageerde of de OpCo, niet { $own }.
refusal-cannot-let-go = Melding { $incident } kan nog niet los. Er ontbreekt: { $missing }. In nood: noodsluit.
refusal-not-earlier = Dat is niet vóór de opening van melding { $incident }. Schrijf het in het log.
refusal-no-choice = Bij melding { $incident } ging de dichtstbijzijnde, of is al gezegd waarom een ander ging.
refusal-no-task = { $unit } heeft geen taak om af te ronden. Zet er een met taak.
refusal-no-map = Deze server heeft geen kaart. De beheerder start hem met --map en een kaartbestand.
refusal-journal-unavailable = De server kan nu niets bewaren ({ $why }). Er is niets gewijzigd; probeer het straks weer.
refusal-too-fast = Te veel opdrachten tegelijk. Deze is niet uitgevoerd; probeer het zo weer.
refusal-invalid = De server begrijpt deze vraag niet: { $what }. Verwacht werd { $expected }.

journal-disk-full = de schijf is vol
journal-io-error = de schijf geeft een fout
journal-read-only = de schijf is alleen te lezen
journal-busy = het journaal is bezet
journal-damaged = het journaal is beschadigd
journal-closed = het journaal is gesloten
journal-behind = het journaal loopt achter
journal-broken = het journaal is gestopt
refusal-too-many = Melding { $incident } heeft hiervan al { $most }: meer past er niet. Zet het in het logboek.
