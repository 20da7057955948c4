import type { Kind } from './kind.ts'

/** Of reports on their way and released. The texts name neither round nor what is in the report. */
export const reportKinds = {
  'report-released': {
    urgent: false,
    text: {
      da: { one: 'En rapport er udgivet.', other: '{n} rapporter er udgivet.' },
      en: { one: 'A report has been released.', other: '{n} reports have been released.' },
    },
  },
  'report-corrected': {
    urgent: false,
    text: {
      da: {
        one: 'En udgivet rapport er rettet; rettelsen er udgivet.',
        other: '{n} udgivne rapporter er rettet; rettelserne er udgivet.',
      },
      en: {
        one: 'A released report has been corrected; the correction is released.',
        other: '{n} released reports have been corrected; the corrections are released.',
      },
    },
  },
  'report-sent-back': {
    urgent: false,
    text: {
      da: {
        one: 'En rapport, du har skrevet på, er sendt tilbage.',
        other: '{n} rapporter, du har skrevet på, er sendt tilbage.',
      },
      en: {
        one: 'A report that you have worked on was sent back.',
        other: '{n} reports that you have worked on were sent back.',
      },
    },
  },
} as const satisfies Readonly<Record<string, Kind>>
