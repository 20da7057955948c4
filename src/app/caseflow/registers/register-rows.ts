import type { RegisterRow, RegisterStep } from '../../../contract/caseflow/registers.ts'
import type { Immutable } from '../../../contract/frame/route.ts'
import { dayOf } from '../../../core/calendar/danish-time.ts'
import { isoDay } from '../../../core/calendar/day-number.ts'
import { standingOf, type GateStanding } from '../../../core/caseflow/registers/gate-standing.ts'
import { threadsOf, type GateThread } from '../../../core/caseflow/registers/gate-threads.ts'
import {
  approvalKinds,
  approvingRoles,
  enteredKinds,
  roleOfApproval,
  shownKinds,
  type SteppedRegister,
} from '../../../core/caseflow/registers/register.ts'
import { listGateEvents, type CaseHolder, type GateEvent } from '../../../storage/caseflow/register-cases.ts'
import { listEntriesOf, type ListedEntry } from '../../../storage/caseflow/register-entry.ts'
import type { PersonalReader } from '../../../storage/transaction.ts'
import type { Context } from '../../frame/context.ts'
import type { Gates } from './gates-of.ts'
import { mayChange } from './may-change.ts'
import type { RegisterReach } from './register-reach.ts'

type Row = Immutable<RegisterRow>

/** Every plan, placement or disagreement of some cases, as the caller sees it. */
export async function rowsOf(
  context: Context,
  reader: PersonalReader,
  register: SteppedRegister,
  holders: readonly CaseHolder[],
  { gates, reach }: { readonly gates: Gates; readonly reach: RegisterReach },
): Promise<readonly Row[]> {
  const cases = holders.map(({ caseId }) => caseId)
  const events = await listGateEvents(reader, cases, [...shownKinds[register], 'case-closed'])
  const entries = Map.groupBy(await listEntriesOf(reader, cases), ({ caseId }) => caseId)
  const asOf = context.now.getTime()
  return holders.flatMap((holder) => {
    const all = events.get(holder.caseId) ?? []
    const writes = reach.writes(holder)
    const own = (entries.get(holder.caseId) ?? []).filter((entry) => entry.register === register)
    const placed = new Set<string>()
    return threadsOf(register, all).map((thread): Row => {
      const standing = standingOf(register, thread, all, { compiled: gates.compiled, asOf })
      const idle = own.filter(
        ({ id, about, act }) =>
          (act === 'withdrawn' || act === 'set-aside') && about === thread.about && !placed.has(id),
      )
      for (const { id } of idle) placed.add(id)
      return {
        ...holder,
        about: thread.about,
        state: standing.state,
        steps: stepsOf(context, register, thread, own, idle, writes),
        missing: standing.missing,
        ...deadlinesOf(standing, dayOf(asOf)),
        overdue: standing.isOverdue,
        dueOn: standing.due === null ? null : isoDay(standing.due),
        next: writes ? nextOf(register, standing) : [],
        mayWrite: writes,
        oneHand: register === 'safety-plan' ? oneHandOf(thread, own) : null,
        approve: approvalOf(register, standing, holder, reach),
      }
    })
  })
}

function nextOf(register: SteppedRegister, { next }: GateStanding): Row['next'] {
  const known: readonly Row['next'][number][] = enteredKinds[register]
  return next.flatMap((kind) => known.filter((one) => one === kind))
}

function approvalOf(
  register: SteppedRegister,
  { missing, state }: GateStanding,
  holder: CaseHolder,
  reach: RegisterReach,
): Row['approve'] {
  if (register !== 'safety-plan' || state === 'ended') return null
  const role = reach.approvesAs(holder).find((one) => missing.some(({ kind }) => kind === approvalKinds[one]))
  return role === undefined ? null : approvalKinds[role]
}

/** Who entered all of a plan's approvals, where all three are there and none is from the case system or of another hand. */
function oneHandOf(
  { events }: GateThread<GateEvent>,
  entries: readonly ListedEntry[],
): { readonly name: string | null } | null {
  const approvals = events.filter(({ kind }) => roleOfApproval(kind) !== undefined)
  if (new Set(approvals.map(({ kind }) => kind)).size < approvingRoles.length) return null
  const hands = approvals.map(({ entry }) => entries.find(({ id }) => id === entry))
  const [first] = hands
  if (first === undefined || first.enteredBy === null) return null
  return hands.every((hand) => hand?.enteredBy === first.enteredBy) ? { name: first.enteredByName } : null
}

function deadlinesOf({ deadlines }: GateStanding, today: number): Pick<Row, 'deadlines'> {
  return {
    deadlines: deadlines.map(({ rule, state, due, lateBy }) => ({
      rule,
      state,
      dueOn: due === null ? null : isoDay(due.day),
      lateBy,
      left: state === 'running' && due !== null ? due.day - today : null,
    })),
  }
}

function stepsOf(
  context: Context,
  register: SteppedRegister,
  { events }: GateThread<GateEvent>,
  entries: readonly ListedEntry[],
  idle: readonly ListedEntry[],
  writes: boolean,
): Row['steps'] {
  const shown = events.map(({ kind, day, moment, entry }): Immutable<RegisterStep> => {
    const own = entry === null ? undefined : entries.find(({ id }) => id === entry)
    return {
      kind,
      day: isoDay(day),
      moment: moment === null ? null : new Date(moment).toISOString(),
      entry: own === undefined ? null : entryOf(context, own, writes),
    }
  })
  const rest = idle.map((entry): Immutable<RegisterStep> => ({
    kind: entry.kind,
    day: entry.day,
    moment: entry.moment?.toISOString() ?? null,
    entry: entryOf(context, entry, writes),
  }))
  return [...shown, ...rest].toSorted((a, b) => compareSteps(register, a, b))
}

/** By day and time of day; where one of them has none, as the steps are to be taken. */
function compareSteps(
  register: SteppedRegister,
  a: Immutable<RegisterStep>,
  b: Immutable<RegisterStep>,
): number {
  if (a.day !== b.day) return a.day < b.day ? -1 : 1
  if (a.moment !== null && b.moment !== null) return a.moment < b.moment ? -1 : a.moment > b.moment ? 1 : 0
  const order: readonly string[] = shownKinds[register]
  return order.indexOf(a.kind) - order.indexOf(b.kind)
}

export function entryOf(
  context: Context,
  entry: ListedEntry,
  writes: boolean,
): NonNullable<RegisterStep['entry']> {
  const isApproval = roleOfApproval(entry.kind) !== undefined
  return {
    id: entry.id,
    version: entry.version,
    act: entry.act,
    enteredBy: entry.enteredByName,
    approver: isApproval ? entry.approverName : null,
    onBehalf: isApproval && entry.approver !== entry.enteredBy,
    note: entry.note,
    reason: entry.reason,
    mayChange: writes && entry.act !== 'withdrawn' && mayChange(context, entry),
  }
}
