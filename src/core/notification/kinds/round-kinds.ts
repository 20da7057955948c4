import type { Kind } from './kind.ts'

/** Of whole rounds. */
export const roundKinds = {
  'round-closed': {
    urgent: false,
    text: {
      da: {
        one: 'En runde er afsluttet; resultaterne er klar.',
        other: '{n} runder er afsluttet; resultaterne er klar.',
      },
      en: {
        one: 'A round has closed; its results are ready.',
        other: '{n} rounds have closed; their results are ready.',
      },
    },
  },
} as const satisfies Readonly<Record<string, Kind>>
