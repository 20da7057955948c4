import { plural } from '../../../core/language/plural.ts'
import { formatInteger } from '../../format/numbers.ts'
import type { comparison as danish } from '../da/comparison.ts'

const n = (count: number) => formatInteger(count, 'en')

export const comparison: typeof danish = {
  title: 'Compare',
  question: 'Lay two closed rounds, units, levels or programmes beside each other.',
  side: { a: 'A', b: 'B' },
  round: 'Round',
  level: 'Level',
  unit: 'Unit',
  whole: 'the whole municipality',
  choose: 'choose a round',
  levelName: (level, title) => `${level} ${title}`,
  programmeName: (title, version) => `${title}, version ${version}`,
  nothing: {
    choose: {
      title: 'Choose two sides',
      body: 'Choose a round under A and one under B. It may be the same round with two units or two levels. Only closed rounds can be chosen: their numbers move no more.',
    },
    alike: {
      title: 'A and B are the same',
      body: 'Choose another round, unit or level on one of the sides.',
    },
    'no-answers': {
      title: 'One of the sides has no reviews',
      body: 'Choose another level or unit.',
    },
    'nothing-shared': {
      title: 'The two have no questions in common',
      body: 'Only questions that both ask alike are compared. Choose rounds whose programmes are more alike.',
    },
  },
  noRounds: {
    title: 'No closed rounds',
    body: 'Once a round is closed, it can be laid beside others.',
  },
  cases: (count) => `${n(count)} ${plural('en', count, 'case stage', 'case stages')} reviewed`,
  results: 'Open the results',
  resultsOf: (name) => `Open the results: ${name}`,
  chosen: (names) =>
    `${names}: the cases were chosen by date, not by lot. The figures describe the reviewed cases only.`,
  unweighted: (names) => `${names}: the draw is not known, so every case counts the same.`,
  leftOut: (unknown, wording, answer) =>
    `Not compared: ${[
      ...(unknown === 0
        ? []
        : [`${n(unknown)} ${plural('en', unknown, 'question is', 'questions are')} not in B`]),
      ...(wording === 0 ? [] : [`${n(wording)} worded differently`]),
      ...(answer === 0 ? [] : [`${n(answer)} with another answer type, expected answer or condition`]),
    ].join(', ')}.`,
  unitsNote:
    'Two units have cases, families and tasks of their own. The numbers say whether there is a difference, not why, and not who is best.',
  manyNote:
    'Whoever looks up many pairs finds differences that are chance. One that means something must be found again in the next round.',
  pairedNote: 'How alike two levels answer in the same cases stands under the results, Levels.',
  overall: 'All requirements together',
  overallNote: 'The share of requirements met in each case, as a mean over the cases.',
  allStages: 'All stages',
  byQuestion: 'Question by question',
  columns: {
    stage: 'Stage',
    question: 'Question',
    difference: 'A minus B',
    verdict: 'Difference',
  },
  asks: (number, text) => `${number} ${text}`,
  notJudged: 'not judged',
  exportAs: (format) => `Download as ${format}`,
}
