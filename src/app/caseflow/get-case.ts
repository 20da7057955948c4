import type { getCase as getRoute } from '../../contract/caseflow/deadlines.ts'
import type { Immutable, RouteOutput } from '../../contract/frame/route.ts'
import { becauseWords } from '../../core/caseflow/because-words.ts'
import type { CaseEvent } from '../../core/caseflow/case-event.ts'
import { compileRules } from '../../core/caseflow/compile-rules.ts'
import type { EventKind } from '../../core/caseflow/deadline-rules.ts'
import type { Deadline, DeadlineState } from '../../core/caseflow/deadline.ts'
import { judgeCase } from '../../core/caseflow/judge-case.ts'
import { listEventsOf } from '../../storage/caseflow/case-to-judge.ts'
import { seesCase } from '../../storage/caseflow/deadline-list.ts'
import { listDeadlineRules } from '../../storage/caseflow/deadline-rules.ts'
import type { Context } from '../frame/context.ts'
import { done, refused, type Result } from '../frame/result.ts'
import { leftOf, pastBy } from './due-distance.ts'
import { viewerOf } from './list-deadlines.ts'
import { listedRules } from './listed-rules.ts'
import { allKinds } from './receive-events.ts'

type Case = Immutable<RouteOutput<typeof getRoute>>

const msInDay = 86_400_000
const order: readonly DeadlineState[] = ['open', 'running', 'cannot-tell', 'late', 'met', 'not-applicable']

/** One case as it stands now: judged anew from its events, so that it also tells where a rule asks nothing, and why. */
export async function getCase(context: Context, caseId: string): Promise<Result<Case>> {
  return context.database.transaction(context.actor, async (tx) => {
    const viewer = await viewerOf(tx.reader, context)
    if (!(await seesCase(tx.reader, viewer, caseId))) return refused('not-found')
    const reader = await tx.recordAccess({
      act: 'open-case-deadlines',
      subjectKind: 'case',
      subjectId: caseId,
    })
    const events = (await listEventsOf(reader, [caseId]))[0]?.events ?? []
    const rules = await listDeadlineRules(reader)
    const kinds = allKinds(rules)
    const judged = judgeCase(compileRules(rules), events, context.now.getTime())
    return done({
      caseId,
      unit: events.findLast(({ unit }) => unit !== '')?.unit ?? '',
      caseworker: events.findLast(({ caseworker }) => caseworker !== '')?.caseworker ?? '',
      deadlines: judged
        .map((one, at) => toListed(one, caseId, at + 1, { context, kinds }))
        .toSorted((a, b) => order.indexOf(a.state) - order.indexOf(b.state)),
      rules: listedRules(rules),
      events: toEvents(events, kinds),
    })
  })
}

function toListed(
  one: Deadline,
  caseId: string,
  n: number,
  { context, kinds }: { readonly context: Context; readonly kinds: readonly EventKind[] },
): Case['deadlines'][number] {
  const { rule, rules, state, unit, caseworker, started, due, done: met, because } = one
  const dueOn = due === null ? null : isoDay(due.day)
  const distance = { dueOn, dueAt: due === null || due.moment === null ? null : new Date(due.moment) }
  const { now, today } = context
  return {
    caseId,
    n,
    rule,
    rules,
    unit,
    caseworker,
    caseworkerName: null,
    startedOn: started === null ? null : isoDay(started.day),
    startedAt: isoMoment(started?.moment ?? null),
    dueOn,
    dueAt: distance.dueAt?.toISOString() ?? null,
    doneOn: met === null ? null : isoDay(met.day),
    state,
    lateBy: state === 'open' ? pastBy(distance, now, today) : one.lateBy,
    left: state === 'running' ? leftOf(distance, now, today) : null,
    because: because === null ? null : becauseWords(because, kinds),
  }
}

/** Children are told apart by number; who they are is the case system's to say. */
function toEvents(events: readonly CaseEvent[], kinds: readonly EventKind[]): Case['events'] {
  const children = [...new Set(events.flatMap(({ child }) => (child === '' ? [] : [child])))]
  return events.map(({ kind, day, moment, unit, caseworker, child }, at) => ({
    n: at + 1,
    name: kinds.find(({ key }) => key === kind)?.name ?? { da: kind, en: kind },
    day: isoDay(day),
    moment: isoMoment(moment),
    unit,
    caseworker,
    child: children.length < 2 || child === '' ? null : children.indexOf(child) + 1,
  }))
}

function isoDay(day: number): string {
  return new Date(day * msInDay).toISOString().slice(0, 10)
}

function isoMoment(moment: number | null): string | null {
  return moment === null ? null : new Date(moment).toISOString()
}
