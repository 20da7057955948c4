import type {
  decideRetention as decideRoute,
  judgeRetention as judgeRoute,
  readRetention as readRoute,
} from '../../../contract/access/retention/retention.ts'
import type { Immutable, RouteInput, RouteOutput } from '../../../contract/frame/route.ts'
import { retentionKinds } from '../../../core/access/retention/kinds.ts'
import { addRule, judgeRule, listRules } from '../../../storage/access/retention/rules.ts'
import type { Context } from '../../frame/context.ts'
import { lockRetention } from '../../../storage/access/retention/runs.ts'
import { done, refused, type Result } from '../../frame/result.ts'

export async function readRetention(
  context: Context,
): Promise<Result<Immutable<RouteOutput<typeof readRoute>>>> {
  const rules = await context.database.transaction(context.actor, ({ reader }) => listRules(reader))
  return done({
    rules: retentionKinds.flatMap((kind) =>
      rules
        .filter((rule) => rule.kind === kind)
        .map(({ byId, ...rule }) => ({
          ...rule,
          kind,
          at: rule.at.toISOString(),
          mine: byId === context.actor.personId,
        })),
    ),
  })
}

/**
 * A new version, which counts once another person has approved it; the earlier ones stay. Whoever has not seen the newest
 * one does not replace it.
 */
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
        act: 'propose-retention',
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

type Judged = Result<undefined, 'retention-changed' | 'rule-own'>

/** The second person says yes or no to the newest version; what was judged, or is no longer the newest, stays as it is. */
export async function judgeRetention(
  context: Context,
  { kind, version, approve }: RouteInput<typeof judgeRoute>['body'],
): Promise<Judged> {
  return context.database.transaction(context.actor, async (tx): Promise<Judged> => {
    // A case is looked at by its periods and erased in one transaction; they do not change within it.
    await lockRetention(tx.reader, context.actor.municipalityId)
    const newest = (await listRules(tx.reader)).find((rule) => rule.kind === kind)
    if (newest?.version !== version || newest.approved !== null) return refused('retention-changed')
    const { personId: by } = context.actor
    if (newest.byId === by) return refused('rule-own')
    const writer = await tx.recordChange({
      room: 'access',
      act: approve ? 'approve-retention' : 'refuse-retention',
      subjectKind: 'retention-rule',
      subjectId: kind,
      detail: { version },
    })
    const judged = await judgeRule(writer, { kind, version }, { approved: approve, by, at: context.now })
    return judged ? done() : refused('retention-changed')
  })
}
