import type { Kind } from './kind.ts'

/** Of cases that two levels talk over: proposals, replies, messages. */
export const consensusKinds = {
  'consensus-proposed': {
    urgent: false,
    text: {
      da: {
        one: 'Niveauet over har foreslået et fælles svar i en sag.',
        other: 'Niveauet over har foreslået fælles svar i {n} sager.',
      },
      en: {
        one: 'The level above has proposed a common answer in a case.',
        other: 'The level above has proposed common answers in {n} cases.',
      },
    },
  },
  'consensus-answered': {
    urgent: false,
    text: {
      da: {
        one: 'Niveauet under har svaret på et forslag i en sag.',
        other: 'Niveauet under har svaret på forslag i {n} sager.',
      },
      en: {
        one: 'The level below has replied to a proposal in a case.',
        other: 'The level below has replied to proposals in {n} cases.',
      },
    },
  },
  'thread-message': {
    urgent: false,
    text: {
      da: { one: 'Der er en ny besked i en sag.', other: 'Der er nye beskeder i {n} sager.' },
      en: { one: 'There is a new message in a case.', other: 'There are new messages in {n} cases.' },
    },
  },
} as const satisfies Readonly<Record<string, Kind>>
