import { authorise } from '../frame/authorise.ts'
import type { Context } from '../frame/context.ts'
import { done, refused, type Result } from '../frame/result.ts'
import { openResults, type AnalysisRoom } from './open-results.ts'

export interface AnalysisFile {
  readonly name: string
  readonly type: 'application/json'
  readonly bytes: string
}

/** ANALYSIS.json: every unit and level at once, so it takes the whole municipality. */
export async function downloadAnalysis(
  context: Context,
  room: AnalysisRoom,
  roundKey: string,
): Promise<Result<AnalysisFile>> {
  const granted = authorise(context, 'results.read')
  if (!granted.ok) return granted
  const opened = await openResults(context, room, roundKey)
  if (!opened.ok) return opened
  const { value } = opened
  if (value.state === 'sealed') return refused('results-sealed')
  if (value.state === 'empty') return refused('round-without-answers')
  await context.database.transaction(context.actor, (tx) =>
    tx.recordAccess({
      act: 'download-analysis',
      subjectKind: 'round',
      subjectId: value.round.id,
      detail: { round: roundKey },
    }),
  )
  return done({
    name: `analysis-${roundKey}.json`,
    type: 'application/json',
    bytes: JSON.stringify(value.analysis),
  })
}
