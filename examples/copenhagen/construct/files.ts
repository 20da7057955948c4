import { answerOf, judgeQuestion } from './answers.ts'
import { listCases, type ConstructedCase } from './cases.ts'
import type { AnswerValue, Question } from '../../../src/core/programme/programme.ts'
import { fractionOf } from './fraction-of.ts'
import { get, listPublishedShares } from './published-shares.ts'
import type { Sources } from './sources.ts'

export interface ConstructedFile {
  readonly name: string
  readonly text: string
}

const danish = { yes: 'ja', no: 'nej', na: 'ikke_relevant' } as const

/** All files of the example: per round the answers of its levels and the case stages they are about. */
export function constructFiles(sources: Sources): readonly ConstructedFile[] {
  return Object.keys(sources.choices.samples).flatMap((round) => {
    const cases = listCases(sources, round)
    return [
      { name: `answers-${round}.csv`, text: answersFile(sources, round, cases) },
      { name: `frame-${round}.csv`, text: frameFile(cases) },
    ]
  })
}

function answersFile(sources: Sources, round: string, cases: readonly ConstructedCase[]): string {
  const shares = listPublishedShares(sources)
  const lines = ['round;case_id;stage;unit;level;question;answer']
  const sample = get(sources.choices.samples, round)
  const levels = sample.level1 === undefined ? [2] : [1, 2, 3, 4]
  for (const stage of sources.programme.stages) {
    const sizes = sizesOf(sources, stage.key)
    const ofStage = cases.filter((candidate) => candidate.stage === stage.key)
    const judged = stage.questions.map((question) => ({
      question,
      levels: judgeQuestion({ sources, shares, round, question, stage: stage.key, cases: ofStage }, sizes),
    }))
    for (const level of levels) {
      for (const candidate of ofStage.filter((row) => row.highestLevel >= level)) {
        const given = new Map<string, AnswerValue>()
        for (const { question, levels: byLevel } of judged) {
          const judgement = byLevel.get(level)?.get(candidate) ?? null
          given.set(question.key, answerWithin(question, candidate, judgement, given))
        }
        const { caseId, unit } = candidate
        for (const [key, answer] of given)
          lines.push(`${round};${caseId};${stage.key};${unit};${level};${key};${danish[answer]}`)
      }
    }
  }
  return `${lines.join('\n')}\n`
}

/**
 * A question that another answer keeps away is not applicable, and one that it calls for is answered: the level's own
 * answers must not contradict each other. No figure is published for such a question, so none stands against it.
 */
function answerWithin(
  question: Question,
  { caseId }: ConstructedCase,
  judgement: boolean | null,
  given: ReadonlyMap<string, AnswerValue>,
): AnswerValue {
  if (question.askedWhen === undefined) return answerOf(question, judgement)
  const before = given.get(question.askedWhen.question)
  if (before === undefined || !question.askedWhen.answered.includes(before)) return 'na'
  return answerOf(question, judgement ?? fractionOf('called for', question.key, caseId) < 0.7)
}

/** Level 2's cases of a stage in each round. */
function sizesOf({ choices, programme }: Sources, stage: string): Readonly<Record<string, number>> {
  const at = programme.stages.findIndex(({ key }) => key === stage)
  return Object.fromEntries(
    Object.entries(choices.samples).map(([round, { level2 }]) => [
      round,
      Object.values(level2).reduce((sum, counts) => sum + (counts[at] ?? 0), 0),
    ]),
  )
}

function frameFile(cases: readonly ConstructedCase[]): string {
  const rows = cases.map(({ caseId, stage, unit, caseworker, started, completed }) =>
    [caseId, stage, unit, caseworker, started, completed].join(';'),
  )
  return `${['case_id;stage;unit;caseworker;started;completed', ...rows].join('\n')}\n`
}
