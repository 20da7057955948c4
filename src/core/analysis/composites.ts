import type { Programme } from '../programme/programme.ts'
import type { Change, CompositeResult, CompositeSide } from './analysis.ts'
import { spreadWithin, type Spread } from './borrowed-spread.ts'
import { adjust, classed } from './change.ts'
import { classicalClass } from './classes.ts'
import { isCompliant } from '../programme/compliant.ts'
import { showsCompliance } from './compliance.ts'
import { compareMeans, intervalOfMean, meanOf, type Mean, type Weighted } from './mean.ts'
import type { QuestionIndex } from './question-index.ts'
import { listScopes, type ReviewedCase } from './reviewed-case.ts'
import { cover, newCoverage } from './coverage.ts'

/** One case's composite: the share compliant among its applicable answers. */
export interface CaseComposite {
  readonly review: ReviewedCase
  readonly compliant: number
  readonly applicable: number
  readonly notApplicable: number
  /** Raw answers among the applicable ones. */
  readonly yes: number
  readonly no: number
}

/** Levels whose weights come from a draw, in each round. */
export interface KnownDraws {
  readonly now: (level: number) => boolean
  readonly baseline: (level: number) => boolean
}

interface Side {
  readonly proportion: CompositeSide
  readonly mean: Mean | undefined
}

/**
 * Per-case composites, averaged over cases: over all stages, and per stage; for the whole and per unit. The case is
 * the unit of analysis, since answers of one case are not independent. With 120 cases a side a change of 5 to 6.5
 * points is seen, which no single question can show.
 */
export function listCompositeResults(
  programme: Programme,
  index: QuestionIndex,
  now: readonly ReviewedCase[],
  baseline: readonly ReviewedCase[] | null,
  { known, comparisonLevel }: { readonly known: KnownDraws; readonly comparisonLevel: number },
): readonly CompositeResult[] {
  const current = now.map((review) => compositeOf(review, index))
  const before = baseline?.map((review) => compositeOf(review, index)) ?? null
  const levels = [...new Set(now.map((review) => review.level))]
  const rows = levels.flatMap((level) => {
    const atLevel = current.filter(({ review }) => review.level === level)
    const beforeAtLevel = before?.filter(({ review }) => review.level === level) ?? null
    const spreads = { now: spreadAt(atLevel), baseline: spreadAt(beforeAtLevel ?? []) }
    return listScopes(atLevel.map(({ review }) => review)).flatMap((unit) =>
      openScope(
        programme,
        { level, unit },
        inUnit(atLevel, unit),
        beforeAtLevel === null ? null : inUnit(beforeAtLevel, unit),
        known,
        spreads,
      ),
    )
  })
  const families = rows.map((row) => ({
    family: compositeFamily(row, comparisonLevel),
    p: row.open?.p ?? null,
  }))
  const qs = adjust(families)
  return rows.map(({ stage, level, unit, now: side, base, open }, at) => ({
    stage,
    level,
    unit,
    ...side.proportion,
    baseline: base?.proportion ?? null,
    change:
      open === null || base === null
        ? null
        : classed(open, qs[at] ?? null, evidenceOf(side, base, families[at]?.family === null)),
  }))
}

interface Scope {
  readonly level: number
  readonly unit: string | null
}

interface OpenComposite extends Scope {
  readonly stage: string | null
  readonly now: Side
  readonly base: Side | null
  readonly open: Omit<Change, 'q' | 'class'> | null
}

/**
 * One composite was chosen before any result was seen: all stages of the whole municipality at the comparison level. It
 * is tested alone. All others are read side by side, and so adjusted together: the stages of a level, its units, its units'
 * stages, and the other levels.
 */
function compositeFamily(
  { level, unit, stage }: Pick<OpenComposite, 'level' | 'unit' | 'stage'>,
  comparisonLevel: number,
): string | null {
  if (unit === null && stage === null) return level === comparisonLevel ? null : 'other levels'
  if (unit === null) return `stages ${level}`
  return stage === null ? `units ${level}` : `stages of units ${level}`
}

function openScope(
  programme: Programme,
  scope: Scope,
  now: readonly CaseComposite[],
  before: readonly CaseComposite[] | null,
  known: KnownDraws,
  spreads: Readonly<Record<keyof KnownDraws, Spread | undefined>>,
): readonly OpenComposite[] {
  const stages = [null, ...programme.stages.map((stage) => stage.key)]
  return stages.flatMap((stage) => {
    const cases = inStage(now, stage)
    if (cases.length === 0) return []
    const casesBefore = before === null ? [] : inStage(before, stage)
    const at = { stage, unit: scope.unit }
    const side = sideOf(cases, at, known.now(scope.level), spreads.now)
    const base =
      casesBefore.length === 0 ? null : sideOf(casesBefore, at, known.baseline(scope.level), spreads.baseline)
    return [{ ...scope, stage, now: side, base, open: base === null ? null : changeOf(side, base) }]
  })
}

/** One level's reviews, and whose composites of them are wanted; unit null: the whole municipality's. */
export interface ComparedScope {
  readonly reviews: readonly ReviewedCase[]
  readonly unit: string | null
  /** Whether the weights come from a draw. */
  readonly known: boolean
}

/**
 * The composites of one side against those of another, all stages together and stage by stage. The sides may differ in round,
 * level, unit and programme; none was chosen beforehand, so all are adjusted as one family.
 */
