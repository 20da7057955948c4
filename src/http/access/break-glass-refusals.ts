import type { RefusalCode } from '../../contract/frame/refusal-code.ts'
import { refusalRow as row, type RefusalRow } from '../refusal-row.ts'

export const breakGlassRefusals = {
  'break-glass-not-needed': row(
    409,
    'Du kan allerede se sagen. Åbn den under Frister.',
    'You can see the case already. Open it under Deadlines.',
  ),
  'break-glass-often': row(
    429,
    'Du har bedt om nødadgang mange gange den seneste time. Ring til enheden eller til en administrator.',
    'You have asked for break-glass many times within the hour. Telephone the unit or an administrator.',
  ),
  'break-glass-over': row(
    409,
    'Nødadgangen er allerede ophørt. Hent siden igen.',
    'The break-glass is over already. Load the page again.',
  ),
  'break-glass-own': row(
    409,
    'Du har selv åbnet sagen. En anden skal vurdere, om det var berettiget.',
    'You opened the case yourself. Somebody else must judge whether it was justified.',
  ),
  'break-glass-judged': row(
    409,
    'Nødadgangen er allerede vurderet. Hent siden igen.',
    'The break-glass has been judged already. Load the page again.',
  ),
} as const satisfies Partial<Record<RefusalCode, RefusalRow>>
