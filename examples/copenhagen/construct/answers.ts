import type { AnswerValue, Question } from '../../../src/core/programme/programme.ts'
import type { ConstructedCase } from './cases.ts'
import { fractionOf } from './fraction-of.ts'
import { get, type PublishedShare } from './published-shares.ts'
import type { Sources } from './sources.ts'
import { countOf, targetOf } from './targets.ts'

/** One level's answers to one question, by case; null: not applicable. */
type Judged = ReadonlyMap<ConstructedCase, boolean | null>

interface QuestionOfRound {
  readonly sources: Sources
  readonly shares: readonly PublishedShare[]
  readonly round: string
  readonly question: Question
  readonly stage: string
  /** The stage's cases. */
  readonly cases: readonly ConstructedCase[]
}

/** Level 2 is made to its figures first; the others follow it, but for what is published about them. */
export function judgeQuestion(
  item: QuestionOfRound,
  cases: Readonly<Record<string, number>>,
): ReadonlyMap<number, Judged> {
  const second = judgeLevel2(item, cases)
  return new Map([
    [1, judgeLevel1(item, second)],
    [2, second],
    [3, judgeUpper(item, 3, second)],
    [4, judgeUpper(item, 4, second)],
  ])
}

export function answerOf(question: Question, complies: boolean | null): AnswerValue {
  if (complies === null) return 'na'
  const expected = question.expected ?? 'yes'
  return complies ? expected : expected === 'yes' ? 'no' : 'yes'
}

function judgeLevel2(item: QuestionOfRound, sizes: Readonly<Record<string, number>>): Judged {
  const { sources, shares, round, question } = item
  const cases = atLeast(item, 2)
  if (question.escalates) {
    const alarms = get(sources.choices.alarms, round)
    return choose(item, cases, cases.length - alarms)
  }
  const { applicable, compliant } = targetOf(sources, shares, round, question, sizes)
  // What did not apply lies outside the levels above, whose figures are made of all their cases; the duty unit first.
  const dispensable = [...cases].sort(
    (a, b) =>
      a.highestLevel - b.highestLevel ||
      Number(b.unit === 'Døgnvagten') - Number(a.unit === 'Døgnvagten') ||
      fractionOf('na', question.key, a.caseId) - fractionOf('na', question.key, b.caseId),
  )
  const without = new Set(dispensable.slice(0, cases.length - applicable))
  const asked = cases.filter((candidate) => !without.has(candidate))
  const judged = chooseInBlocks(item, 2, asked, compliant)
  return new Map(cases.map((candidate) => [candidate, judged.get(candidate) ?? null]))
}

/** Levels 3 and 4 mostly agree with level 2, and are rather stricter than milder. */
function judgeUpper(item: QuestionOfRound, level: 3 | 4, second: Judged): Judged {
  const { question, shares, round } = item
  const cases = atLeast(item, level)
  const share = shares.find(
    (row) => row.round === round && row.level === level && row.question === question.key,
  )
  if (share !== undefined) return chooseInBlocks(item, level, cases, countOf(share.percent, cases.length))
  if (seenByAll(item, level) !== undefined && level === 4) return chooseInBlocks(item, level, cases, 0)
  return new Map(
    cases.map((candidate) => {
      const before = second.get(candidate) ?? null
      const draw = fractionOf('upper', level, question.key, candidate.caseId)
      if (before === null || question.escalates) return [candidate, before]
      return [candidate, before ? draw >= 0.05 : draw < 0.03]
    }),
  )
}

/** Level 1 is milder; its further cases resemble those that level 2 saw. */
function judgeLevel1(item: QuestionOfRound, second: Judged): Judged {
  const { sources, shares, round, question } = item
  const cases = atLeast(item, 1)
  const share = shares.find((row) => row.round === round && row.level === 1 && row.question === question.key)
  if (share !== undefined) return choose(item, cases, countOf(share.percent, cases.length))
  const { leniency } = get(sources.choices.samples, round)
  const seen = [...second.values()].filter((complies) => complies !== null)
  const rate = seen.length === 0 ? 0.8 : seen.filter(Boolean).length / seen.length
  const published = seenByAll(item, 1)
  const known = published === undefined ? undefined : choose(item, atLeast(item, 4), published)
  const milder = (complies: boolean, candidate: ConstructedCase) =>
    complies || fractionOf('milder', question.key, candidate.caseId) < (question.escalates ? 0 : leniency)
  const rarely = question.baseline || question.escalates ? 0 : 0.03
  return new Map(
    cases.map((candidate) => {
      const fixed = known?.get(candidate)
      if (fixed !== undefined) return [candidate, fixed]
      const before = second.get(candidate)
      if (before !== undefined) return [candidate, before === null ? null : milder(before, candidate)]
      const draw = fractionOf('applies', question.key, candidate.caseId)
      const conditional = /^Hvis\b/u.test(question.text.da) ? 0.6 : rarely
      if (draw < conditional) return [candidate, null]
      return [candidate, milder(score(item, candidate) > quantile(1 - rate), candidate)]
    }),
  )
}

/** Chooses so many compliant cases, with the published number among the cases that all four levels saw. */
function chooseInBlocks(
  item: QuestionOfRound,
  level: 2 | 3 | 4,
  cases: readonly ConstructedCase[],
  compliant: number,
): Judged {
  const published = seenByAll(item, level)
  if (published === undefined) return choose(item, cases, compliant)
  const inside = cases.filter((candidate) => candidate.highestLevel === 4)
  const outside = cases.filter((candidate) => candidate.highestLevel < 4)
  return new Map([
    ...choose(item, inside, published),
    ...choose(item, outside, Math.max(0, compliant - published)),
  ])
}

/** Compliant cases at a level among those that all four saw, where it is published. */
function seenByAll(
  { sources, round, question, stage }: QuestionOfRound,
  level: 1 | 2 | 3 | 4,
): number | undefined {
  if (round !== '2018q2' || sources.choices.questions.consent[stage] !== question.key) return undefined
  return sources.published.consent_all_levels_2018q2.find((row) => row.stage === stage)?.[`level${level}`]
}

/** The best cases comply: levels that judge by the same order agree wherever their counts let them. */
function choose(item: QuestionOfRound, cases: readonly ConstructedCase[], compliant: number): Judged {
  const ranked = [...cases].sort((a, b) => score(item, b) - score(item, a))
  return new Map(ranked.map((candidate, at) => [candidate, at < compliant]))
}

/** Half the quality of the case, half chance: answers of one case resemble each other. */
function score({ question }: QuestionOfRound, { caseId }: ConstructedCase): number {
  return (fractionOf('quality', caseId) + fractionOf('answer', question.key, caseId)) / 2
}

/** Quantile of the mean of two independent uniform numbers (triangular distribution). */
function quantile(p: number): number {
  return p < 0.5 ? Math.sqrt(p / 2) : 1 - Math.sqrt((1 - p) / 2)
}

function atLeast({ cases }: QuestionOfRound, level: number): readonly ConstructedCase[] {
  return cases.filter((candidate) => candidate.highestLevel >= level)
}
