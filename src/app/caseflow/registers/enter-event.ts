import { randomUUID } from 'node:crypto'
import type {
  approvePlan as approveRoute,
  enterEvent as enterRoute,
} from '../../../contract/caseflow/registers.ts'
import type { Immutable, RouteInput, RouteOutput } from '../../../contract/frame/route.ts'
import { enteredTime } from '../../../core/caseflow/registers/new-entry.ts'
import {
  approvalKinds,
  isStepped,
  gatesKey,
  roleOfApproval,
  type Register,
} from '../../../core/caseflow/registers/register.ts'
import { judgeAllAgain } from '../../../storage/caseflow/case-to-judge.ts'
import { judgeNext, listApprovers, listChildrenOf } from '../../../storage/caseflow/register-cases.ts'
import {
  addEntry,
  hasApprovedOtherwise,
  lockApprovals,
  type EntryContent,
} from '../../../storage/caseflow/register-entry.ts'
import { getId, type ChildId, type PersonId } from '../../../storage/ids.ts'
import type { PersonalReader, Transaction } from '../../../storage/transaction.ts'
import type { Context } from '../../frame/context.ts'
import { done, refused, type Result } from '../../frame/result.ts'
import { rulesWith, type IncludedRules } from '../included-rules.ts'
import { judgeWaitingCases } from '../judge-cases.ts'
import { eventOf } from './entry-event.ts'
import { gatesOf } from './gates-of.ts'
import { openCase, settledAbout, threadsOfCase, type OpenCase } from './open-case.ts'
import { setAsideIfDouble } from './set-aside-doubles.ts'

type Asked = RouteInput<typeof enterRoute>['body']
type Entered = Immutable<RouteOutput<typeof enterRoute>>

/**
 * Enters what happened in a case, whether it should have happened or not: a start before the approvals is recorded and
 * shows as a breach. The case is judged anew at once.
 */
export async function enterEvent(
  context: Context,
  included: IncludedRules,
  asked: Asked,
): Promise<Result<Entered>> {
  return writing(context, async (tx): Promise<Result<Entered>> => {
    const opened = await openCase(tx, context, asked.caseId)
    if (!opened.ok) return opened
    const { reader, holder } = opened.value
    const moment = timeOf(context, asked)
    if (!moment.ok) return moment
    const about = await aboutFor(context, included, opened.value, asked)
    if (!about.ok) return about
    const approver = asked.approver === null ? null : getId<PersonId>(asked.approver)
    if (approver !== null && !(await heldRole(reader, { ...asked, approver }, holder.unitId)))
      return refused('approver-not-here')
    if (approver !== null && (await isSecondApproval(reader, { ...asked, about: about.value, approver })))
      return refused('already-approved')
    const child = await childOf(reader, asked.caseId, asked.child)
    if (!child.ok) return child
    const content: EntryContent = {
      kind: asked.kind,
      day: asked.day,
      moment: moment.value,
      childId: child.value,
      note: asked.note,
      approver,
    }
    return done(await add(tx, context, included, { ...asked, about: about.value }, content))
  })
}

/** Approves a safety plan now, in the name and role of whoever is signed in. */
export async function approvePlan(
  context: Context,
  included: IncludedRules,
  asked: RouteInput<typeof approveRoute>['body'],
): Promise<Result<Entered>> {
  return writing(context, async (tx): Promise<Result<Entered>> => {
    const opened = await openCase(tx, context, asked.caseId)
    if (!opened.ok) return opened
    const { reader, holder, reach } = opened.value
    const role = roleOfApproval(asked.kind)
    if (role === undefined || !reach.approvesAs(holder).includes(role)) return refused('not-permitted')
    const approver = context.actor.personId
    if (await isSecondApproval(reader, { ...asked, approver })) return refused('already-approved')
    const gates = await gatesOf(tx.reader, included)
    const { running } = await threadsOfCase(context, reader, asked.caseId, 'safety-plan', gates)
    const plan = running.find(({ about }) => about === asked.about)
    if (plan === undefined) return refused('gate-unclear')
    if (plan.events.some(({ kind }) => kind === approvalKinds[role])) return refused('already-approved')
    const content: EntryContent = {
      kind: asked.kind,
      day: context.today,
      moment: context.now,
      childId: null,
      note: asked.note,
      approver,
    }
    return done(await add(tx, context, included, { ...asked, register: 'safety-plan' }, content))
  })
}

/** Does the work and judges the case it touched before anything else that waits. */
async function writing<T>(
  context: Context,
  work: (tx: Transaction) => Promise<Result<T>>,
): Promise<Result<T>> {
  const { database, actor, now } = context
  const result = await database.transaction(actor, work)
  if (result.ok) await judgeWaitingCases({ database, actor }, now, 1)
  return result
}

async function add(
  tx: Transaction,
  { actor, now }: Context,
  included: IncludedRules,
  of: { readonly caseId: string; readonly register: Register; readonly about: string },
  content: EntryContent,
): Promise<Entered> {
  const { isNew } = await rulesWith(tx, included, gatesKey, now)
  const writer = await tx.recordChange({
    room: 'caseflow',
    act: 'enter-in-register',
    subjectKind: 'case',
    subjectId: of.caseId,
    detail: { register: of.register, kind: content.kind, day: content.day },
  })
  if (isNew) await judgeAllAgain(writer)
  const entry = { ...of, key: randomUUID(), by: actor.personId }
  const id = await addEntry(writer, entry, content, eventOf(of, content))
  const double = await setAsideIfDouble(tx, id)
  await judgeNext(writer, of.caseId)
  return { id, double }
}

export function timeOf(
  { now }: Context,
  written: Pick<Asked, 'day' | 'time'>,
): Result<Date | null, 'event-ahead' | 'time-not-shown'> {
  const found = enteredTime(written, now.getTime())
  if (!found.ok) return refused(found.why === 'ahead' ? 'event-ahead' : 'time-not-shown')
  return done(found.moment === null ? null : new Date(found.moment))
}

async function aboutFor(
  context: Context,
  included: IncludedRules,
  { reader, holder }: OpenCase,
  { register, kind, about }: Asked,
): Promise<Result<string, 'gate-unclear'>> {
  if (!isStepped(register)) return done('')
  const gates = await gatesOf(reader, included)
  const threads = await threadsOfCase(context, reader, holder.caseId, register, gates)
  return settledAbout({ kind, about }, register, threads, randomUUID())
}

/**
 * Three approvals are three people looking: one who holds two of the roles gives one of them. Approvals of a case are
 * taken one after the other, so that two at once do not miss each other.
 */
async function isSecondApproval(
  reader: PersonalReader,
  of: {
    readonly caseId: string
    readonly about: string
    readonly kind: string
    readonly approver: PersonId | null
  },
): Promise<boolean> {
  const { approver } = of
  if (approver === null) return false
  await lockApprovals(reader, of.caseId)
  return hasApprovedOtherwise(reader, { ...of, approver })
}

async function heldRole(
  reader: PersonalReader,
  { approver, kind, day }: { readonly approver: PersonId; readonly kind: string; readonly day: string },
  unit: string | null,
): Promise<boolean> {
  const role = roleOfApproval(kind)
  return (await listApprovers(reader, day)).some(
    (one) => one.id === approver && one.role === role && one.unitId === unit,
  )
}

/** The child that a number stands for. */
async function childOf(
  reader: PersonalReader,
  caseId: string,
  number: number | null,
): Promise<Result<ChildId | null, 'child-unknown'>> {
  if (number === null) return done(null)
  const child = (await listChildrenOf(reader, caseId))[number - 1]
  return child === undefined ? refused('child-unknown') : done(child)
}
