import { randomUUID } from 'node:crypto'
import { caseKinds } from '../../src/core/access/retention/kinds.ts'
import { addRule, judgeRule } from '../../src/storage/access/retention/rules.ts'
import { addRun, decideRun } from '../../src/storage/access/retention/runs.ts'
import { getId, type PersonId, type PurgeRunId } from '../../src/storage/ids.ts'
import type { Actor, Database } from '../../src/storage/transaction.ts'

/** A run of these cases, proposed by the actor and approved by another person; every part of a case is kept for a year. */
export async function approvePurge(
  database: Database,
  actor: Actor & { readonly personId: PersonId },
  second: PersonId,
  { cases, today }: { readonly cases: readonly string[]; readonly today: string },
): Promise<PurgeRunId> {
  const id = getId<PurgeRunId>(randomUUID())
  const at = new Date()
  await database.transaction(actor, async (tx) => {
    const writer = await tx.recordChange({ room: 'access', act: 'propose-purge', subjectKind: 'purge-run' })
    for (const kind of caseKinds) {
      await addRule(writer, {
        kind,
        version: 1,
        months: 12,
        basis: null,
        confirmed: false,
        reason: 'prøve',
        by: actor.personId,
        at,
      })
      await judgeRule(writer, { kind, version: 1 }, { approved: true, by: second, at })
    }
    await addRun(tx, writer, { id, asOf: today, cases, counts: {}, by: actor.personId, at })
    await decideRun(writer, id, { by: second, at, approved: true })
  })
  return id
}
