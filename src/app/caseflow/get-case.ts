import type { getCase as getRoute } from '../../contract/caseflow/deadlines.ts'
import type { Immutable, RouteOutput } from '../../contract/frame/route.ts'
import { becauseWords } from '../../core/caseflow/because-words.ts'
import type { CaseEvent } from '../../core/caseflow/case-event.ts'
import { compileRules } from '../../core/caseflow/compile-rules.ts'
import type { EventKind } from '../../core/caseflow/deadline-rules.ts'
import type { Deadline, DeadlineState } from '../../core/caseflow/deadline.ts'
import { isoDay } from '../../core/calendar/day-number.ts'
import { judgeCase } from '../../core/caseflow/judge-case.ts'
import { groupOf, passedOverKinds } from '../../core/caseflow/sheet/kind-groups.ts'
import { listEventsOf } from '../../storage/caseflow/case-to-judge.ts'
import { listDeadlineRules } from '../../storage/caseflow/deadline-rules.ts'
import { listUnregistered } from '../../storage/caseflow/registered-kinds.ts'
import type { PersonalReader } from '../../storage/transaction.ts'
import type { Context } from '../frame/context.ts'
import { done, refused, type Result } from '../frame/result.ts'
import { leftOf, pastBy } from './due-distance.ts'
import { listedRules } from './listed-rules.ts'
import { allKinds } from './receive-events.ts'
import { childNumber, childrenOf, readSheet } from './sheet/case-facts.ts'
import { seesSheet } from './sheet/sees-sheet.ts'

type Case = Immutable<RouteOutput<typeof getRoute>>

const order: readonly DeadlineState[] = ['open', 'running', 'cannot-tell', 'late', 'met', 'not-applicable']

/** The overview sheet of a case as it stands now: judged anew from its events, so that it also tells where a rule asks nothing, and why. */
export async function getCase(context: Context, caseId: string): Promise<Result<Case>> {
  return context.database.transaction(context.actor, async (tx) => {
    if (!(await seesSheet(context, tx.reader, caseId))) return refused('not-found')
    const reader = await tx.recordAccess({
      act: 'open-case-deadlines',
      subjectKind: 'case',
      subjectId: caseId,
    })
    const events = (await listEventsOf(reader, [caseId]))[0]?.events ?? []
    return done(await sheetOf(context, reader, { caseId, events }))
  })
}

/** The sheet, of events that the caller may see. */
export async function sheetOf(
  context: Context,
  reader: PersonalReader,
  { caseId, events }: { readonly caseId: string; readonly events: readonly CaseEvent[] },
): Promise<Case> {
  const rules = await listDeadlineRules(reader)
  const kinds = allKinds(rules)
  const deadlines = judgeCase(
    compileRules(rules, await listUnregistered(reader, rules)),
    events,
    context.now.getTime(),
  )
    .map((one, at) => toListed(one, caseId, at + 1, { context, kinds }))
    .toSorted((a, b) => order.indexOf(a.state) - order.indexOf(b.state))
  const happened = events.filter(({ kind }) => !passedOverKinds.includes(kind))
  return {
    caseId,
    unit: events.findLast(({ unit }) => unit !== '')?.unit ?? '',
    caseworker: events.findLast(({ caseworker }) => caseworker !== '')?.caseworker ?? '',
    deadlines,
    rules: listedRules(rules),
    events: toEvents(happened, kinds),
    sheet: await readSheet(context, reader, { caseId, events: happened, deadlines }),
  }
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

function toEvents(events: readonly CaseEvent[], kinds: readonly EventKind[]): Case['events'] {
  const children = childrenOf(events)
  return events.map(({ kind, day, moment, unit, caseworker, child, attributes }, at) => ({
    n: at + 1,
    name: kinds.find(({ key }) => key === kind)?.name ?? { da: kind, en: kind },
    group: groupOf(kind),
    day: isoDay(day),
    moment: isoMoment(moment),
    unit,
    caseworker,
    child: childNumber(child, children),
    measure: attributes['measure'] || null,
  }))
}

function isoMoment(moment: number | null): string | null {
  return moment === null ? null : new Date(moment).toISOString()
}
