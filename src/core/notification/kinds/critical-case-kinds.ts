import type { Kind } from './kind.ts'

/** Of critical cases; a child may be at risk. */
export const criticalCaseKinds = {
  'critical-reported': {
    urgent: true,
    text: {
      da: {
        one: 'En kritisk sag er meldt og venter på dig.',
        other: '{n} kritiske sager er meldt og venter på dig.',
      },
      en: {
        one: 'A critical case has been reported and waits for you.',
        other: '{n} critical cases have been reported and wait for you.',
      },
    },
  },
  'critical-handled': {
    urgent: false,
    text: {
      da: {
        one: 'En kritisk sag, du meldte, er håndteret.',
        other: '{n} kritiske sager, du meldte, er håndteret.',
      },
      en: {
        one: 'A critical case that you reported has been handled.',
        other: '{n} critical cases that you reported have been handled.',
      },
    },
  },
  'critical-withdrawn': {
    urgent: false,
    text: {
      da: {
        one: 'En kritisk sag er trukket tilbage; den var meldt ved en fejl.',
        other: '{n} kritiske sager er trukket tilbage; de var meldt ved en fejl.',
      },
      en: {
        one: 'A critical case has been withdrawn; it was reported by mistake.',
        other: '{n} critical cases have been withdrawn; they were reported by mistake.',
      },
    },
  },
  'critical-overdue': {
    urgent: true,
    text: {
      da: {
        one: 'En kritisk sag er ikke håndteret til tiden.',
        other: '{n} kritiske sager er ikke håndteret til tiden.',
      },
      en: {
        one: 'A critical case has not been handled in time.',
        other: '{n} critical cases have not been handled in time.',
      },
    },
  },
} as const satisfies Readonly<Record<string, Kind>>
