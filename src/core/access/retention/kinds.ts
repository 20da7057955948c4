import type { LocalText } from '../../language/language.ts'

/** Parts of a case. A case is erased as a whole, when the last of its parts is due. */
export const caseKinds = [
  'case-stages',
  'reviews',
  'findings',
  'critical-cases',
  'case-events',
  'walk-throughs',
] as const
export type CaseKind = (typeof caseKinds)[number]

/** Erased by age alone. */
export const agedKinds = ['mail', 'notifications', 'imports', 'sessions'] as const
export type AgedKind = (typeof agedKinds)[number]

export const retentionKinds = [...caseKinds, ...agedKinds] as const
export type RetentionKind = (typeof retentionKinds)[number]

interface KindText {
  readonly name: LocalText
  /** What the period is counted from. */
  readonly from: LocalText
}

export const kindTexts: Readonly<Record<RetentionKind, KindText>> = {
  'case-stages': {
    name: { da: 'Sagstrin, deltagere og barn', en: 'Case stages, participants and child' },
    from: { da: 'sagens sidste trin er afsluttet', en: 'the case’s last stage was completed' },
  },
  reviews: {
    name: { da: 'Udtrækning, gennemgange og svar', en: 'Draws, reviews and answers' },
    from: { da: 'den sidste runde med sagen er lukket', en: 'the last round with the case was closed' },
  },
  findings: {
    name: { da: 'Fejl og genopretning', en: 'Findings and restoration' },
    from: { da: 'den sidste fejl er afsluttet', en: 'the last finding was closed' },
  },
  'critical-cases': {
    name: { da: 'Kritiske sager', en: 'Critical cases' },
    from: { da: 'der er redegjort for sagen', en: 'the case was accounted for' },
  },
  'case-events': {
    name: { da: 'Hændelser, frister og protokoller', en: 'Events, deadlines and registers' },
    from: { da: 'sagens sidste hændelse', en: 'the case’s last event' },
  },
  'walk-throughs': {
    name: { da: 'Månedlige sagsgennemgange', en: 'Monthly walk-throughs' },
    from: { da: 'den sidste gennemgang er lukket', en: 'the last walk-through was closed' },
  },
  mail: {
    name: { da: 'Sendte mails', en: 'Sent mails' },
    from: { da: 'mailen er skrevet', en: 'the mail was written' },
  },
  notifications: {
    name: { da: 'Beskeder til medarbejdere', en: 'Messages to employees' },
    from: { da: 'beskeden er skrevet', en: 'the message was written' },
  },
  imports: {
    name: { da: 'Importer, der aldrig blev bekræftet', en: 'Imports that were never confirmed' },
    from: { da: 'filen er indlæst', en: 'the file was read' },
  },
  sessions: {
    name: { da: 'Udløbne sessioner', en: 'Expired sessions' },
    from: { da: 'sessionen er udløbet', en: 'the session expired' },
  },
}
