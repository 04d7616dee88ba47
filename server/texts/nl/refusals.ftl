# Waarom een opdracht geweigerd werd, in een paar woorden.

refusal-no-such-incident = melding bestaat niet
refusal-no-such-unit = eenheid niet in dienst
refusal-no-such-entry = regel bestaat niet
refusal-incident-closed = melding is gesloten
refusal-incident-open = melding is open
refusal-unit-status-illegal = status kan niet volgen op de vorige
refusal-unit-busy = eenheid is bezet
refusal-unit-already-on = eenheid is al op de melding
refusal-unit-not-assigned = eenheid heeft geen melding
refusal-unit-has-incident = eenheid heeft een melding
refusal-unit-on-duty = roepnummer al in dienst
refusal-phase-illegal = fase kan niet volgen op de vorige
refusal-entry-struck = regel al doorgehaald
refusal-on-line = al op de lijn
refusal-not-on-line = niet op de lijn
refusal-no-change = was al zo
refusal-not-allowed = mag niet in deze rol
refusal-not-your-unit = andermans eenheid
refusal-journal-unavailable = server kan niets bewaren
refusal-too-fast = te veel tegelijk
refusal-invalid = niet begrepen
