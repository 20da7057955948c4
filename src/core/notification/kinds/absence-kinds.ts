import type { Kind } from './kind.ts'

/** Of being away. */
export const absenceKinds = {
  'absence-entered': {
    urgent: false,
    text: {
      da: {
        one: 'En anden har meldt dig fraværende eller rettet i dit fravær.',
        other: 'Andre har meldt dig fraværende eller rettet i dit fravær {n} gange.',
      },
      en: {
        one: 'Somebody else has entered you as away or changed your absence.',
        other: 'Others have entered you as away or changed your absence {n} times.',
      },
    },
  },
} as const satisfies Readonly<Record<string, Kind>>
