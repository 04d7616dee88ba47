# Taking back an own deed.
action-take-back = Terugnemen
action-take-back-help = Neemt terug wat u zojuist deed, tot 10 s na het antwoord en zolang niemand erop voortging; woorden blijven doorgestreept leesbaar, en wie gevraagd of verteld was hoort dat het is ingetrokken: herroep

back-way-restored = Wat het veranderde, wordt weer zoals het was.
back-way-struck = De woorden blijven doorgestreept leesbaar; de rest wordt weer zoals het was.
back-way-closed = De melding gaat dicht; haar nummer blijft van haar.
back-way-void = De link opent niets meer; de vorige blijft ook vervallen.
back-way-nothing = Niets maakt dit ongedaan: { $why }
back-why-server = De server rekende dat zelf uit.
back-why-melder = Het zijn woorden van de melder.
back-why-link-void = Een vervallen link blijft vervallen: maak een nieuwe.
back-why-emergency = Een noodoproep eindigt alleen met een reden en een naam, ook een loze: zeg op de lijn wat er is.
back-why-back = Wat teruggenomen is, doet u opnieuw als het toch zo moest.

back-nothing = Niets van u om terug te nemen.
back-never = { $why } Niets neemt dit terug: { $what }.
back-too-late = Te laat om terug te nemen (10 s): { $what }.
back-other = Uw laatste daad is van { $when }, op melding { $incident } ({ $of }): { $what }. { $press } neemt die terug.
back-other-unit = Uw laatste daad is van { $when }: { $what }. { $press } neemt die terug.
back-not-sent = Niet verstuurd en uit de wachtrij: { $what }.
back-follows = Al onderweg: { $what }. Het terugnemen gaat erachteraan.
back-done = Teruggenomen: { $what }.
back-done-on = Teruggenomen op melding { $incident }: { $what }.
back-done-people = { $names } hoort het.
back-done-everyone = Allen horen het.
back-done-had-it = { $names } had het al gelezen.
back-recalled = INGETROKKEN door { $by }: { $what } (melding { $incident }).
back-recalled-unit = INGETROKKEN door { $by }: { $what } ({ $unit }).
back-recalled-plain = INGETROKKEN door { $by }: { $what }.
back-recalled-sent = INGETROKKEN door { $by }: u gaat niet meer naar melding { $incident }.
back-recalled-asked = INGETROKKEN door { $by }: op melding { $incident } worden geen collega's meer gevraagd.
back-seconds = { $seconds } s geleden
back-minutes = { $minutes } min geleden
