import type { Kind } from './kind.ts'

/** Of feedback to caseworkers and their disputes. */
export const feedbackKinds = {
  'feedback-ready': {
    urgent: false,
    text: {
      da: {
        one: 'Der er tilbagemelding til dig på en af dine sager.',
        other: 'Der er tilbagemelding til dig på {n} af dine sager.',
      },
      en: {
        one: 'There is feedback for you on one of your cases.',
        other: 'There is feedback for you on {n} of your cases.',
      },
    },
  },
  'feedback-disputed': {
    urgent: false,
    text: {
      da: {
        one: 'En medarbejder er uenig i en tilbagemelding.',
        other: 'Medarbejdere er uenige i {n} tilbagemeldinger.',
      },
      en: { one: 'A caseworker disputes feedback.', other: 'Caseworkers dispute feedback in {n} cases.' },
    },
  },
  'feedback-overdue': {
    urgent: false,
    text: {
      da: {
        one: 'En uenighed om en tilbagemelding er ikke besvaret til tiden.',
        other: '{n} uenigheder om tilbagemeldinger er ikke besvaret til tiden.',
      },
      en: {
        one: 'A dispute over feedback has not been answered in time.',
        other: '{n} disputes over feedback have not been answered in time.',
      },
    },
  },
  'feedback-answered': {
    urgent: false,
    text: {
      da: {
        one: 'Der er svar på, at du var uenig i en tilbagemelding.',
        other: 'Der er svar på, at du var uenig i {n} tilbagemeldinger.',
      },
      en: {
        one: 'Feedback that you disputed has been answered.',
        other: 'Feedback that you disputed in {n} cases has been answered.',
      },
    },
  },
  'feedback-correction': {
    urgent: false,
    text: {
      da: {
        one: 'En leder beder om, at en gennemgang bliver rettet.',
        other: 'Ledere beder om, at {n} gennemgange bliver rettet.',
      },
      en: {
        one: 'A leader asks for a review to be corrected.',
        other: 'Leaders ask for {n} reviews to be corrected.',
      },
    },
  },
} as const satisfies Readonly<Record<string, Kind>>
