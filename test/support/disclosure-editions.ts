import * as fc from 'fast-check'
import { analyse } from '../../src/core/analysis/analyse.ts'
import type { PublishedReport } from '../../src/core/disclosure/published-report.ts'
import type { AnswerValue, Programme } from '../../src/core/programme/programme.ts'
import { composeReport } from '../../src/core/report/compose-report.ts'
import type { Figure } from '../../src/core/report/report.ts'
import { smallProgramme } from './small-programme.ts'

/** A round: stages of cases, each a list of answers, one per question. */
export type Round = readonly (readonly (readonly AnswerValue[])[])[]

const both = (text: string) => ({ da: text, en: text })
const template = smallProgramme.stages[0]?.questions[0]

export function programmeOf(questions: readonly number[], smallCell: number): Programme {
  if (template === undefined) throw new Error('no question to copy')
  const { theme: _theme, concerns: _concerns, ...plain } = template
  return {
    ...smallProgramme,
    settings: { ...smallProgramme.settings, smallCell },
    themes: [],
    stages: questions.map((count, stage) => ({
      key: `s${stage}`,
      title: both(`s${stage}`),
      sections: [],
      questions: Array.from({ length: count }, (_, at) => ({
        ...plain,
        key: `s${stage}-${at}`,
        number: `${at}`,
        baseline: true,
      })),
    })),
  }
}

function answersOf(round: string, stages: Round) {
  return stages.flatMap((cases, stage) =>
    cases.flatMap((answers, turn) =>
      answers.map((answer, at) => ({
        round,
        unit: 'A',
        level: 2,
        weight: 1,
        caseId: `${round}-${stage}-${turn}`,
        stage: `s${stage}`,
        question: `s${stage}-${at}`,
        answer,
      })),
    ),
  )
}

export interface Editions {
  readonly open: PublishedReport & { readonly figures: Readonly<Record<string, Figure>> }
  readonly published: PublishedReport & { readonly figures: Readonly<Record<string, Figure>> }
}

/** The internal and the public edition of `rounds.at(-1)`, compared with the round before it, if there is one. */
export function editionsOf(
  programme: Programme,
  rounds: Readonly<Record<string, Round>>,
  released: readonly PublishedReport[] = [],
): Editions {
  const names = Object.keys(rounds)
  const [round = '', baselineRound] = names.toReversed()
  const answers = names.flatMap((name) => answersOf(name, rounds[name] ?? []))
  const analysis = analyse({
    programme,
    round,
    answers,
    ...(baselineRound === undefined ? {} : { baseline: baselineRound }),
  })
  if (!analysis.ok) throw new Error('refused')
  const made = (audience: 'internal' | 'public') => ({
    round,
    baselineRound: baselineRound ?? null,
    figures: composeReport({ analysis: analysis.value, programme, audience, released }).figures,
  })
  return { open: made('internal'), published: made('public') }
}

/** Cases of one stage in which each question has so many answers in the negative, the first cases first. */
export function casesWith(cases: number, no: readonly number[]): Round[number] {
  return Array.from({ length: cases }, (_, turn) =>
    no.map((count): AnswerValue => (turn < count ? 'no' : 'yes')),
  )
}

/** Rounds of so many questions a stage, of 5 to 25 cases each. */
export function roundOf(
  questions: readonly number[],
  answers: fc.Arbitrary<AnswerValue>,
): fc.Arbitrary<Round> {
  return fc.tuple(
    ...questions.map((count) =>
      fc.array(fc.array(answers, { minLength: count, maxLength: count }), { minLength: 5, maxLength: 25 }),
    ),
  )
}
