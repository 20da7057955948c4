import {
  findWalkThrough,
  findWalkThroughOf,
  type WalkThroughHead,
} from '../../../storage/caseflow/walk-through.ts'
import type { AgreementId, WalkThroughId } from '../../../storage/ids.ts'
import type { LogDetail } from '../../../storage/tables/access.ts'
import type { PersonalReader, Transaction, Writer } from '../../../storage/transaction.ts'
import type { Context } from '../../frame/context.ts'
import { done, refused, type Result } from '../../frame/result.ts'
import { findWalkedCase, type WalkedCase } from './walked-case.ts'

export interface HeldWalkThrough extends WalkedCase {
  readonly head: WalkThroughHead
  readonly reader: PersonalReader
  /** Puts the change on record, once nothing stands in its way any more. */
  readonly change: () => Promise<Writer>
}

interface Wanted {
  /** What the log calls it. */
  readonly entry: string
  readonly detail?: LogDetail
}

/** A walk-through held for an act: until the transaction ends nobody else writes in it. Of other units it does not exist. */
export async function holdWalkThrough(
  context: Context,
  tx: Transaction,
  id: WalkThroughId,
  { entry, detail }: Wanted,
): Promise<Result<HeldWalkThrough, 'not-found'>> {
  const found = await findWalkThrough(tx.reader, id)
  const walked = found && (await findWalkedCase(context, tx.reader, found.caseId))
  if (walked === undefined) return refused('not-found')
  const head = await findWalkThrough(tx.reader, id, { hold: true })
  if (head === undefined) throw new Error('a walk-through is never deleted')
  const subject = { subjectKind: 'walk-through', subjectId: id, ...(detail && { detail }) } as const
  return done({
    ...walked,
    head,
    reader: await tx.recordAccess({ act: entry, ...subject }),
    change: () => tx.recordChange({ room: 'caseflow', act: entry, ...subject }),
  })
}

/** The walk-through of an agreement, held. */
export async function holdWalkThroughOf(
  context: Context,
  tx: Transaction,
  agreement: AgreementId,
  entry: string,
): Promise<Result<HeldWalkThrough, 'not-found'>> {
  const found = await findWalkThroughOf(tx.reader, agreement)
  if (found === undefined) return refused('not-found')
  return holdWalkThrough(context, tx, found.walkThrough, { entry, detail: { agreement } })
}

/** The same for those who lead, while it is open. */
export function leadOpen(
  held: HeldWalkThrough,
): Result<HeldWalkThrough, 'not-permitted' | 'walk-through-closed'> {
  if (held.standing !== 'lead') return refused('not-permitted')
  return held.head.closedAt === null ? done(held) : refused('walk-through-closed')
}
