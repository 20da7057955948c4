import { refusalOfVisitAct, visitState, type VisitAct } from '../../core/learning/visit.ts'
import type { VisitId, VisitPointId } from '../../storage/ids.ts'
import { findVisitHead, type VisitHead } from '../../storage/learning/visit.ts'
import type { PersonalReader, Transaction, Writer } from '../../storage/transaction.ts'
import type { Context } from '../frame/context.ts'
import { done, refused, type Result } from '../frame/result.ts'
import { mayAt } from './learning-unit.ts'

/** A visit that the caller may follow; one of another unit is refused as one that does not exist. */
export async function findReadableVisit(
  context: Context,
  { reader }: Pick<Transaction, 'reader'>,
  id: VisitId,
): Promise<Result<VisitHead, 'not-found'>> {
  const head = await findVisitHead(reader, id)
  if (head === undefined || !mayAt(context, 'learning.read', head.unit)) return refused('not-found')
  return done(head)
}

export interface OpenedVisit {
  readonly head: VisitHead
  readonly reader: PersonalReader
  /** Puts the change on record, once nothing stands in its way any more. */
  readonly change: () => Promise<Writer>
}

interface Wanted {
  readonly act: VisitAct
  /** What the log calls it. */
  readonly entry: string
  readonly point?: VisitPointId
  /** What the caller saw of the part they write. */
  readonly seen?: { readonly of: 'plan' | 'agenda' | 'minutes'; readonly version: number }
}

/** A visit held for an act of those who lead it: until the transaction ends nobody else writes in it. */
export async function openVisit(
  context: Context,
  tx: Transaction,
  id: VisitId,
  { act, entry, point, seen }: Wanted,
): Promise<Result<OpenedVisit>> {
  const readable = await findReadableVisit(context, tx, id)
  if (!readable.ok) return readable
  if (!mayAt(context, 'visit.lead', readable.value.unit)) return refused('not-permitted')
  const head = await findVisitHead(tx.reader, id, { hold: true })
  if (head === undefined) throw new Error('a visit is never deleted')
  const refusal = refusalOfVisitAct(act, { state: visitState(head), day: head.day, today: context.today })
  if (refusal !== null) return refused(refusal)
  if (seen !== undefined && seen.version !== head[`${seen.of}Version`]) return refused('outdated-version')
  const detail = point === undefined ? {} : { detail: { point } }
  const subject = { subjectKind: 'visit', subjectId: id, ...detail } as const
  return done({
    head,
    reader: await tx.recordAccess({ act: entry, ...subject }),
    change: () => tx.recordChange({ room: 'learning', act: entry, ...subject }),
  })
}
