import type { Kind } from './kind.ts'

/** Of deadlines in cases. One reminder a day speaks of all of them. */
export const caseflowKinds = {
  'case-deadlines-due': {
    urgent: false,
    text: {
      da: {
        one: 'Frister i dine sager udløber senest næste hverdag.',
        other: 'Frister i dine sager er ved at udløbe ({n} påmindelser).',
      },
      en: {
        one: 'Deadlines in your cases end on the next working day at the latest.',
        other: 'Deadlines in your cases are about to end ({n} reminders).',
      },
    },
  },
} as const satisfies Readonly<Record<string, Kind>>
