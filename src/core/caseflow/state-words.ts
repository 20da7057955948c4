import type { LocalText } from '../language/language.ts'
import type { DeadlineState } from './deadline.ts'

/** The states of a deadline as people call them. */
export const stateWords: Readonly<Record<DeadlineState, LocalText>> = {
  met: { da: 'i tide', en: 'met' },
  late: { da: 'for sent', en: 'late' },
  open: { da: 'overskredet', en: 'overdue' },
  running: { da: 'løber', en: 'running' },
  'cannot-tell': { da: 'kan ikke ses', en: 'cannot tell' },
  'not-applicable': { da: 'gælder ikke', en: 'not applicable' },
}
