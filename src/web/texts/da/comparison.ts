import type { Comparison } from '../../../contract/analysis/comparison.ts'
import { formatInteger } from '../../format/numbers.ts'

const n = (count: number) => formatInteger(count, 'da')
type Why = Extract<Comparison['answer'], { readonly state: 'nothing' }>['why']

export const comparison = {
  title: 'Sammenlign',
  question: 'Læg to lukkede runder, enheder, niveauer eller programmer ved siden af hinanden.',
  side: { a: 'A', b: 'B' },
  round: 'Runde',
  level: 'Niveau',
  unit: 'Enhed',
  whole: 'hele kommunen',
  choose: 'vælg en runde',
  levelName: (level: number, title: string) => `${level} ${title}`,
  programmeName: (title: string, version: number) => `${title}, version ${version}`,
  nothing: {
    choose: {
      title: 'Vælg to sider',
      body: 'Vælg en runde under A og en under B. Det kan være den samme runde med to enheder eller to niveauer. Kun lukkede runder kan vælges: deres tal flytter sig ikke mere.',
    },
    alike: {
      title: 'A og B er det samme',
      body: 'Vælg en anden runde, enhed eller et andet niveau på den ene side.',
    },
    'no-answers': {
      title: 'Den ene side har ingen gennemgange',
      body: 'Vælg et andet niveau eller en anden enhed.',
    },
    'nothing-shared': {
      title: 'De to har ingen spørgsmål til fælles',
      body: 'Der sammenlignes kun spørgsmål, som begge stiller ens. Vælg runder, hvis programmer ligner hinanden mere.',
    },
  } satisfies Record<Why, { title: string; body: string }>,
  noRounds: {
    title: 'Ingen lukkede runder',
    body: 'Når en runde er lukket, kan den lægges ved siden af andre.',
  },
  cases: (count: number) => `${n(count)} sagstrin gennemgået`,
  results: 'Åbn resultaterne',
  resultsOf: (name: string) => `Åbn resultaterne: ${name}`,
  chosen: (names: string) =>
    `${names}: sagerne er valgt efter dato, ikke ved lodtrækning. Tallene beskriver kun de gennemgåede sager.`,
  unweighted: (names: string) => `${names}: lodtrækningen kendes ikke, så hver sag tæller lige meget.`,
  leftOut: (unknown: number, wording: number, answer: number) =>
    `Uden for sammenligningen: ${[
      ...(unknown === 0 ? [] : [`${n(unknown)} spørgsmål findes ikke i B`]),
      ...(wording === 0 ? [] : [`${n(wording)} lyder anderledes`]),
      ...(answer === 0
        ? []
        : [`${n(answer)} har en anden svartype, et andet forventet svar eller en anden betingelse`]),
    ].join(', ')}.`,
  unitsNote:
    'To enheder har hver deres sager, familier og opgaver. Tallene siger, om der er forskel, ikke hvorfor, og ikke hvem der er bedst.',
  manyNote:
    'Slår man mange par op, finder man forskelle, der er tilfældige. En forskel, der betyder noget, skal kunne findes igen i næste runde.',
  pairedNote: 'Hvor ens to niveauer svarer i de samme sager, står under resultaterne, Niveauer.',
  overall: 'Alle krav under ét',
  overallNote: 'Andelen af krav i orden i hver sag, som gennemsnit over sagerne.',
  allStages: 'Alle sagstrin',
  byQuestion: 'Spørgsmål for spørgsmål',
  columns: {
    stage: 'Sagstrin',
    question: 'Spørgsmål',
    difference: 'A minus B',
    verdict: 'Forskel',
  },
  asks: (number: string, text: string) => `${number} ${text}`,
  notJudged: 'ikke bedømt',
  exportAs: (format: string) => `Hent som ${format}`,
}
