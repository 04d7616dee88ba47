# Wat een oefening zegt terwijl ze meldingen afhandelt, en wat ze ervan gehoord heeft.

reaction-telephone = Telefonisch afgehandeld.
reaction-later = Er is geen eenheid vrij; de melder vindt wachten goed.
reaction-information = Informatie opgenomen.
promise-somebody-comes = Er komt iemand
promise-to-caller = melder
promise-moved = Lukt niet op tijd; de melder weet het.
promise-broken = De tijd is om en er was nog niemand.
promise-not-reached = Gesloten voordat er iemand was.
goes-on-because = De melder kan zonder ons verder.
handover-taker = wijkteam
handover-packet = { $what }, { $place }: wat gezien en afgesproken is staat in het log.
feedback-told = Verteld hoe het is afgelopen.
feedback-impossible = Er is niemand om het aan te vertellen.

title-judged = Gehoord van de server
judged-promises-made = toezeggingen gedaan
judged-promises-kept = toezeggingen nagekomen
judged-promises-moved = toezeggingen verzet
judged-promises-broken = toezeggingen gebroken
judged-feedbacks-given = terugmeldingen gedaan
judged-feedbacks-impossible = terugmelding niet mogelijk, met de reden
judged-closings = gesloten
judged-emergencies = waarvan in een noodgeval
judged-unready = gesloten terwijl er iets ontbrak
judged-all = Elke melding die gesloten is ({ $closings }) kon vlak daarvoor worden losgelaten.
judged-not-all = Gesloten terwijl er nog iets ontbrak: { $numbers }
judged-unheard = De verbinding was te lang weg: { $changes } wijzigingen zijn niet gehoord, en wat die sloten is niet beoordeeld.
