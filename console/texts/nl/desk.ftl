# De werkplek: het bord, de eenheden, de kaart, de lijn en de regels eronder.

desk-board-count = { $open } open
desk-board-closed-too = met gesloten
desk-board-coming = Het bord komt binnen.
desk-last-word = { $who }: { $text }

desk-units-count = { $free } vrij van { $all }
desk-units-nearest = dichtstbij eerst
desk-units-column-incident = meld
desk-units-column-distance = afstand

desk-line-silent = Nog niets gezegd of geschreven.
desk-line-spoke = sprak ook: { $names }
desk-line-new = { $count ->
    [one] 1 nieuwe regel (End)
   *[other] { $count } nieuwe regels (End)
  }
desk-line-back = terugkijken; End gaat naar het nieuwste
desk-line-closed = Gesloten: er wordt niet meer gesproken.
desk-under-way = onderweg

desk-alarm-more = (en nog { $count })

# Wat geluid maakt: elke vraag, en wat haar beantwoordt.
sound-priority-1 = PRIO 1, WIE GAAT: { $number } { $what }, { $place }
sound-priority-1-answer = Stuur een eenheid, of zeg met Ctrl+G dat u het hebt.
sound-your-priority-1 = UW melding { $number } is nu PRIO 1: { $what }, { $place }
sound-your-priority-1-climbed = { $who } heeft nog niet gehoord dat { $number } PRIO 1 is: { $what }
sound-your-priority-1-answer = Alleen de eenheid zelf kan zeggen dat zij het gehoord heeft: vraag het haar.
sound-caller = MELDER SCHRIJFT, NIEMAND PRAAT: { $number } { $what }, { $place }
sound-caller-answer = Alleen woorden aan de melder beantwoorden dit: schrijf of spreek, of verbind door.
sound-colleagues = { $who } vraagt collega's bij { $number } { $what }, { $place }
sound-colleagues-answer = Dit blijft staan tot er iemand komt: stuur een eenheid, of kom zelf.
sound-no-reaction = NOG GEEN REACTIE: { $number } { $what }, { $place }
sound-no-reaction-answer = Stuur een eenheid, of leg de reactie vast.
sound-returned = UITSTEL VOORBIJ: { $number } { $what }, { $place }
sound-returned-answer = Stuur een eenheid, of leg een nieuwe reactie vast.
sound-promise-soon = Toezegging bijna: { $number } { $what }, { $place }
sound-promise-soon-answer = Kom de toezegging na, verplaats haar of zeg waarom niet.
sound-promise-late = TOEZEGGING VERLOPEN: { $number } { $what }, { $place }
sound-promise-late-answer = Kom de toezegging na, verplaats haar of zeg waarom niet.
sound-sent-climbed = { $who } zegt niet of hij gaat: { $number } { $what }, { $place }
sound-sent = U bent gestuurd: { $number } { $what }, { $place }
sound-sent-answer = Alleen een status van de eenheid beantwoordt dit: vraag het haar.
sound-emergency = { $who } in nood: { $number } { $what }, { $place }
sound-emergency-answer = Zeg met Ctrl+G dat u het gehoord hebt.
sound-told = prio 1: { $number } { $what }, { $place }
sound-go = erheen
sound-heard = ik heb het
sound-figure = Geluid op deze post: { $sounds } keer, beantwoord { $share }
sound-figure-beside = { $count } naast oproepen en noodoproepen
sound-figure-most = hoogstens { $most } daarvan in tien minuten (de maat is { $budget })
sound-none = Er vraagt hier niets om uw antwoord.
sound-wait = Niet beantwoord: { $press } telt na een seconde zonder toets.

desk-waiting = wacht { $count }
desk-bell-off-for = ♪ uit { $count }
desk-half-calls = half { $count }
desk-drafts = ✎ { $count }
desk-unread = nieuw { $count }
desk-done = Gedaan: { $what }
desk-done-number = Gedaan: { $what } (nummer { $number })
desk-done-due = Gedaan: { $what } · { $due }
desk-refused = { $why } Geweigerd: { $what }
desk-sent = Onderweg: { $what }
desk-nothing-waits = Er wacht niets op antwoord.
desk-may-not = Uw rol mag dit niet: { $what }
desk-choose-incident = Kies eerst een melding.
desk-choose-unit = Kies eerst een eenheid.
desk-no-point = Van { $what } is geen plaats op de kaart bekend.
desk-no-urgent = Er is geen andere open melding.
desk-not-here = Dat kan op dit scherm niet: { $what }
desk-draft-back = Uw woorden staan weer op de spreekregel.
desk-failed = Er ging hier iets mis in het programma; wat u typte staat er nog. Het staat in het logboek van de console.
panel-cannot = Dit deel valt niet te tonen.
desk-cut = Verbinding weg. Opdrachten wachten en gaan later vanzelf.
desk-still-drifted = Dit bord wijkt af van dat van de server, ook nu het opnieuw is opgehaald. Zeg het de beheerder.
desk-back = Verbinding terug.

desk-link-live = ● verbonden
desk-link-connecting = ○ verbinden
desk-link-catching-up = ◐ bijwerken
desk-link-catching-up-percent = ◐ bijwerken { $percent } %
desk-link-cut = ✖ WEG sinds { $age } · bord van { $at }
desk-round-trip = { $ms } ms
desk-rate = { $rate } B/s

desk-help-title = Toetsen: { $where }
desk-help-close = Esc sluit
desk-where-board = bord
desk-where-units = eenheden
desk-where-map = kaart
desk-where-line = lijn

desk-notes = Er is iets te weten over deze sessie: druk op { $press }.

desk-history-coming = De historie van { $number } komt binnen.
desk-history-title = Historie van { $number }

desk-palette = Zoek in alles wat u kunt doen
desk-how-to-quit = { $press } sluit deze console.
