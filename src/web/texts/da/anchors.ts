import { formatInteger } from '../../format/numbers.ts'

const n = (count: number) => formatInteger(count, 'da')

export const anchors = {
  heading: 'Ankersager',
  intro:
    'Gamle sager, som gennemgås igen i hver runde af en, der ikke har set dem, og som ikke ved, at de er ankersager. De viser, om gennemgåerne er blevet strengere, og tæller ikke med i resultaterne. Rundens fremdrift tæller dem med. Fortæl ikke gennemgåerne, hvilke det er.',
  caption: 'Rundens ankersager',
  case: 'Sag',
  shownAs: (number: string) => `vises som ${number}`,
  unit: 'Enhed',
  here: 'I denne runde',
  level: (level: number) => `Niveau ${level}`,
  outcomes: {
    waiting: 'niveauet er ikke trukket endnu',
    given: 'givet til en gennemgår',
    'no-reviewer': 'ikke givet: alle på niveauet har set den, medvirket i den eller ved, at den er ankersag',
    'law-changed': 'ikke givet: en anden lov gjaldt dengang, og det ville kunne ses',
    'in-this-round': 'ikke givet: den er blandt rundens egne sager',
  },
  reviews: 'Gennemgået',
  nobody: 'ingen',
  waits: 'ikke indsendt',
  changed: (what: string) =>
    `En import har ændret sagen, siden den blev fastfrosset (${what}). Gennemgåeren ser den, som den var.`,
  facts: {
    unit: 'enhed',
    caseworker: 'sagsbehandler',
    started: 'startdag',
    completed: 'slutdag',
    attributes: 'øvrige oplysninger',
    participants: 'medvirkende',
  },
  again: (level: number) => `Prøv igen at give ankersagerne på niveau ${level}`,
  againDone: (given: number, left: number) =>
    left === 0 ? `${n(given)} er givet.` : `${n(given)} er givet, ${n(left)} kan stadig ikke gives.`,
  left: (count: number) =>
    count === 1
      ? '1 ankersag kunne ikke gives til nogen. Giv en ny person rollen, og prøv igen, eller lad den udgå.'
      : `${n(count)} ankersager kunne ikke gives til nogen. Giv en ny person rollen, og prøv igen, eller lad dem udgå.`,
  driftHeading: (level: number, title: string) => `Skred på niveau ${level}, ${title}`,
  notYet: 'Vises, når alle gennemgange på niveauet er indsendt.',
  drift: (change: string, interval: string, compared: number) =>
    `Andelen i orden er i gennemsnit ændret ${change} procentpoint (95 %: ${interval}) på de samme ${n(compared)} sager. Sagerne er uændrede, så en ændring ligger hos gennemgåerne.`,
  question: 'Spørgsmål',
  pairs: 'Sammenlignet',
  stricter: 'Strengere nu',
  milder: 'Mildere nu',
  applicability: 'Kun relevant den ene gang',
  questionsCaption: 'Spørgsmål, der blev besvaret anderledes end sidst',
  noQuestions: 'Alle spørgsmål blev besvaret som sidst.',
}
