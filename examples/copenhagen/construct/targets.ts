import { countsGiving } from '../../../src/core/analysis/figures/counts-giving.ts'
import type { Question } from '../../../src/core/programme/programme.ts'
import { fractionOf } from './fraction-of.ts'
import { get, type PublishedShare } from './published-shares.ts'
import type { Sources } from './sources.ts'

/** How many of a stage's level-2 cases the question applied to, and how many of those complied. */
export interface Target {
  readonly applicable: number
  readonly compliant: number
}

/** The compliant count at level 2 in one round, from the published figure or, without one, from our choices. */
export function targetOf(
  sources: Sources,
  shares: readonly PublishedShare[],
  round: string,
  question: Question,
  cases: Readonly<Record<string, number>>,
): Target {
  if (round === '2017q4') return between(sources, shares, question, cases)
  const applicable = applicableOf(sources, shares, round, question, get(cases, round))
  const percent = percentOf(shares, round, question)
  if (percent !== undefined) return { applicable, compliant: countOf(percent, applicable) }
  return {
    applicable,
    compliant: Math.round(shareOf(sources, shares, round, question, cases, applicable) * applicable),
  }
}

/** The count that is printed as a percentage; the largest if several are. */
export function countOf(percent: number, of: number): number {
  const count = countsGiving(percent, of).at(-1)
  if (count === undefined) throw new Error(`${percent} % cannot come from ${of} cases`)
  return count.x
}

function percentOf(shares: readonly PublishedShare[], round: string, question: Question): number | undefined {
  return shares.find((share) => share.round === round && share.level === 2 && share.question === question.key)
    ?.percent
}

function applicableOf(
  { choices }: Sources,
  shares: readonly PublishedShare[],
  round: string,
  question: Question,
  cases: number,
): number {
  const known = choices.applicable[round]?.[question.key]
  if (known !== undefined) return known
  // "Hvis ..." asks about a minority of cases; few other questions of the annex always apply.
  if (question.baseline || shares.some((share) => share.question === question.key)) return cases
  if (/^Hvis\b/u.test(question.text.da)) return Math.round(cases * 0.4)
  return cases - Math.floor(3 * fractionOf('applicable', round, question.key))
}

/** Shares that nobody published: high where the papers praise, moved as `moved` says, clear of the other round's. */
function shareOf(
  sources: Sources,
  shares: readonly PublishedShare[],
  round: string,
  question: Question,
  cases: Readonly<Record<string, number>>,
  applicable: number,
): number {
  const { held, decline, unchanged } = sources.choices.moved
  if (held.includes(question.key)) return 1
  const same = unchanged[question.key]
  if (same !== undefined) return same[0] / same[1]
  const other = round === '2017q3' ? '2018q2' : '2017q3'
  const printed = percentOf(shares, other, question)
  const falls = decline.includes(question.key)
  const rising = falls ? -1 : 1
  const direction = round === '2018q2' ? rising : -rising
  const step = (falls ? 0.07 : 0.08) + 0.12 * fractionOf('step', question.key)
  if (printed !== undefined) {
    const otherTarget = countOf(printed, applicableOf(sources, shares, other, question, get(cases, other)))
    const otherShare = otherTarget / applicableOf(sources, shares, other, question, get(cases, other))
    return within(otherShare + direction * Math.max(step, 1.2 / applicable))
  }
  const first = falls
    ? 0.84 + 0.12 * fractionOf('first', question.key)
    : 0.62 + 0.2 * fractionOf('first', question.key)
  return round === '2017q3' ? first : within(first + rising * Math.max(step, 1.6 / applicable))
}

/** The second round lies half way: only its cases are published. */
function between(
  sources: Sources,
  shares: readonly PublishedShare[],
  question: Question,
  cases: Readonly<Record<string, number>>,
): Target {
  const [first, last] = (['2017q3', '2018q2'] as const).map((round) => {
    const { applicable, compliant } = targetOf(sources, shares, round, question, cases)
    return compliant / applicable
  })
  const applicable = applicableOf(sources, shares, '2017q4', question, get(cases, '2017q4'))
  return { applicable, compliant: Math.round((((first ?? 0) + (last ?? 0)) / 2) * applicable) }
}

function within(share: number): number {
  return Math.min(1, Math.max(0, share))
}
