import type { Analysis, Interval, Proportion } from '../../src/core/analysis/analysis.ts'
import type { Truth } from './truth.ts'

/** One published interval: what it is called in the table, whether it held the truth, and how wide it is. */
export interface Scored {
  readonly what: string
  readonly holds: boolean
  readonly width: number
}

/** Every interval of an analysis against the truth. Themes repeat those of their questions. */
export function score(analysis: Analysis, now: Truth, before: Truth): readonly Scored[] {
  const scored: Scored[] = []
  const add = (what: string, interval: Interval | null, truth: number): void => {
    if (interval === null || Number.isNaN(truth)) return
    const holds = truth >= interval[0] - 1e-12 && truth <= interval[1] + 1e-12
    scored.push({ what, holds, width: interval[1] - interval[0] })
  }
  const addWhere = (row: Proportion, what: string, level: number, truth: number): void => {
    const census = row.method === 'hypergeometric' && row.interval?.[0] === row.interval?.[1]
    add(census ? 'nothing unseen: width 0' : `${what}, level ${level}`, row.interval, truth)
  }
  for (const row of analysis.questions) {
    const { level, stage, unit, change } = row
    const number = numberOf(row.question)
    const truth = now.question(level, stage, number, unit)
    const ofUnit = unit === null ? '' : ' of a unit'
    addWhere(row, `question share${ofUnit}`, level, truth)
    if (row.method === 'hypergeometric' && row.interval?.[0] !== row.interval?.[1])
      add('question share, hypergeometric only', row.interval, truth)
    add(`question share, Korn-Graubard, level ${level}`, row.annex?.kornGraubard ?? null, truth)
    if (change !== null)
      add(
        `question change${ofUnit}, level ${level}`,
        change.interval,
        truth - before.question(level, stage, number, unit),
      )
  }
  for (const row of analysis.composites) {
    const scope = `${row.stage === null ? '' : ' of a stage'}${row.unit === null ? '' : ' of a unit'}`
    const truth = now.composite(row.level, row)
    addWhere(row, `composite${scope}`, row.level, truth)
    if (row.change !== null)
      add(
        `composite change${scope}, level ${row.level}`,
        row.change.interval,
        truth - before.composite(row.level, row),
      )
  }
  for (const { pair, stage, question, ...row } of analysis.agreement) {
    const number = question === null ? null : numberOf(question)
    const scope = number !== null ? ' on a question' : stage === null ? '' : ' on a stage'
    const truth = now.agreement(pair, stage, number)
    add(`agreement${scope}, levels ${pair.join('-')}`, row.interval, truth.compliance)
    add(
      `agreement, applies?${scope}, levels ${pair.join('-')}`,
      row.applicability.interval,
      truth.applicability,
    )
    add(`AC1${scope}, levels ${pair.join('-')}`, row.ac1Interval, truth.ac1)
  }
  for (const row of analysis.cascade) {
    const { stage, question } = row.scope
    const scope = question !== null ? 'question' : stage === null ? 'overall' : 'stage'
    if (!row.usable) continue
    const truth =
      question === null ? now.composite(4, { stage }) : now.question(4, stage ?? '', numberOf(question), null)
    add(`cascade, ${scope}`, row.interval, truth)
    add(`cascade, ${scope}: level 4 alone`, row.expertOnly.interval, truth)
  }
  for (const { kind, stage, level, interval } of analysis.drift) {
    const truth = now.composite(4, { stage }) - before.composite(4, { stage })
    if (kind === 'anchors') add(`anchor drift, level ${level}`, interval, 0)
    else add(`corrected change, ${stage === null ? 'overall' : 'stage'}`, interval, truth)
  }
  return scored
}

function numberOf(question: string): number {
  return Number(question.split('-')[1])
}