export function compareComposites(
  programme: Programme,
  index: QuestionIndex,
  a: ComparedScope,
  b: ComparedScope,
): readonly Omit<CompositeResult, 'level' | 'unit'>[] {
  const [ofA, ofB] = [sidesByStage(index, a), sidesByStage(index, b)]
  const rows = [null, ...programme.stages.map(({ key }) => key)].flatMap((stage) => {
    const [now, base] = [ofA(stage), ofB(stage)]
    if (now === null) return []
    return [{ stage, now, base, open: base === null ? null : changeOf(now, base) }]
  })
  const qs = adjust(rows.map(({ open }) => ({ family: 'all', p: open?.p ?? null })))
  return rows.map(({ stage, now, base, open }, at) => ({
    stage,
    ...now.proportion,
    baseline: base?.proportion ?? null,
    change:
      open === null || base === null ? null : classed(open, qs[at] ?? null, evidenceOf(now, base, false)),
  }))
}

function sidesByStage(
  index: QuestionIndex,
  { reviews, unit, known }: ComparedScope,
): (stage: string | null) => Side | null {
  const cases = reviews.map((review) => compositeOf(review, index))
  const spread = spreadAt(cases)
  const own = inUnit(cases, unit)
  return (stage) => {
    const inside = inStage(own, stage)
    return inside.length === 0 ? null : sideOf(inside, { stage, unit }, known, spread)
  }
}

function evidenceOf(now: Side, base: Side, alone: boolean): Parameters<typeof classed>[2] {
  return {
    size: now.proportion.cases,
    baselineSize: base.proportion.cases,
    allCompliantBoth: now.proportion.share === 1 && base.proportion.share === 1,
    oneWay: true,
    alone,
  }
}

export function compositeOf(review: ReviewedCase, index: QuestionIndex): CaseComposite {
  let [compliant, applicable, notApplicable] = [0, 0, 0]
  let [yes, no] = [0, 0]
  for (const [key, answer] of review.answers) {
    const question = index.get(key)?.question
    if (question === undefined || !showsCompliance(question)) continue
    const met = isCompliant(question, answer)
    if (met === null) notApplicable += 1
    else applicable += 1
    if (met === true) compliant += 1
    if (answer === 'yes') yes += 1
    if (answer === 'no') no += 1
  }
  return { review, compliant, applicable, notApplicable, yes, no }
}

/** What composites of one unit and stage differ by at a level. */
function spreadAt(cases: readonly CaseComposite[]): Spread | undefined {
  return spreadWithin(
    cases
      .filter(({ applicable }) => applicable > 0)
      .map(({ review, compliant, applicable }) => ({
        group: `${review.unit}\t${review.stage}`,
        value: compliant / applicable,
        answers: applicable,
      })),
  )
}

function sideOf(
  cases: readonly CaseComposite[],
  { stage, unit }: Pick<OpenComposite, 'stage' | 'unit'>,
  known: boolean,
  others: Spread | undefined,
): Side {
  const values: Weighted[] = []
  const coverage = newCoverage(known, { unseen: cases[0]?.review.unseen?.(stage, unit) ?? null })
  const counts = { yes: 0, no: 0, numerator: 0, denominator: 0, notApplicable: 0 }
  for (const { review, compliant, applicable, notApplicable, yes, no } of cases) {
    cover(coverage, review.weight)
    counts.numerator += compliant
    counts.denominator += applicable
    counts.notApplicable += notApplicable
    counts.yes += yes
    counts.no += no
    if (applicable > 0) values.push({ value: compliant / applicable, weight: review.weight })
  }
  const mean = meanOf(values, coverage, others)
  const sized = { ...counts, cases: values.length }
  if (mean === undefined)
    return { mean, proportion: { ...sized, share: null, interval: null, method: 'none' } }
  // A sum of shares of 1 may end a hair above the number of cases.
  return { mean, proportion: { ...sized, share: Math.min(1, mean.mean), ...intervalOfMean(mean) } }
}

/** The mean behind a level's row of all stages and the whole municipality; undefined without composites. */
export function meanOfLevel(
  reviews: readonly ReviewedCase[],
  level: number,
  index: QuestionIndex,
  known: boolean,
): Mean | undefined {
  const cases = reviews.filter((review) => review.level === level).map((review) => compositeOf(review, index))
  return sideOf(cases, { stage: null, unit: null }, known, spreadAt(cases)).mean
}

function changeOf(now: Side, base: Side): Omit<Change, 'q' | 'class'> | null {
  if (now.mean === undefined || base.mean === undefined) return null
  const compared = compareMeans(now.mean, base.mean)
  return {
    difference: now.mean.mean - base.mean.mean,
    interval: compared?.interval ?? null,
    p: compared?.p ?? null,
    chanceOfSignal: null,
    method: compared === null ? 'none' : 'welch-t',
    classicalClass: classicalClass(now.proportion.share ?? 0, base.proportion.share ?? 0),
  }
}

function inUnit(cases: readonly CaseComposite[], unit: string | null): readonly CaseComposite[] {
  return unit === null ? cases : cases.filter(({ review }) => review.unit === unit)
}

function inStage(cases: readonly CaseComposite[], stage: string | null): readonly CaseComposite[] {
  return stage === null ? cases : cases.filter(({ review }) => review.stage === stage)
}
