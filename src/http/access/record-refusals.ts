import type { RefusalCode } from '../../contract/frame/refusal-code.ts'
import { refusalRow as row, type RefusalRow } from '../refusal-row.ts'

/** Refusals around a child's record: who has seen it, and what is told of that later. */
export const recordRefusals = {
  'cpr-unusable': row(
    400,
    'Et CPR-nummer har ti cifre og begynder med en fødselsdag. Skriv det igen, med eller uden bindestreg.',
    'A CPR number has ten digits and begins with a day of birth. Write it again, with or without a dash.',
  ),
  'no-personal-key': row(
    409,
    'Serveren har ingen nøgle til CPR-numre. Bed driften om at sætte TILSYN_PERSONAL_KEY, eller søg på sagsnummeret.',
    'The server has no key for CPR numbers. Ask operations to set TILSYN_PERSONAL_KEY, or search by the case number.',
  ),
  'hold-undecided': row(
    409,
    'Et forslag om at udskyde oplysninger i denne log venter på en anden person. Få det afgjort, og hent filen derefter.',
    'A proposal to tell entries of this log later waits for a second person. Have it decided, then fetch the file.',
  ),
  'hold-day-unfit': row(
    409,
    'Dagen skal ligge efter i dag og højst et år frem. Vælg en anden dag.',
    'The day must lie after today and at most a year ahead. Choose another day.',
  ),
  'hold-entry-unknown': row(
    409,
    'En af de valgte linjer hører ikke til denne sag. Hent siden igen, og vælg på ny.',
    'One of the chosen entries is not of this case. Load the page again and choose anew.',
  ),
  'hold-own': row(
    409,
    'Du har selv foreslået udskydelsen. En anden person skal godkende eller afvise den.',
    'You proposed this yourself. Another person must approve or refuse it.',
  ),
  'hold-decided': row(
    409,
    'Udskydelsen er allerede afgjort eller ophørt. Hent siden igen.',
    'It has been decided or has ended already. Load the page again.',
  ),
} as const satisfies Partial<Record<RefusalCode, RefusalRow>>
