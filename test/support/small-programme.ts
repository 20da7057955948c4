import * as fc from 'fast-check'
import type { AnswerValue, Programme, Question } from '../../src/core/programme/programme.ts'
import type { Answer } from '../../src/core/review/answer.ts'

const both = (text: string) => ({ da: text, en: text })

function question(key: string, number: string, rest: Partial<Question> = {}): Question {
  return {
    key,
    number,
    section: 1,
    text: both(key),
    legal: [],
    legalConfidence: 'memory',
    answerType: 'yes-no',
    expected: 'yes',
    baseline: true,
    escalates: false,
    headline: false,
    ...rest,
  }
}

const selection = { kind: 'census' } as const
const level = {
  title: both('level'),
  selection,
  eligibility: [],
  reviewers: [],
  together: false,
  minutes: 30,
}

/** For tests: two stages, three levels, and a question of each kind that compliance treats differently. */
export const smallProgramme: Programme = {
  key: 'small',
  version: 1,
  title: both('small'),
  settings: { saturdayCounts: true, smallCell: 3 },
  laws: [],
  themes: [{ key: 'consent', title: both('consent') }],
  stages: [
    {
      key: 'first',
      title: both('First'),
      sections: [],
      questions: [
        question('F-1', '1', { theme: 'consent', concerns: 'child' }),
        question('F-2', '2', { expected: 'no' }),
        question('F-3', '3', { escalates: true, expected: 'no', baseline: false }),
        question('F-4', '4', { baseline: false, askedWhen: { question: 'F-1', answered: ['no'] } }),
      ],
    },
    {
      key: 'second',
      title: both('Second'),
      sections: [],
      questions: [question('S-1', '1'), question('S-2', '2', { baseline: false })],
    },
  ],
  levels: [
    { ...level, level: 1, comparison: false },
    { ...level, level: 2, from: 1, comparison: true },
    { ...level, level: 3, from: 2, comparison: false },
  ],
}

const questionsOf = new Map(
  smallProgramme.stages.map((stage) => [stage.key, stage.questions.map(({ key }) => key)] as const),
)

/** One review of a case: its answers in the order of the stage's questions. */
export function review(
  caseId: string,
  answers: readonly AnswerValue[],
  rest: Partial<Pick<Answer, 'round' | 'level' | 'unit' | 'weight' | 'stage'>> = {},
): readonly Answer[] {
  const stage = rest.stage ?? 'first'
  return answers.map((answer, at) => ({
    round: 'now',
    unit: 'A',
    level: 2,
    weight: 1,
    ...rest,
    caseId,
    stage,
    question: questionsOf.get(stage)?.[at] ?? '',
    answer,
  }))
}

/** Answers of any number of reviews, at least one per round at level 2; a case keeps its unit and weight. */
export function anyAnswers(rounds: readonly string[], weights: readonly number[] = [1, 2.5]) {
  const value = fc.constantFrom<AnswerValue>('yes', 'no', 'na')
  const seen = fc.record({
    stage: fc.constantFrom('first', 'second'),
    unit: fc.constantFrom('A', 'B'),
    weight: fc.constantFrom(...weights),
    levels: fc.constantFrom([2], [1, 2], [1, 2, 3], [1]),
    answers: fc.array(value, { minLength: 12, maxLength: 12 }),
  })
  const ofRound = (round: string) =>
    fc.array(seen, { minLength: 1, maxLength: 40 }).map((cases) =>
      [{ ...cases[0], levels: [2] }, ...cases.slice(1)].flatMap(
        ({ stage, unit, weight, levels, answers }, at) =>
          (levels ?? []).flatMap((reviewed, turn) => {
            const count = questionsOf.get(stage ?? 'first')?.length ?? 0
            return review(`${round}-${at}`, (answers ?? []).slice(turn, turn + count), {
              round,
              level: reviewed,
              ...(stage === undefined ? {} : { stage }),
              ...(unit === undefined ? {} : { unit }),
              ...(weight === undefined ? {} : { weight }),
            })
          }),
      ),
    )
  return fc.tuple(...rounds.map(ofRound)).map((all) => all.flat())
}
