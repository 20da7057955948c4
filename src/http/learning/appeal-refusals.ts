import { refusalRow as row } from '../refusal-row.ts'

/** Refusals around complaints to Ankestyrelsen. */
export const appealRefusals = {
  'appeal-reference-taken': row(
    409,
    'Der er allerede en klage med det nummer. Søg den frem i listen.',
    'There is a complaint of that number already. Search for it in the list.',
  ),
  'appeal-day-ahead': row(
    409,
    'Dagen er ikke kommet endnu. Skriv det, når det er sket.',
    'That day has not come yet. Write it once it has happened.',
  ),
  'appeal-decided-before-sent': row(
    409,
    'Dagen ligger før det, der gik forud: klagen sendes, afgøres og læres af i den rækkefølge. Ret dagen.',
    'That day lies before what went before: a complaint is sent, decided and learnt of in that order. Mend the day.',
  ),
  'appeal-not-now': row(
    409,
    'Det kan ikke ske, som klagen står nu. Hent siden igen, og se, hvor langt den er.',
    'That cannot happen as the complaint stands now. Load the page again and see how far it is.',
  ),
  'appeal-unit-unknown': row(
    409,
    'Enheden findes ikke længere. Hent siden igen, og vælg på ny.',
    'The unit no longer exists. Load the page again and choose anew.',
  ),
  'appeal-person-unknown': row(
    409,
    'Den ansvarlige findes ikke længere. Hent siden igen, og vælg på ny.',
    'The responsible person no longer exists. Load the page again and choose anew.',
  ),
} as const
