import type { Results, ResultsAnswer } from '../../contract/analysis/results.ts'
import type { Immutable } from '../../contract/frame/route.ts'
import { showsCompliance } from '../../core/analysis/compliance.ts'
import { chosenCasesWords } from '../../core/analysis/generalises.ts'
import { missingReviewsTexts } from '../../core/analysis/missing-reviews.ts'
import { sharedRequirementsWords } from '../../core/analysis/shared-requirements.ts'
import { indexQuestions } from '../../core/analysis/question-index.ts'
import { unprovenBaselineWords, unprovenDrawWords } from '../../core/analysis/unproven-draw.ts'
import { conclusionOf } from '../../core/analysis/conclusion.ts'
import { listUnitComposites, sliceResults } from '../../core/analysis/slice-results.ts'
import { summarise } from '../../core/analysis/summary.ts'
import { findLevel } from '../../core/programme/lookup.ts'
import { countAnchorReviews } from '../../storage/analysis/anchor-review.ts'
import { countDrawnInUnit, listDrawnByUnit } from '../../storage/analysis/drawn-in-unit.ts'
import { listUnits, type Unit } from '../../storage/analysis/unit.ts'
import { listIrregularities, type Irregularity, type Round } from '../../storage/draw/round.ts'
import { findId, type UnitId } from '../../storage/ids.ts'
import { reachIn } from '../frame/authorise.ts'
import type { Context } from '../frame/context.ts'
import { done, refused, type Result } from '../frame/result.ts'
import { evidenceOf } from './evidence-of.ts'
import { findLastRound, type LastRound } from './last-round.ts'
import { openResults, type AnalysisRoom, type Opened } from './open-results.ts'

type Ready = Extract<Opened, { readonly state: 'ready' }>

/** A round's results as this person may see them: the municipality's totals, and the units within their reach. */
export async function readResults(
  context: Context,
  room: AnalysisRoom,
  roundKey: string,
  wanted: string | undefined,
): Promise<Result<Immutable<ResultsAnswer>>> {
  const reach = reachIn(context, 'results.read')
  const unitId = wanted === undefined ? null : findId<UnitId>(wanted)
  if (unitId === undefined) return refused('not-found')
  const within = (id: UnitId) => reach.municipality || reach.units.includes(id)
  // Units outside the reach are refused alike, whether they exist or not.
  if (unitId !== null && !within(unitId)) return refused('not-permitted')
  const opened = await openResults(context, room, roundKey)
  if (!opened.ok) return opened
  const { value } = opened
  const last = value.state === 'ready' ? await findLastRound(context, room, value) : null
  if (last === 'too-busy') return { ...refused('too-busy'), retryAfterSeconds: 10 }
  const around = await context.database.transaction(context.actor, async (tx) => {
    const units = await listUnits(tx.reader)
    const unit = unitId === null ? null : units.find(({ id }) => id === unitId)
    // Every look at figures is on record, also at those that were computed for somebody else.
    if (value.state === 'ready' && unit !== undefined)
      await tx.recordAccess({
        act: 'read-results',
        subjectKind: 'round',
        subjectId: value.round.id,
        detail: { round: roundKey, unit: unit?.id ?? null },
      })
    const rounds = [value.round, ...(value.baseline === null ? [] : [value.baseline])].map(({ id }) => id)
    // A unit may lack reviews where the municipality hardly does.
    const drawn = unit == null ? null : await countDrawnInUnit(tx.reader, rounds, unit.id)
    const atLevel = value.state === 'ready' ? value.analysis.comparisonLevel : null
    const drawnByUnit =
      atLevel === null || !reach.municipality ? [] : await listDrawnByUnit(tx.reader, value.round.id, atLevel)
    const anchorReviews = atLevel === null ? [] : await countAnchorReviews(tx.reader, value.round.id)
    return {
      unit,
      units,
      drawn,
      drawnByUnit,
      anchorReviews,
      irregularities: await listIrregularities(tx.reader, value.round.id),
    }
  })
  const { unit } = around
  if (unit === undefined) return refused('not-found')
  switch (value.state) {
    case 'sealed':
      return done({ state: 'sealed', round: roundHead(value.round), waiting: waitingOf(value) })
    case 'empty':
      return done({ state: 'empty', round: roundHead(value.round) })
    case 'ready':
      return done({
        ...figuresOf(value, unit, last),
        ...evidenceOf(value.analysis, value.programme),
        ...namesOf(value),
        ...(around.drawn === null || unit === null
          ? {}
          : { missingReviews: missingInUnit(value, unit, around.drawn) }),
        last: last && { key: last.round.key, title: { da: last.round.titleDa, en: last.round.titleEn } },
        unit,
        units: around.units.filter(({ id }) => within(id)),
        unitComposites: reach.municipality ? unitsSideBySide(value, around, last) : null,
        anchorReviews: around.anchorReviews,
        // They name cases.
        contradictions: reachIn(context, 'draw.read').municipality ? value.analysis.contradictions : [],
        irregularities: around.irregularities.map(({ id, da, en }: Irregularity) => ({ id, da, en })),
      })
  }
  return value satisfies never
}

