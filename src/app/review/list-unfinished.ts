import type { UnfinishedReview } from '../../contract/review/corrections.ts'
import type { Immutable } from '../../contract/frame/route.ts'
import { getStage } from '../../core/programme/lookup.ts'
import { writeOffReasons } from '../../core/review/correction.ts'
import { findRound } from '../../storage/draw/round.ts'
import { getProgrammeVersion } from '../../storage/programme/programme-version.ts'
import { listUnfinished } from '../../storage/review/correction.ts'
import { authorise } from '../frame/authorise.ts'
import type { Context } from '../frame/context.ts'
import { done, refused, type Result } from '../frame/result.ts'

/** What stands between a round and its closing, for those who can close it; and what was written off. */
export async function listUnfinishedReviews(
  context: Context,
  key: string,
): Promise<Result<{ readonly reviews: readonly Immutable<UnfinishedReview>[] }>> {
  const granted = authorise(context, 'review.write-off')
  if (!granted.ok) return granted
  return context.database.transaction(context.actor, async (tx) => {
    const round = await findRound(tx.reader, key)
    if (round === undefined) return refused('not-found')
    const { programme } = await getProgrammeVersion(tx.reader, round.programmeVersionId)
    const detail = { round: key }
    const reader = await tx.recordAccess({ act: 'list-unfinished', subjectKind: 'review', detail })
    const reviews = await listUnfinished(reader, round.id)
    return done({
      reviews: reviews.map(({ stage, code, reason, reviewers, ...rest }) => ({
        id: rest.id,
        level: rest.level,
        caseId: rest.caseId,
        stage: getStage(programme, stage).title,
        unit: rest.unit,
        state: rest.state,
        reviewers: reviewers.map(({ name }) => name),
        mine: reviewers.some(({ id }) => id === context.actor.personId),
        returned: rest.returned,
        writtenOff:
          reason === null
            ? null
            : { code: writeOffReasons.find((each) => each === code) ?? ('other' as const), reason },
      })),
    })
  })
}
