import { randomUUID } from 'node:crypto'
import { rolesWith } from '../../core/access/permissions.ts'
import { writeOffReasons } from '../../core/review/correction.ts'
import { writeOffsInWords } from '../../core/review/write-off-words.ts'
import { listDraws } from '../../storage/draw/draw.ts'
import * as rounds from '../../storage/draw/round.ts'
import { getId, type IrregularityId } from '../../storage/ids.ts'
import { getProgrammeVersion } from '../../storage/programme/programme-version.ts'
import { listReviewers } from '../../storage/review/assignment.ts'
import { countWrittenOff } from '../../storage/review/correction.ts'
import type { Transaction, Writer } from '../../storage/transaction.ts'
import { authorise } from '../frame/authorise.ts'
import type { Context } from '../frame/context.ts'
import { done, refused, type Result } from '../frame/result.ts'
import { notify } from '../notification/notify.ts'
import { prepareDrafts } from '../report/releases/prepare-drafts.ts'

/**
 * A round closes when every level is drawn and every review is submitted or written off, and for good: its results are
 * what later rounds are measured from. What was written off is noted where the report prints it, and the municipality's
 * reports of the round are begun as drafts.
 */
export async function closeRound(context: Context, key: string): Promise<Result<undefined>> {
  const granted = authorise(context, 'round.open')
  if (!granted.ok) return granted
  return context.database.transaction(context.actor, async (tx) => {
    const round = await rounds.holdRound(tx.reader, key)
    if (round === undefined) return refused('not-found')
    if (round.state === 'closed') return refused('round-closed')
    const { programme } = await getProgrammeVersion(tx.reader, round.programmeVersionId)
    const drawn = (await listDraws(tx.reader, round.id)).filter(({ drawnAt }) => drawnAt !== null)
    if (drawn.length < programme.levels.length) return refused('level-not-drawn')
    const progress = await rounds.listProgress(tx.reader, round.id)
    if (progress.some((level) => level.submitted < level.drawn)) return refused('reviews-open')
    const subject = { subjectKind: 'round', subjectId: round.id } as const
    const writer = await tx.recordChange({ room: 'draw', act: 'close-round', ...subject, detail: { key } })
    await noteWriteOffs(context, writer, round)
    await rounds.closeRound(writer, round.id, context.now)
    await prepareDrafts(tx, round, context.now)
    await tell(context, tx, writer, round)
    return done()
  })
}

async function noteWriteOffs(context: Context, writer: Writer, round: rounds.Round): Promise<void> {
  const counted = await countWrittenOff(writer, round.id)
  for (const level of new Set(counted.map((each) => each.level))) {
    const counts = writeOffReasons.flatMap((code) =>
      counted
        .filter((each) => each.level === level && each.code === code)
        .map(({ count }) => ({ code, count })),
    )
    await rounds.saveIrregularity(writer, {
      id: getId<IrregularityId>(randomUUID()),
      round: round.id,
      ...writeOffsInWords(level, counts),
      author: context.actor.personId,
      at: context.now,
    })
  }
}

/** Tells those who read results that they are ready; whoever closed the round knows. */
async function tell(context: Context, tx: Transaction, writer: Writer, { id }: rounds.Round): Promise<void> {
  const reader = await tx.recordAccess({ act: 'list-people', subjectKind: 'person', detail: { round: id } })
  const readers = await listReviewers(reader, rolesWith('results.read'), context.today)
  await notify(writer, {
    to: readers.map(({ person }) => person).filter((person) => person !== context.actor.personId),
    kind: 'round-closed',
    subjectId: id,
  })
}
