import type { Language } from '../language/language.ts'

/** A sentence for one and a sentence for several; `{n}` is their number. */
interface Counted {
  readonly one: string
  readonly other: string
}

interface Kind {
  /** Mailed at once, whatever the person prefers: a child may be at risk. */
  readonly urgent: boolean
  readonly text: Readonly<Record<Language, Counted>>
}

/**
 * Everything people are told about. The texts name no child, no case and no colleague: they leave the house by e-mail,
 * and may be read on a telephone in a train. Whoever is told opens the thing itself, where permission and log are.
 */
export const notificationKinds = {
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
  'thread-message': {
    urgent: false,
    text: {
      da: { one: 'Der er en ny besked i en sag.', other: 'Der er nye beskeder i {n} sager.' },
      en: { one: 'There is a new message in a case.', other: 'There are new messages in {n} cases.' },
    },
  },
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
  'calibration-invited': {
    urgent: false,
    text: {
      da: {
        one: 'Du er inviteret til en kalibrering: svar på en øvesag før fristen.',
        other: 'Du er inviteret til {n} kalibreringer: svar på øvesagerne før fristen.',
      },
      en: {
        one: 'You are invited to a calibration: answer a training case before it is due.',
        other: 'You are invited to {n} calibrations: answer the training cases before they are due.',
      },
    },
  },
  'calibration-opened': {
    urgent: false,
    text: {
      da: {
        one: 'Svarene i en kalibrering er åbnet; se, hvor I er enige.',
        other: 'Svarene i {n} kalibreringer er åbnet; se, hvor I er enige.',
      },
      en: {
        one: 'The answers of a calibration are open; see where you agree.',
        other: 'The answers of {n} calibrations are open; see where you agree.',
      },
    },
  },
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

export type NotificationKind = keyof typeof notificationKinds

export function isNotificationKind(value: string): value is NotificationKind {
  return Object.hasOwn(notificationKinds, value)
}

/** The sentence that tells of `n` of a kind. `n` is 1 or more. */
export function notificationText(kind: NotificationKind, n: number, language: Language): string {
  const { one, other } = notificationKinds[kind].text[language]
  return n === 1 ? one : other.replace('{n}', String(n))
}
