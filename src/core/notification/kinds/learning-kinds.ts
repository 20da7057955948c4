import type { Kind } from './kind.ts'

/** Of learning visits and local goals. */
export const learningKinds = {
  'visit-planned': {
    urgent: false,
    text: {
      da: {
        one: 'Der er planlagt et læringsbesøg, som du skal være med til.',
        other: 'Der er planlagt {n} læringsbesøg, som du skal være med til.',
      },
      en: {
        one: 'A learning visit that you take part in has been planned.',
        other: '{n} learning visits that you take part in have been planned.',
      },
    },
  },
  'visit-changed': {
    urgent: false,
    text: {
      da: {
        one: 'Et læringsbesøg, du skal være med til, er flyttet eller aflyst.',
        other: '{n} læringsbesøg, du skal være med til, er flyttet eller aflyst.',
      },
      en: {
        one: 'A learning visit that you take part in has been moved or cancelled.',
        other: '{n} learning visits that you take part in have been moved or cancelled.',
      },
    },
  },
  'goal-judged': {
    urgent: false,
    text: {
      da: {
        one: 'Et mål, du har sat, er vurderet efter en runde.',
        other: '{n} mål, du har sat, er vurderet efter en runde.',
      },
      en: {
        one: 'A goal you set has been judged after a round.',
        other: '{n} goals you set have been judged after a round.',
      },
    },
  },
} as const satisfies Readonly<Record<string, Kind>>
