# De cijfers van contact en informatie, op het scherm en in een regel.
indicators-contact = Van melding tot direct contact (helft binnen)
indicators-contact-behind = { $direct } van { $of } meldingen, { $before } voor aankomst; 90 % binnen { $slow }
indicators-cards = Informatie op tijd (voor aankomst)
indicators-cards-behind = { $pushed } kaarten, { $taken } door iemand ontvangen
figures-contact = {"  "}direct contact: { $direct } van { $of }, { $before } voor aankomst; helft binnen { $p50 }, 90 % binnen { $p90 }
figures-cards = {"  "}informatiekaarten: { $pushed }, { $in_time } op tijd, { $taken } ontvangen
