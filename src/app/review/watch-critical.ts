import { overdueSteps } from '../../core/review/critical-deadlines.ts'
import type { CriticalCaseId } from '../../storage/ids.ts'
import { getToldSoFar } from '../../storage/review/critical-act.ts'
import { findCritical, listOpenCriticals, type CriticalHead } from '../../storage/review/critical-case.ts'
import type { Database, Reader, Transaction } from '../../storage/transaction.ts'
import { escalate, listToTell, tellHandlers } from './tell-handlers.ts'

/**
 * Watches the clocks of all open critical cases: what is overdue goes to the director, each step once; whoever must act
 * by now, because the manager went away or changed, is told. Nothing is logged where there is nothing to do.
 */
export async function watchCritical(database: Database, now: Date): Promise<number> {
  let acted = 0
  for (const { municipalityId } of await database.beforeSignIn.listMunicipalities()) {
    const actor = { municipalityId, personId: null }
    const open = await database.transaction(actor, ({ reader }) => listOpenCriticals(reader))
    for (const id of open) acted += await database.transaction(actor, (tx) => watchOne(tx, id, now))
  }
  return acted
}

async function watchOne(tx: Transaction, id: CriticalCaseId, now: Date): Promise<number> {
  const seen = await findCritical(tx.reader, id, null)
  if (seen === undefined || !(await isAnythingToDo(tx.reader, seen, now))) return 0
  // Another process may be watching too: one of them goes first, the other then finds nothing to do.
  const head = await findCritical(tx.reader, id, null, { hold: true })
  if (head === undefined || !(await isAnythingToDo(tx.reader, head, now))) return 0
  const writer = await tx.recordChange({
    room: 'review',
    act: 'watch-critical-case',
    subjectKind: 'critical-case',
    subjectId: id,
  })
  const overdue = await listToEscalate(tx.reader, head, now)
  await tellHandlers(writer, head, now)
  for (const step of overdue) await escalate(writer, head, { step, due: head.deadlines[step], now })
  return 1
}

async function isAnythingToDo(reader: Reader, head: CriticalHead, now: Date): Promise<boolean> {
  if (head.critical.state === 'accounted' || head.critical.state === 'withdrawn') return false
  if ((await listToEscalate(reader, head, now)).length > 0) return true
  const { told } = await getToldSoFar(reader, head.id, head.run)
  return (await listToTell(reader, head, now)).some((person) => !told.includes(person))
}

async function listToEscalate(reader: Reader, { id, run, critical, deadlines }: CriticalHead, now: Date) {
  const { escalated } = await getToldSoFar(reader, id, run)
  return overdueSteps(critical, deadlines, now).filter((step) => !escalated.includes(step))
}
