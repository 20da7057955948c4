import { failingAnswers } from '../../core/finding/failing-answers.ts'
import type { Programme } from '../../core/programme/programme.ts'
import { findUnreadReviews, holdUnreadReviews, standFindings } from '../../storage/finding/finding-sources.ts'
import type { ReviewId } from '../../storage/ids.ts'
import { getProgrammeVersion } from '../../storage/programme/programme-version.ts'
import type { Actor, Database, Writer } from '../../storage/transaction.ts'

/** To be called in the transaction of whatever changes which of a review's submitted answers stand. */
export async function findErrors(
  writer: Writer,
  review: ReviewId,
  programme: Programme,
  now: Date,
): Promise<void> {
  await standFindings(writer, [review], failingAnswers(programme), now)
}

/**
 * Looks through submitted reviews that nobody has looked through: those from before there were findings, and those that
 * were written past the use cases. Nothing is logged where there are none. Resolves to the number of reviews.
 */
export async function findMissedErrors(database: Database, now: Date): Promise<number> {
  let read = 0
  for (const { municipalityId } of await database.beforeSignIn.listMunicipalities())
    for (;;) {
      const here = await findSome(database, { municipalityId, personId: null }, now)
      if (here === 0) break
      read += here
    }
  return read
}

async function findSome(database: Database, actor: Actor, now: Date): Promise<number> {
  return database.transaction(
    actor,
    async (tx) => {
      const unread = await findUnreadReviews(tx.reader)
      if (unread === undefined) return 0
      // Another process may have been quicker; then the next look finds what is left.
      const reviews = await holdUnreadReviews(tx.reader, unread.reviews)
      if (reviews.length === 0) return unread.reviews.length
      const { programme } = await getProgrammeVersion(tx.reader, unread.programmeVersionId)
      const writer = await tx.recordChange({
        room: 'finding',
        act: 'find-missed-errors',
        subjectKind: 'programme-version',
        subjectId: unread.programmeVersionId,
        detail: { reviews: reviews.length },
      })
      await standFindings(writer, reviews, failingAnswers(programme), now)
      return reviews.length
    },
    { long: true },
  )
}
