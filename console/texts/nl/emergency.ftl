# Een collega in nood: over het hele scherm.
emergency-title = NOODOPROEP
emergency-nowhere = plaats onbekend
emergency-away = { $away } van u
emergency-melding = melding { $incident }
emergency-nearby = In de buurt gewaarschuwd: { $names }
emergency-unheard = Nog door niemand beantwoord
emergency-heard = Beantwoord door { $names }
emergency-also = Ook in nood: { $names }
emergency-answer = ik heb het gehoord ({ $name })
emergency-bar = NOOD { $unit }
emergency-own = UW NOODOPROEP STAAT
emergency-armed = Noodoproep? Druk nogmaals op F12, binnen 2 seconden.
emergency-sent = Noodoproep verstuurd naar alle collega's.
emergency-no-link = GEEN VERBINDING: gebruik de portofoon. De noodoproep gaat zodra er verbinding is.
emergency-stands = Uw noodoproep staat al.
emergency-not-on-duty = U bent niet in dienst: meld u eerst aan, of gebruik de portofoon.
