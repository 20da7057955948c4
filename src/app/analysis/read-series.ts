import type { Series } from '../../contract/analysis/series.ts'
import type { Immutable } from '../../contract/frame/route.ts'
import { indexQuestions } from '../../core/analysis/question-index.ts'
import { fewestForPercent } from '../../core/report/print-figure.ts'
import { runChart } from '../../core/run-chart/run-chart.ts'
import type { Programme } from '../../core/programme/programme.ts'
import { listUnits } from '../../storage/analysis/unit.ts'
import { findId, type UnitId } from '../../storage/ids.ts'
import { reachIn } from '../frame/authorise.ts'
import type { Context } from '../frame/context.ts'
import { done, refused, type Result } from '../frame/result.ts'
import { figuresOfRound, listFinishedRounds, listSharedQuestions } from './finished-rounds.ts'
import { openResults, type AnalysisRoom } from './open-results.ts'
import type { RoundFigures } from './round-figures.ts'

export interface WantedSeries {
  readonly unit?: string | undefined
  readonly stage?: string | undefined
  readonly question?: string | undefined
}

/** One share over all finished rounds of a programme, as this person may see it. */
export async function readSeries(
  context: Context,
  room: AnalysisRoom,
  roundKey: string,
  wanted: WantedSeries,
): Promise<Result<Immutable<Series>>> {
  const reach = reachIn(context, 'results.read')
  const unitId = wanted.unit === undefined ? null : findId<UnitId>(wanted.unit)
  if (unitId === undefined) return refused('not-found')
  // Units outside the reach are refused alike, whether they exist or not.
  if (unitId !== null && !reach.municipality && !reach.units.includes(unitId)) return refused('not-permitted')
  const opened = await openResults(context, room, roundKey)
  if (!opened.ok) return opened
  const { value } = opened
  if (value.state === 'sealed') return refused('results-sealed')
  if (value.state === 'empty') return refused('round-without-answers')
  const { programme } = value
  const scope = scopeOf(programme, wanted)
  if (scope === undefined) return refused('not-found')
  const unit = await context.database.transaction(context.actor, async (tx) => {
    const known = unitId === null ? null : (await listUnits(tx.reader)).find(({ id }) => id === unitId)
    if (known !== undefined)
      await tx.recordAccess({
        act: 'read-results',
        subjectKind: 'round',
        subjectId: value.round.id,
        detail: { round: roundKey, unit: known?.id ?? null, rounds: 'all', ...scope.detail },
      })
    return known
  })
  if (unit === undefined) return refused('not-found')

  const rounds = await listFinishedRounds(context, programme.key)
  const shared = listSharedQuestions(
    programme,
    rounds.map((one) => one.programme),
  )
  const points: Point[] = []
  for (const one of rounds) {
    const figures = await figuresOfRound(context, room, programme, one, shared)
    if (figures === 'too-busy') return { ...refused('too-busy'), retryAfterSeconds: 10 }
    const { key, titleDa, titleEn, periodTo } = one.round
    const found = figures && scope.find(figures, unit?.name ?? null)
    points.push({ key, title: { da: titleDa, en: titleEn }, periodTo, ...(found ?? nothingThere) })
  }
  const inScope = new Set(scope.questions)
  return done({
    level: value.analysis.comparisonLevel,
    questions: { shared: shared.filter((key) => inScope.has(key)).length, all: inScope.size },
    ...limitsOf(points),
  })
}

type Figure = Series['rounds'][number]['figure']
type Point = Immutable<Pick<Series['rounds'][number], 'key' | 'title' | 'periodTo' | 'sample' | 'figure'>>
const nothingThere = { sample: 0, figure: null } as const

interface Scope {
  readonly questions: readonly string[]
  /** For the log. */
  readonly detail: Readonly<Record<string, string>>
  readonly find: (
    figures: RoundFigures,
    unit: string | null,
  ) => { readonly sample: number; readonly figure: Immutable<Figure> } | undefined
}

function scopeOf(programme: Programme, { stage, question }: WantedSeries): Scope | undefined {
  if (question !== undefined) {
    if (!indexQuestions(programme).has(question)) return undefined
    return {
      questions: [question],
      detail: { question },
      find: ({ questions }, unit) => {
        const row = questions.find((one) => one.question === question && one.unit === unit)
        return row && { sample: row.denominator, figure: row }
      },
    }
  }
  const stages = programme.stages.filter(({ key }) => stage === undefined || key === stage)
  if (stages.length === 0) return undefined
  return {
    questions: stages.flatMap(({ questions }) => questions.map(({ key }) => key)),
    detail: stage === undefined ? {} : { stage },
    find: ({ composites }, unit) => {
      const row = composites.find((one) => one.stage === (stage ?? null) && one.unit === unit)
      return row && { sample: row.cases, figure: row }
    },
  }
}

/** Rounds with too few answers for a share stay in the list but count in no rule. */
function limitsOf(points: readonly Point[]): Pick<Immutable<Series>, 'rounds' | 'counted' | 'limits'> {
  const isCounted = ({ sample, figure }: Point) => sample >= fewestForPercent && figure?.share != null
  const counted = points.filter(isCounted)
  const chart = runChart(
    counted.map(({ figure }) => ({ share: figure?.share ?? 0, size: figure?.denominator ?? 0 })),
  )
  const ofPoint = (point: Point) =>
    chart.state === 'no-limits' ? undefined : chart.points[counted.indexOf(point)]
  return {
    rounds: points.map((point) => {
      const limited = ofPoint(point)
      return {
        ...point,
        limits: limited === undefined ? null : { lower: limited.lower, upper: limited.upper },
        signs: limited?.signs ?? [],
      }
    }),
    counted: counted.length,
    limits: chart.state === 'no-limits' ? chart : { ...chart },
  }
}
