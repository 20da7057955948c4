import type { EventKind } from '../../core/caseflow/deadline-rules.ts'
import { ruleAttributes } from '../../core/caseflow/rule-attributes.ts'
import { countCasesToJudge } from '../../storage/caseflow/case-to-judge.ts'
import { listEventImports as listStored, type EventImport } from '../../storage/caseflow/event-import.ts'
import { listEventSources, type EventSource } from '../../storage/caseflow/event-source.ts'
import { authorise } from '../frame/authorise.ts'
import type { Context } from '../frame/context.ts'
import { done, type Result } from '../frame/result.ts'
import { rulesToCome, type IncludedRules } from './included-rules.ts'
import { deliveredKinds } from './receive-events.ts'

interface EventImports {
  readonly sources: readonly EventSource[]
  readonly imports: readonly EventImport[]
  readonly attributes: readonly string[]
  readonly kinds: readonly Pick<EventKind, 'key' | 'name'>[]
  readonly toJudge: number
}

export async function listEventImports(
  context: Context,
  included: IncludedRules,
): Promise<Result<EventImports>> {
  const granted = authorise(context, 'caseflow.import')
  if (!granted.ok) return granted
  return context.database.transaction(context.actor, async ({ reader }) => {
    const rules = await rulesToCome(reader, included)
    return done({
      sources: await listEventSources(reader),
      imports: await listStored(reader),
      kinds: deliveredKinds(rules).map(({ key, name }) => ({ key, name })),
      attributes: ruleAttributes(rules),
      toJudge: await countCasesToJudge(reader),
    })
  })
}
