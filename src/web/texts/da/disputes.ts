import type { DisputeOutcome } from '../../../core/review/feedback.ts'

export const disputes = {
  title: 'Uenighed om tilbagemeldinger',
  correctionsTitle: 'Ønsker om rettelse',
  question: 'Hvad er sagsbehandlerne uenige i, og hvad bliver svaret?',
  none: 'Ingen uenighed venter',
  noneBody: 'Når en medarbejder er uenig i et punkt i en tilbagemelding, står det her, og du får besked.',
  noCorrections: 'Ingen ønsker om rettelse',
  noCorrectionsBody:
    'Når en leder giver en medarbejder ret, står det her, så gennemgangen kan sendes tilbage.',
  openHeading: 'Venter på svar',
  endedHeading: 'Besvaret',
  where: (caseId: string, stage: string, unit: string) => `Sag ${caseId}, ${stage}, ${unit}`,
  dueOn: (day: string) => `svar senest ${day}`,
  overdueSince: (day: string) => `skulle være besvaret senest ${day}`,
  review: 'Gennemgangen',
  noComment: 'Ikke i orden; ingen bemærkning.',
  by: (name: string, day: string) => `${name}, ${day}`,
  outcomes: {
    upheld: 'Fastholdt',
    changed: 'Medhold: rettelse ønsket',
  } satisfies Record<DisputeOutcome, string>,
  roundClosed: 'Runden er lukket, så gennemgangen kan ikke rettes. Svaret står ved siden af den.',
  toReview: (caseId: string) => `Åbn gennemgangen af sag ${caseId}`,
  closedToMe: {
    'own-case': 'Du har selv medvirket i sagen, så en anden svarer.',
    'own-review': 'Du har selv gennemgået sagen, så en anden svarer.',
  },
  answer: 'Svar',
  answerNamed: (number: string, caseId: string) => `Svar på punkt ${number} i sag ${caseId}`,
  how: 'Hvad svarer du?',
  choose: 'Vælg et svar.',
  choices: {
    upheld: 'Gennemgangen står ved magt',
    changed: 'Medarbejderen har ret; bed om, at gennemgangen bliver rettet',
  } satisfies Record<DisputeOutcome, string>,
  words: 'Din begrundelse',
  wordsHint: 'Medarbejderen læser den. Skriv ikke navne eller CPR-numre.',
  wordsMissing: 'Skriv en begrundelse.',
  send: 'Send svaret',
  cancel: 'Annullér',
  answered: {
    upheld: 'Svaret er sendt til medarbejderen.',
    changed: 'Svaret er sendt, og de, der leder tilsynet, er bedt om at få gennemgangen rettet.',
  } satisfies Record<DisputeOutcome, string>,
}