export function roundHead({ key, titleDa, titleEn, state, periodFrom, periodTo }: Round) {
  return { key, title: { da: titleDa, en: titleEn }, state, periodFrom, periodTo }
}

function waitingOf({ waiting, programme }: Extract<Opened, { readonly state: 'sealed' }>) {
  return waiting.map(({ level, drawn, reviews, submitted }) => ({
    level,
    title: titleOf(programme, level),
    drawn,
    reviews,
    submitted,
  }))
}

function figuresOf({ analysis, programme }: Ready, unit: Unit | null, last: LastRound | null) {
  const name = unit?.name ?? null
  const slice = sliceResults(analysis, name)
  const index = indexQuestions(programme)
  return {
    state: 'ready' as const,
    conclusion: slice.conclusion,
    summary: slice.summary,
    byStage: programme.stages.map(({ key }) => {
      // Rows of one scope are counted alike, whichever scope it is.
      const rows = slice.questions.flatMap((row) => (row.stage === key ? [{ ...row, unit: null }] : []))
      const summary = summarise(rows, analysis.comparisonLevel)
      return { stage: key, summary, conclusion: conclusionOf({ ...analysis, summary }) }
    }),
    questions: slice.questions.map((row) => {
      const question = index.get(row.question)?.question
      if (question === undefined)
        throw new Error(`analysis has a question that its programme lacks: ${row.question}`)
      return {
        ...row,
        number: question.number,
        text: question.text,
        showsCompliance: showsCompliance(question),
        last: last?.question(row.question, name) ?? null,
      }
    }),
    composites: slice.composites.map((row) => ({ ...row, last: last?.composite(row.stage, name) ?? null })),
    themeResults: slice.themes,
    cases: slice.stages,
    levelComparisons: slice.levelComparisons,
    agreement: slice.agreement,
  } satisfies Partial<Immutable<Results>>
}

function namesOf({ analysis, programme, round, baseline }: Ready) {
  const reviewed = new Set(analysis.questions.map(({ stage }) => stage))
  const used = new Set(analysis.themes.map(({ theme }) => theme))
  const { comparisonLevel } = analysis
  return {
    round: roundHead(round),
    baseline:
      baseline === null || analysis.baselineRound === null
        ? null
        : { key: baseline.key, title: { da: baseline.titleDa, en: baseline.titleEn } },
    comparisonLevel: { level: comparisonLevel, title: titleOf(programme, comparisonLevel) },
    chosenCases: chosenCasesWords(analysis.levels),
    unprovenDraw: unprovenDrawWords(analysis.levels),
    unprovenBaseline: unprovenBaselineWords(analysis.levels),
    missingReviews: missingReviewsTexts(analysis),
    sharedRequirements: sharedRequirementsWords(analysis),
    levels: analysis.levels.map(({ level, reviews, answers, weights, generalises }) => ({
      level,
      reviews,
      answers,
      weights,
      generalises,
      title: titleOf(programme, level),
    })),
    stages: programme.stages.filter(({ key }) => reviewed.has(key)).map(({ key, title }) => ({ key, title })),
    themes: programme.themes.filter(({ key }) => used.has(key)).map(({ key, title }) => ({ key, title })),
  }
}

/** Of a unit's figures: what its own cases lack at the level they are shown for. */
function missingInUnit(
  { analysis }: Ready,
  { name }: Unit,
  drawn: Awaited<ReturnType<typeof countDrawnInUnit>>,
) {
  const { baselineRound, comparisonLevel } = analysis
  const draws = drawn.filter(({ level }) => level === comparisonLevel)
  return missingReviewsTexts({ draws, baselineRound }, name)
}

function titleOf(programme: Ready['programme'], level: number) {
  return findLevel(programme, level)?.title ?? { da: '', en: '' }
}

function unitsSideBySide(
  { analysis }: Ready,
  {
    units,
    drawnByUnit,
  }: { readonly units: readonly Unit[]; readonly drawnByUnit: Awaited<ReturnType<typeof listDrawnByUnit>> },
  last: LastRound | null,
) {
  return listUnitComposites(analysis).flatMap((row) => {
    const unit = units.find(({ name }) => name === row.unit)
    if (unit === undefined) return []
    const found = drawnByUnit.find(({ unitId }) => unitId === unit.id)
    const drawn = found === undefined ? null : { cases: found.drawn, reviewed: found.reviewed }
    return [{ ...row, unit, drawn, last: last?.composite(null, unit.name) ?? null }]
  })
}
