import { refusalRow as row } from '../refusal-row.ts'

/** Refusals around reports on their way out. */
export const releaseRefusals = {
  'release-not-now': row(
    409,
    'Det kan ikke ske, som rapporten står nu. Hent siden igen, og se, hvor langt den er.',
    'That cannot happen as the report stands now. Load the page again and see how far it is.',
  ),
  'release-hindered': row(
    409,
    'Rapporten kan ikke gives videre endnu: en tekst henviser til et tal, rapporten ikke har, eller omskriver noget, programmet ikke længere siger. Se, hvad der er mærket, og ret det.',
    'The report cannot be handed over yet: a text refers to a figure that the report does not have, or rewords what the program no longer says. See what is marked and mend it.',
  ),
  'release-disclosive': row(
    409,
    'Den offentlige udgave kan ikke gives videre: et skjult tal kan regnes ud af det, der står i den og i tidligere frigivne rapporter. Udelad en del af rapporten, og prøv igen.',
    'The public edition cannot be handed over: a hidden number can be worked out from what stands in it and in reports released before. Leave a part of the report out and try again.',
  ),
  'release-own-text': row(
    409,
    'Den, der har skrevet i rapporten eller kontrolleret den, kan ikke også tage dette skridt. Bed en anden om det.',
    'Whoever wrote in the report or checked it cannot take this step too. Ask somebody else.',
  ),
  'release-correction-differs': row(
    409,
    'En rettelse skal gælde samme runde, modtager og udgave som den rapport, den retter, og den skal være frigivet. Vælg igen.',
    'A correction must be of the same round, recipient and edition as the report it corrects, and that must be released. Choose again.',
  ),
} as const
