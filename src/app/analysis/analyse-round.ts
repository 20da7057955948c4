import type { Analysis } from '../../core/analysis/analysis.ts'
import type { Programme } from '../../core/programme/programme.ts'
import type { Round } from '../../storage/draw/round.ts'
import { getProgrammeVersion } from '../../storage/programme/programme-version.ts'
import type { Acting } from '../frame/context.ts'
import type { Calculator } from './calculator.ts'
import { loadAnchors } from './load-anchors.ts'
import { loadApart } from './load-apart.ts'
import { loadAnswers } from './load-answers.ts'

/** A round with what its figures are made by. */
export interface RoundToRead {
  readonly round: Round
  readonly baseline: Round | null
  readonly programme: Programme
}

/** Reads a round's answers and draws, and its baseline's, and has them analysed. Null: no answers yet. */
export async function analyseRound(
  context: Acting,
  calculator: Calculator,
  { round, baseline, programme }: RoundToRead,
): Promise<Analysis | null | 'too-busy'> {
  const { now, before, earlier, anchors, apart } = await context.database.transaction(
    context.actor,
    async (tx) => {
      const reader = await tx.recordAccess({
        act: 'analyse-round',
        subjectKind: 'round',
        subjectId: round.id,
        detail: { round: round.key, baseline: baseline?.key ?? '' },
      })
      const loaded = await loadAnswers(reader, round, programme)
      const anchorReviews = await loadAnchors(reader, round, programme)
      const apart = await loadApart(reader, round, programme)
      if (baseline === null)
        return { now: loaded, before: null, earlier: null, anchors: anchorReviews, apart }
      const version = await getProgrammeVersion(reader, baseline.programmeVersionId)
      return {
        now: loaded,
        before: await loadAnswers(reader, baseline, version.programme),
        earlier: version.programme,
        anchors: anchorReviews,
        apart,
      }
    },
    { isolation: 'repeatable read' },
  )
  if (now.answers.length === 0) return null
  const hasBefore = baseline !== null && before !== null && before.answers.length > 0
  const analysed = await calculator.analyse({
    programme,
    round: round.key,
    ...(hasBefore ? { baseline: baseline.key } : {}),
    // Another version may have asked otherwise; the analysis then compares only what both asked alike.
    ...(hasBefore && earlier !== null && !isSameVersion(earlier, programme)
      ? { baselineProgramme: earlier }
      : {}),
    answers: [...now.answers, ...(hasBefore ? before.answers : [])],
    draws: [...now.draws, ...(hasBefore ? before.draws : [])],
    anchors,
    apart,
    frame: [...now.frame, ...(before?.frame ?? [])],
  })
  if (analysed === 'too-busy') return analysed
  // Rounds, stages, answers and draws were checked when they were saved.
  if (!analysed.ok) throw new Error(`round cannot be analysed: ${analysed.problems[0]?.code}`)
  return analysed.value
}

function isSameVersion(a: Programme, b: Programme): boolean {
  return a.key === b.key && a.version === b.version
}
