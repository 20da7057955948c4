import type { LogHoldId, PersonId } from '../ids.ts'
import type { PersonalReader, Writer } from '../transaction.ts'

/** Entries on a case that the people concerned are told of later, when a second person agrees. */
export interface LogHold {
  readonly id: LogHoldId
  readonly caseId: string
  /** As `access:17`. */
  readonly entries: readonly string[]
  readonly until: string
  readonly reason: string
  readonly proposedBy: PersonId
  readonly proposedAt: Date
  readonly decidedBy: PersonId | null
  readonly approved: boolean | null
  readonly lifted: boolean
}

const columns = [
  'id',
  'case_id as caseId',
  'entries',
  'until',
  'reason',
  'proposed_by as proposedBy',
  'proposed_at as proposedAt',
  'decided_by as decidedBy',
  'approved',
  'lifted_at as liftedAt',
] as const

type Row = Omit<LogHold, 'lifted'> & { readonly liftedAt: Date | null }

const holdOf = ({ liftedAt, ...row }: Row): LogHold => ({ ...row, lifted: liftedAt !== null })

export async function listHolds(
  reader: PersonalReader,
  cases: readonly string[],
): Promise<readonly LogHold[]> {
  const rows = await reader.db
    .selectFrom('log_hold')
    .select(columns)
    .where('case_id', 'in', cases.length === 0 ? [''] : cases)
    .orderBy('proposed_at', 'desc')
    .limit(500)
    .execute()
  return rows.map(holdOf)
}

/** Waits for the second person, or is in force on `today`. */
export async function listOpenHolds(reader: PersonalReader, today: string): Promise<readonly LogHold[]> {
  const rows = await reader.db
    .selectFrom('log_hold')
    .select(columns)
    .where('until', '>=', today)
    .where('lifted_at', 'is', null)
    .where((eb) => eb.or([eb('approved', 'is', null), eb('approved', '=', true)]))
    .orderBy('proposed_at', 'desc')
    .limit(500)
    .execute()
  return rows.map(holdOf)
}

/** The hold, kept from being decided twice at once. */
export async function lockHold(reader: PersonalReader, id: LogHoldId): Promise<LogHold | undefined> {
  const row = await reader.db
    .selectFrom('log_hold')
    .select(columns)
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirst()
  return row && holdOf(row)
}

export async function addHold(
  writer: Writer,
  hold: Pick<LogHold, 'id' | 'caseId' | 'entries' | 'until' | 'reason' | 'proposedBy'>,
): Promise<void> {
  await writer.db
    .insertInto('log_hold')
    .values({
      id: hold.id,
      case_id: hold.caseId,
      entries: [...hold.entries],
      until: hold.until,
      reason: hold.reason,
      proposed_by: hold.proposedBy,
    })
    .execute()
}

export async function decideHold(
  writer: Writer,
  id: LogHoldId,
  { by, at, approved }: { readonly by: PersonId; readonly at: Date; readonly approved: boolean },
): Promise<void> {
  await writer.db
    .updateTable('log_hold')
    .set({ decided_by: by, decided_at: at, approved })
    .where('id', '=', id)
    .execute()
}

export async function liftHold(writer: Writer, id: LogHoldId, by: PersonId, at: Date): Promise<void> {
  await writer.db.updateTable('log_hold').set({ lifted_by: by, lifted_at: at }).where('id', '=', id).execute()
}
