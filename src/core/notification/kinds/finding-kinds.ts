import type { Kind } from './kind.ts'

/** Of errors and how they are made good. */
export const findingKinds = {
  'finding-responsible': {
    urgent: false,
    text: {
      da: {
        one: 'Du er ansvarlig for at rette en fejl op.',
        other: 'Du er ansvarlig for at rette {n} fejl op.',
      },
      en: {
        one: 'You are responsible for making an error good.',
        other: 'You are responsible for making {n} errors good.',
      },
    },
  },
  'finding-due': {
    urgent: false,
    text: {
      da: { one: 'En fejl skal være rettet op snart.', other: '{n} fejl skal være rettet op snart.' },
      en: { one: 'An error is to be made good soon.', other: '{n} errors are to be made good soon.' },
    },
  },
  'finding-to-verify': {
    urgent: false,
    text: {
      da: {
        one: 'En fejl er rettet op og venter på at blive kontrolleret.',
        other: '{n} fejl er rettet op og venter på at blive kontrolleret.',
      },
      en: {
        one: 'An error has been made good and waits to be verified.',
        other: '{n} errors have been made good and wait to be verified.',
      },
    },
  },
  'finding-to-approve': {
    urgent: false,
    text: {
      da: {
        one: 'En indstilling om ikke at rette en fejl op venter på dig.',
        other: '{n} indstillinger om ikke at rette fejl op venter på dig.',
      },
      en: {
        one: 'A proposal not to make an error good waits for you.',
        other: '{n} proposals not to make errors good wait for you.',
      },
    },
  },
  'finding-sent-back': {
    urgent: false,
    text: {
      da: {
        one: 'En fejl, du arbejder med, er sendt tilbage til dig.',
        other: '{n} fejl, du arbejder med, er sendt tilbage til dig.',
      },
      en: {
        one: 'An error that you work on has been sent back to you.',
        other: '{n} errors that you work on have been sent back to you.',
      },
    },
  },
  'finding-overdue': {
    urgent: false,
    text: {
      da: { one: 'En fejl skulle have været rettet op.', other: '{n} fejl skulle have været rettet op.' },
      en: {
        one: 'An error should have been made good by now.',
        other: '{n} errors should have been made good by now.',
      },
    },
  },
  'finding-waiting': {
    urgent: false,
    text: {
      da: {
        one: 'Der er fejl, som har ventet i ti arbejdsdage på en plan.',
        other: 'Der er fejl, som har ventet i ti arbejdsdage på en plan, i {n} beskeder.',
      },
      en: {
        one: 'There are errors that have waited ten working days for a plan.',
        other: 'There are errors that have waited ten working days for a plan, in {n} messages.',
      },
    },
  },
} as const satisfies Readonly<Record<string, Kind>>
