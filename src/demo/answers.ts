import { isCompliant } from '../core/programme/compliant.ts'
import type { AnswerValue, Question, Stage } from '../core/programme/programme.ts'
import { chance } from './chance.ts'
import type { DemoCaseStage } from './casework.ts'

/** How often a level misses an error, and how often it sees one that is not there. Levels 3 and 4 know the law best. */
const misses = [0, 0.3, 0.16, 0.07, 0.03]
const invents = [0, 0.03, 0.04, 0.03, 0.02]

/** What the file of one case stage really shows, question by question; reviewers see it more or less well. */
export function trueAnswers(
  work: DemoCaseStage,
  stage: Stage,
  roundNumber: number,
): ReadonlyMap<string, AnswerValue> {
  const stream = chance(`truth ${work.caseId}`)
  // Some files are better kept than others.
  const file = work.unit.strength + (stream.next() - 0.5) * 1.6
  const answers = new Map<string, AnswerValue>()
  for (const question of stage.questions) {
    const draw = stream.next()
    const applicable = stream.next() >= notApplicable(question)
    const compliant = draw < 1 / (1 + Math.exp(-(quality(question, roundNumber) + file)))
    answers.set(question.key, applicable ? answer(question, compliant) : 'na')
  }
  return answers
}

/** What a reviewer of a level answers who reads that file. */
export function reviewAnswer(
  question: Question,
  truth: AnswerValue,
  level: number,
  caseId: string,
  reader: 'reviewer' | 'second reviewer' = 'reviewer',
): AnswerValue {
  if (truth === 'na') return 'na'
  const stream = chance(`${reader} ${level} ${caseId} ${question.key}`)
  const compliant = isCompliant(question, truth) ?? truth === 'no'
  const wrong = stream.next() < ((compliant ? invents[level] : misses[level]) ?? 0)
  if (question.escalates) return truth
  return answer(question, wrong ? !compliant : compliant)
}

function answer(question: Question, compliant: boolean): AnswerValue {
  const expected = question.expected ?? 'yes'
  if (compliant) return expected
  return expected === 'yes' ? 'no' : 'yes'
}

/** In log-odds. Each question has its own level and its own course over the rounds; a few get worse. */
function quality(question: Question, roundNumber: number): number {
  if (question.escalates) return 6
  const own = chance(`question ${question.key}`)
  const base = -0.2 + own.next() * 3
  const gain = -0.1 + own.next() * 0.35
  return base + gain * roundNumber
}

/** Questions that begin with a condition ("Hvis ...") are often not applicable. */
function notApplicable(question: Question): number {
  if (/^(Hvis|Har barnet i forvejen|Er der en sikkerhedsplan)/.test(question.text.da)) return 0.6
  return question.baseline ? 0.04 : 0.12
}
