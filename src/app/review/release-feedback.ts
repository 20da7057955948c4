import { mayRelease, reviewToRelease } from '../../core/review/feedback.ts'
import type { ReviewId, RoundId } from '../../storage/ids.ts'
import { getProgrammeVersion } from '../../storage/programme/programme-version.ts'
import {
  countOpen,
  listCasesToRelease,
  listRoundsWithUnreleased,
  saveFeedback,
  type RoundWithUnreleased,
} from '../../storage/review/feedback-release.ts'
import type { Actor, Database, Reader } from '../../storage/transaction.ts'
import { notify } from '../notification/notify.ts'

const day = 86_400_000

/**
 * Releases reviews to those who did the work as soon as the rule lets them, and tells them. Nothing happens, and nothing
 * is logged, where there are none. Resolves to the number released.
 */
export async function releaseFeedback(database: Database, now: Date): Promise<number> {
  let released = 0
  for (const { municipalityId } of await database.beforeSignIn.listMunicipalities()) {
    const actor = { municipalityId, personId: null }
    // Rounds closed longer ago than the rule allows need not be looked through.
    const closedAfter = new Date(now.getTime() - 91 * day)
    const rounds = await database.transaction(actor, ({ reader }) =>
      listRoundsWithUnreleased(reader, closedAfter),
    )
    for (const round of rounds) released += await releaseRound(database, actor, round, now)
  }
  return released
}

async function releaseRound(
  database: Database,
  actor: Actor,
  round: RoundWithUnreleased,
  now: Date,
): Promise<number> {
  return database.transaction(actor, async (tx) => {
    const reviews = await listReleasable(tx.reader, round, now)
    if (reviews.length === 0) return 0
    const writer = await tx.recordChange({
      room: 'review',
      act: 'release-feedback',
      subjectKind: 'round',
      subjectId: round.id,
      detail: { reviews: reviews.length },
    })
    const told = await saveFeedback(writer, reviews, now)
    await notify(
      writer,
      ...told.map(({ review, person }) => ({
        to: [person],
        kind: 'feedback-ready' as const,
        subjectId: review,
      })),
    )
    return reviews.length
  })
}

async function listReleasable(
  reader: Reader,
  { id, programmeVersionId, closedAt, drawn }: RoundWithUnreleased,
  now: Date,
): Promise<readonly ReviewId[]> {
  const round = { closedAt, levels: await listLevels(reader, id, programmeVersionId, drawn) }
  if (!mayRelease(round, now)) return []
  const atWork = round.levels.filter(({ open }) => open > 0).map(({ level }) => level)
  const open = closedAt === null ? { atWork, submittedBefore: new Date(now.getTime() - day) } : null
  const cases = await listCasesToRelease(reader, id, open)
  return cases.map((ofCase) => reviewToRelease(round, ofCase, now)).filter((review) => review !== null)
}

async function listLevels(
  reader: Reader,
  round: RoundId,
  programmeVersion: RoundWithUnreleased['programmeVersionId'],
  drawn: readonly number[],
) {
  const { programme } = await getProgrammeVersion(reader, programmeVersion)
  const open = await countOpen(reader, round)
  return programme.levels.map(({ level }) => ({
    level,
    drawn: drawn.includes(level),
    open: open.get(level) ?? 0,
  }))
}
