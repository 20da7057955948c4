import type { RefusalCode } from '../../../contract/frame/refusal-code.ts'
import { refusalRow as row, type RefusalRow } from '../../refusal-row.ts'

/** Refusals around how long what is kept, and the erasing of cases. */
export const retentionRefusals = {
  'retention-changed': row(
    409,
    'En anden har ændret reglen imens. Hent siden igen.',
    'Somebody else has changed the rule meanwhile. Load the page again.',
  ),
  'basis-missing': row(
    409,
    'En hjemmel kan først bekræftes, når den er skrevet. Skriv den, eller lad den stå som ubekræftet.',
    'A legal basis can be confirmed only when it is written. Write it, or leave it unconfirmed.',
  ),
  'nothing-due': row(
    409,
    'Ingen sager er klar til at blive slettet. Se under sletning, hvorfor de øvrige bliver.',
    'No cases are ready to be erased. See there why the others stay.',
  ),
  'purge-waits': row(
    409,
    'En anden sletning venter på at blive afgjort eller udført. Gør den færdig først.',
    'Another purge waits to be decided or carried out. Finish that one first.',
  ),
  'purge-own': row(
    409,
    'Du har selv foreslået sletningen. En anden person skal godkende eller afvise den.',
    'You proposed this yourself. Another person must approve or refuse it.',
  ),
  'rule-own': row(
    409,
    'Du har selv bestemt fristen. En anden person skal godkende eller afvise den.',
    'You decided the period yourself. Another person must approve or refuse it.',
  ),
  'purge-decided': row(
    409,
    'Sletningen er allerede afgjort. Hent siden igen.',
    'It has been decided already. Load the page again.',
  ),
  'held-already': row(
    409,
    'Sagen er allerede undtaget fra sletning.',
    'The case is kept from being erased already.',
  ),
  'not-held': row(
    409,
    'Sagen er ikke længere undtaget fra sletning. Hent siden igen.',
    'The case is no longer kept from being erased. Load the page again.',
  ),
} as const satisfies Partial<Record<RefusalCode, RefusalRow>>
