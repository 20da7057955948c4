import type {
  checkRules as checkRoute,
  RulesCandidate,
  tryRules as tryRoute,
} from '../../../contract/caseflow/rules.ts'
import { casesOfTrial } from '../../../contract/caseflow/rules.ts'
import { setImmediate as breathe } from 'node:timers/promises'
import type { Immutable, RouteOutput } from '../../../contract/frame/route.ts'
import { compileRules } from '../../../core/caseflow/compile-rules.ts'
import { compareRules } from '../../../core/caseflow/publish/compare-rules.ts'
import { RulesTrial } from '../../../core/caseflow/publish/state-counts.ts'
import { listUnregistered } from '../../../storage/caseflow/registered-kinds.ts'
import { listEventsOf } from '../../../storage/caseflow/case-to-judge.ts'
import { countCasesWithEvents, listCasesAfter } from '../../../storage/caseflow/rules-version.ts'
import { authorise } from '../../frame/authorise.ts'
import type { Context } from '../../frame/context.ts'
import { done, type Result } from '../../frame/result.ts'
import type { IncludedRules } from '../included-rules.ts'
import { readCandidate } from './rules-candidate.ts'

/** Changed cases named in a portion of a trial. */
const examples = 5
/** Cases judged twice before others on this thread get their turn. */
const casesPerBreath = 10

/** What rules would change, before anything is published. */
export async function checkRules(
  context: Context,
  included: IncludedRules,
  asked: RulesCandidate,
): Promise<Result<Immutable<RouteOutput<typeof checkRoute>>>> {
  const granted = authorise(context, 'caseflow.rules')
  if (!granted.ok) return granted
  return context.database.transaction(context.actor, async ({ reader }) => {
    const read = await readCandidate(reader, included, asked)
    if (!read.ok) return read
    const { rules, standing, before } = read.value
    return done({
      key: rules.key,
      version: rules.version,
      title: rules.title,
      standing,
      before: before?.version ?? null,
      difference: compareRules(before, rules),
      cases: await countCasesWithEvents(reader),
    })
  })
}

/** Judges a portion of the cases twice. Asked for portion by portion, so that whoever waits sees how far it is. */
export async function tryRules(
  context: Context,
  included: IncludedRules,
  { candidate, after = '' }: { readonly candidate: RulesCandidate; readonly after?: string | undefined },
): Promise<Result<Immutable<RouteOutput<typeof tryRoute>>>> {
  const granted = authorise(context, 'caseflow.rules')
  if (!granted.ok) return granted
  return context.database.transaction(context.actor, async (tx) => {
    const read = await readCandidate(tx.reader, included, candidate)
    if (!read.ok) return read
    const { rules, inForce, toBe } = read.value
    const reader = await tx.recordAccess({
      act: 'try-deadline-rules',
      subjectKind: 'deadline-rules',
      subjectId: rules.key,
      detail: { version: rules.version },
    })
    const cases = await listCasesAfter(reader, after, casesOfTrial)
    const trial = new RulesTrial(
      compileRules(inForce, await listUnregistered(reader, inForce)),
      compileRules(toBe, await listUnregistered(reader, toBe)),
    )
    for (const [at, { caseId, events }] of (await listEventsOf(reader, cases)).entries()) {
      trial.add(caseId, events, context.now.getTime())
      if (at % casesPerBreath === casesPerBreath - 1) await breathe()
    }
    return done({
      cases: trial.cases,
      changed: trial.changed.length,
      examples: trial.changed.slice(0, examples),
      effects: trial.effects(),
      next: cases.length < casesOfTrial ? null : (cases.at(-1) ?? null),
    })
  })
}
