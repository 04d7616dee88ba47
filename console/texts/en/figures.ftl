# The figures of contact and information, on the screen and in a line.
indicators-contact = From call to direct contact (half within)
indicators-contact-behind = { $direct } of { $of } calls, { $before } before arrival; 90 % within { $slow }
indicators-cards = Information in time (before arrival)
indicators-cards-behind = { $pushed } cards, { $taken } received by somebody
figures-contact = {"  "}direct contact: { $direct } of { $of }, { $before } before arrival; half within { $p50 }, 90 % within { $p90 }
figures-cards = {"  "}information cards: { $pushed }, { $in_time } in time, { $taken } received
