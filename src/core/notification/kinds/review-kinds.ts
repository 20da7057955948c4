import type { Kind } from './kind.ts'

/** Of reviews to do, their days, and what others did to them. */
export const reviewKinds = {
  'review-assigned': {
    urgent: false,
    text: {
      da: { one: 'Du har fået en sag til gennemgang.', other: 'Du har fået {n} sager til gennemgang.' },
      en: { one: 'You have been given a case to review.', other: 'You have been given {n} cases to review.' },
    },
  },
  'review-taken': {
    urgent: false,
    text: {
      da: {
        one: 'En sag, du skulle gennemgå, er givet videre.',
        other: '{n} sager, du skulle gennemgå, er givet videre.',
      },
      en: {
        one: 'A case you were to review has been passed on.',
        other: '{n} cases you were to review have been passed on.',
      },
    },
  },
  'review-due': {
    urgent: false,
    text: {
      da: { one: 'En gennemgang skal være færdig snart.', other: '{n} gennemgange skal være færdige snart.' },
      en: { one: 'A review is due soon.', other: '{n} reviews are due soon.' },
    },
  },
  'review-overdue': {
    urgent: false,
    text: {
      da: {
        one: 'En gennemgang skulle have været færdig.',
        other: '{n} gennemgange skulle have været færdige.',
      },
      en: { one: 'A review is overdue.', other: '{n} reviews are overdue.' },
    },
  },
  'review-unassigned': {
    urgent: false,
    text: {
      da: {
        one: 'En gennemgang mangler en tilsynsførende.',
        other: '{n} gennemgange mangler en tilsynsførende.',
      },
      en: { one: 'A review has no reviewer.', other: '{n} reviews have no reviewer.' },
    },
  },
  'review-returned': {
    urgent: false,
    text: {
      da: {
        one: 'En gennemgang er sendt tilbage til dig, så den kan rettes.',
        other: '{n} gennemgange er sendt tilbage til dig, så de kan rettes.',
      },
      en: {
        one: 'A review has been returned to you for correction.',
        other: '{n} reviews have been returned to you for correction.',
      },
    },
  },
  'review-reopened': {
    urgent: false,
    text: {
      da: { one: 'En gennemgang er åbnet igen.', other: '{n} gennemgange er åbnet igen.' },
      en: { one: 'A review has been reopened.', other: '{n} reviews have been reopened.' },
    },
  },
  'review-resubmitted': {
    urgent: false,
    text: {
      da: {
        one: 'En gennemgang, I er to om, er rettet og indsendt igen af den anden.',
        other: '{n} gennemgange, I er to om, er rettet og indsendt igen af den anden.',
      },
      en: {
        one: 'A review that two of you share has been corrected and submitted again by the other.',
        other: '{n} reviews that two of you share have been corrected and submitted again by the other.',
      },
    },
  },
  'review-written-off': {
    urgent: false,
    text: {
      da: {
        one: 'En gennemgang, du havde fået, skal ikke gøres færdig.',
        other: '{n} gennemgange, du havde fået, skal ikke gøres færdige.',
      },
      en: {
        one: 'A review you were given need not be finished.',
        other: '{n} reviews you were given need not be finished.',
      },
    },
  },
  'merge-ready': {
    urgent: false,
    text: {
      da: {
        one: 'I har begge svaret i en sag; nu skal svarene samles.',
        other: 'I har begge svaret i {n} sager; nu skal svarene samles.',
      },
      en: {
        one: 'Both of you have answered in a case; the answers are to be merged now.',
        other: 'Both of you have answered in {n} cases; the answers are to be merged now.',
      },
    },
  },
} as const satisfies Readonly<Record<string, Kind>>
