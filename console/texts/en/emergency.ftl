# A colleague in need: over the whole screen.
emergency-title = COLLEAGUE IN NEED
emergency-nowhere = place unknown
emergency-away = { $away } from you
emergency-melding = incident { $incident }
emergency-nearby = Warned nearby: { $names }
emergency-unheard = Not answered by anybody yet
emergency-heard = Answered by { $names }
emergency-also = In need too: { $names }
emergency-answer = I heard it ({ $name })
emergency-bar = IN NEED { $unit }
emergency-own = YOUR EMERGENCY CALL STANDS
emergency-armed = Emergency? Press F12 once more, within 2 seconds.
emergency-sent = Emergency call sent to all colleagues.
emergency-no-link = NO LINK: use the radio. The emergency call goes as soon as there is a link.
emergency-stands = Your emergency call stands already.
emergency-not-on-duty = You are not on duty: sign on first, or use the radio.
