import type { getFindingPattern } from '../../contract/finding/finding.ts'
import type { Immutable, RouteOutput } from '../../contract/frame/route.ts'
import { getLevel } from '../../core/programme/lookup.ts'
import { listFindings } from '../../storage/finding/finding-list.ts'
import { findFinding } from '../../storage/finding/finding.ts'
import type { FindingId } from '../../storage/ids.ts'
import { openResults, type AnalysisRoom } from '../analysis/open-results.ts'
import type { Context } from '../frame/context.ts'
import { done, refused, type Result } from '../frame/result.ts'
import { viewerOf } from './finding-viewer.ts'

type Pattern = Immutable<RouteOutput<typeof getFindingPattern>>

/**
 * How often a finding's question fails in its unit in that round, at the level the results are read at: the analysis' own
 * figures, and so only once the round's results are open (decision 0006).
 */
export async function readPattern(
  context: Context,
  room: AnalysisRoom,
  id: FindingId,
): Promise<Result<Pattern>> {
  const row = await context.database.transaction(context.actor, async (tx) => {
    const { personId: person } = context.actor
    const viewer = await viewerOf(tx.reader, { ...context, person })
    if ((await findFinding(tx.reader, id, viewer)) === undefined) return undefined
    const reader = await tx.recordAccess({
      act: 'read-finding-pattern',
      subjectKind: 'finding',
      subjectId: id,
    })
    const [found] = await listFindings(reader, viewer, { id }, { offset: 0, limit: 1 })
    return found
  })
  if (row === undefined) return refused('not-found')
  const { question, unit } = row
  if (question === null) return done({ state: 'no-question' })
  const opened = await openResults(context, room, row.roundKey)
  if (!opened.ok) return opened
  const { value } = opened
  if (value.state !== 'ready') return done({ state: value.state === 'sealed' ? 'sealed' : 'none' })
  const { analysis, programme } = value
  const { comparisonLevel: level } = analysis
  const figure = analysis.questions.find(
    (each) => each.question === question && each.unit === unit && each.level === level,
  )
  if (figure === undefined || figure.denominator === 0) return done({ state: 'none' })
  const { numerator, denominator, share, interval } = figure
  return done({
    state: 'ready',
    level: { level, title: getLevel(programme, level).title },
    failed: denominator - numerator,
    applicable: denominator,
    // The results tell the compliant share; what is left of it fails.
    share: share === null ? null : 1 - share,
    interval: interval === null ? null : { lower: 1 - interval[1], upper: 1 - interval[0] },
  })
}
