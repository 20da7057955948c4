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
      da: {
        one: 'Du har snart frist for at rette en fejl op.',
        other: 'Du har snart frist for at rette {n} fejl op.',
      },
      en: {
        one: 'An error that you are to make good is due soon.',
        other: '{n} errors that you are to make good are due soon.',
      },
    },
  },
  'finding-to-verify': {
    urgent: false,
    text: {
      da: {
        one: 'En fejl er rettet op; du kan kontrollere den.',
        other: '{n} fejl er rettet op; du kan kontrollere dem.',
      },
      en: {
        one: 'An error has been made good; you can verify it.',
        other: '{n} errors have been made good; you can verify them.',
      },
    },
  },
  'finding-to-approve': {
    urgent: false,
    text: {
      da: {
        one: 'En indstilling om ikke at rette en fejl op venter på dit ja eller nej.',
        other: '{n} indstillinger om ikke at rette fejl op venter på dit ja eller nej.',
      },
      en: {
        one: 'A proposal not to make an error good waits for your yes or no.',
        other: '{n} proposals not to make errors good wait for your yes or no.',
      },
    },
  },
  'finding-sent-back': {
    urgent: false,
    text: {
      da: {
        one: 'En fejl, du har haft, kunne ikke lukkes og er sendt tilbage til dig.',
        other: '{n} fejl, du har haft, kunne ikke lukkes og er sendt tilbage til dig.',
      },
      en: {
        one: 'An error that you had could not be closed and has been sent back to you.',
        other: '{n} errors that you had could not be closed and have been sent back to you.',
      },
    },
  },
  'finding-overdue': {
    urgent: false,
    text: {
      da: { one: 'En fejl er ikke rettet op til tiden.', other: '{n} fejl er ikke rettet op til tiden.' },
      en: {
        one: 'An error has not been made good in time.',
        other: '{n} errors have not been made good in time.',
      },
    },
  },
  'finding-unverified': {
    urgent: false,
    text: {
      da: {
        one: 'En fejl, der er rettet op, er ikke kontrolleret til tiden.',
        other: '{n} fejl, der er rettet op, er ikke kontrolleret til tiden.',
      },
      en: {
        one: 'An error that was made good has not been verified in time.',
        other: '{n} errors that were made good have not been verified in time.',
      },
    },
  },
  'finding-waiting': {
    urgent: false,
    text: {
      da: {
        one: 'Fejl i en enhed har ventet ti arbejdsdage på en plan.',
        other: 'Fejl har ventet ti arbejdsdage på en plan ({n} beskeder om det).',
      },
      en: {
        one: 'Errors at a unit have waited ten working days for a plan.',
        other: 'Errors have waited ten working days for a plan ({n} messages about it).',
      },
    },
  },
} as const satisfies Readonly<Record<string, Kind>>
