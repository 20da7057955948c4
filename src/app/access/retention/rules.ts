import type {
  decideRetention as decideRoute,
  readRetention as readRoute,
} from '../../../contract/access/retention/retention.ts'
import type { Immutable, RouteInput, RouteOutput } from '../../../contract/frame/route.ts'
import { retentionKinds } from '../../../core/access/retention/kinds.ts'
import { addRule, listRules } from '../../../storage/access/retention/rules.ts'
import type { Context } from '../../frame/context.ts'
import { done, refused, type Result } from '../../frame/result.ts'

export async function readRetention(
  context: Context,
): Promise<Result<Immutable<RouteOutput<typeof readRoute>>>> {
  const rules = await context.database.transaction(context.actor, ({ reader }) => listRules(reader))
  return done({
    rules: retentionKinds.flatMap((kind) =>
      rules
        .filter((rule) => rule.kind === kind)
        .map((rule) => ({ ...rule, kind, at: rule.at.toISOString() })),
    ),
  })
}

/** A new version; the earlier ones stay. Whoever has not seen the newest one does not replace it. */
export async function decideRetention(
  context: Context,
  wanted: RouteInput<typeof decideRoute>['body'],
): Promise<Result<undefined, 'retention-changed' | 'basis-missing'>> {
  if (wanted.confirmed && wanted.basis === null) return refused('basis-missing')
  return context.database.transaction(
    context.actor,
    async (tx): Promise<Result<undefined, 'retention-changed'>> => {
      const newest = (await listRules(tx.reader)).find(({ kind }) => kind === wanted.kind)?.version ?? 0
      if (newest !== wanted.version) return refused('retention-changed')
      const writer = await tx.recordChange({
        room: 'access',
        act: 'decide-retention',
        subjectKind: 'retention-rule',
        subjectId: wanted.kind,
        detail: { version: newest + 1, months: wanted.months, confirmed: wanted.confirmed },
      })
      const { personId: by } = context.actor
      const added = await addRule(writer, { ...wanted, version: newest + 1, by, at: context.now })
      return added ? done() : refused('retention-changed')
    },
  )
}
