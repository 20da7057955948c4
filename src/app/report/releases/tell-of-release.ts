import { rolesWith } from '../../../core/access/permissions.ts'
import type { Role } from '../../../core/access/role.ts'
import { listReleaseEvents, type ReportRelease } from '../../../storage/report/release.ts'
import { listReviewers } from '../../../storage/review/assignment.ts'
import type { Transaction, Writer } from '../../../storage/transaction.ts'
import type { Context } from '../../frame/context.ts'
import { notify } from '../../notification/notify.ts'

/** Tells those who may read a report that it is out; by mail, with a link, those who want mail. Whoever released it knows. */
export async function tellReleased(
  context: Context,
  tx: Transaction,
  writer: Writer,
  release: ReportRelease,
): Promise<void> {
  const reader = await tx.recordAccess({
    act: 'list-people',
    subjectKind: 'person',
    detail: { release: release.id },
  })
  const people = await listReviewers(reader, readersOf(release), context.today)
  await notify(writer, {
    to: people.map(({ person }) => person).filter((person) => person !== context.actor.personId),
    kind: release.corrects === null ? 'report-released' : 'report-corrected',
    subjectId: release.id,
  })
}

/** As `/api/released` lists them: public editions to all in the service, the ombudsman's report to them, the rest to who makes reports. */
function readersOf({ edition, template }: ReportRelease): readonly Role[] {
  const makers = rolesWith('release.read')
  if (edition === 'public') return [...new Set([...makers, ...rolesWith('released.read')])]
  return template === 'ombudsman' ? [...new Set([...makers, ...rolesWith('released.ombudsman')])] : makers
}

/** Tells those who wrote what was sent back, before the sending back itself is on record. */
export async function tellSentBack(context: Context, writer: Writer, { id }: ReportRelease): Promise<void> {
  const events = await listReleaseEvents(writer, id)
  await notify(writer, {
    to: events
      .filter(({ step }) => step === 'begin' || step === 'write' || step === 'hand-over')
      .flatMap(({ personId }) => personId ?? [])
      .filter((person) => person !== context.actor.personId),
    kind: 'report-sent-back',
    subjectId: id,
    // A report can come back more than once.
    once: context.now.toISOString(),
  })
}
