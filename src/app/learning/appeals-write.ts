import { randomUUID } from 'node:crypto'
import type { RouteInput } from '../../contract/frame/route.ts'
import type {
  addAppeal as addRoute,
  addAppealCount as addCountRoute,
  decideAppeal as decideRoute,
  learnAppealLesson as learnRoute,
  planAppealLesson as planRoute,
} from '../../contract/learning/appeals.ts'
import { callsForLesson } from '../../core/learning/appeal.ts'
import { listUnits } from '../../storage/analysis/unit.ts'
import { personExists } from '../../storage/access/people.ts'
import { findId, getId, type AppealCountId, type AppealId, type PersonId } from '../../storage/ids.ts'
import {
  appealExists,
  holdAppeal,
  insertAppeal,
  insertAppealCount,
  updateAppeal,
  withdrawAppealCount as withdrawCount,
} from '../../storage/learning/appeal.ts'
import type { Transaction, Writer } from '../../storage/transaction.ts'
import { authorise } from '../frame/authorise.ts'
import type { Context } from '../frame/context.ts'
import { done, refused, type Result } from '../frame/result.ts'

type Standing = NonNullable<Awaited<ReturnType<typeof holdAppeal>>>

export async function addAppeal(
  context: Context,
  { unit, ageGroup, about, reassessedOn, sentOn, ...rest }: RouteInput<typeof addRoute>['body'],
): Promise<Result<{ id: AppealId }>> {
  const granted = authorise(context, 'appeal.edit')
  if (!granted.ok) return granted
  if (sentOn > context.today) return refused('appeal-day-ahead')
  return context.database.transaction(context.actor, async (tx): Promise<Result<{ id: AppealId }>> => {
    const known = (await listUnits(tx.reader)).find(({ id }) => id === unit)
    if (unit !== null && known === undefined) return refused('appeal-unit-unknown')
    const id = getId<AppealId>(randomUUID())
    const writer = await tx.recordChange({
      room: 'learning',
      act: 'add-appeal',
      subjectKind: 'appeal',
      subjectId: id,
    })
    const added = await insertAppeal(writer, {
      id,
      reference: rest.reference,
      unit_id: known?.id ?? null,
      provision: rest.provision,
      provision_certain: rest.provisionCertain,
      age_group: ageGroup,
      about: blankToNull(about),
      reassessed_on: reassessedOn,
      sent_on: sentOn,
      entered_by: context.actor.personId,
      entered_at: context.now,
      ...noSteps,
    })
    return added ? done({ id }) : refused('appeal-reference-taken')
  })
}

/** A complaint that nothing has come of yet. */
const noSteps = {
  decided_on: null,
  outcome: null,
  ground: null,
  decision_by: null,
  lesson: null,
  lesson_person_id: null,
  lesson_due_on: null,
  lesson_by: null,
  learnt_on: null,
  learnt_how: null,
  learnt_by: null,
  withdrawn_at: null,
  withdrawn_by: null,
  withdrawn_reason: null,
} as const

export async function decideAppeal(
  context: Context,
  wanted: string,
  { outcome, decidedOn, ground }: RouteInput<typeof decideRoute>['body'],
): Promise<Result<undefined>> {
  if (decidedOn > context.today) return refused('appeal-day-ahead')
  return withAppeal(context, wanted, 'decide-appeal', async ({ writer, id, standing }) => {
    if (standing.outcome !== null) return refused('appeal-not-now')
    if (decidedOn < standing.sentOn) return refused('appeal-decided-before-sent')
    await updateAppeal(writer, id, {
      outcome,
      decided_on: decidedOn,
      ground: blankToNull(ground),
      decision_by: context.actor.personId,
    })
    return done()
  })
}

export async function planAppealLesson(
  context: Context,
  wanted: string,
  { lesson, responsible, dueOn }: RouteInput<typeof planRoute>['body'],
): Promise<Result<undefined>> {
  return withAppeal(context, wanted, 'plan-appeal-lesson', async ({ tx, writer, id, standing }) => {
    if (!callsForLesson(standing.outcome) || standing.planned) return refused('appeal-not-now')
    const person = getId<PersonId>(responsible)
    if (!(await personExists(tx.reader, person))) return refused('appeal-person-unknown')
    await updateAppeal(writer, id, {
      lesson,
      lesson_person_id: person,
      lesson_due_on: dueOn,
      lesson_by: context.actor.personId,
    })
    return done()
  })
}

export async function learnAppealLesson(
  context: Context,
  wanted: string,
  { learntOn, how }: RouteInput<typeof learnRoute>['body'],
): Promise<Result<undefined>> {
  if (learntOn > context.today) return refused('appeal-day-ahead')
  return withAppeal(context, wanted, 'learn-appeal-lesson', async ({ writer, id, standing }) => {
    if (!standing.planned || standing.learnt) return refused('appeal-not-now')
    if (standing.decidedOn !== null && learntOn < standing.decidedOn)
      return refused('appeal-decided-before-sent')
    await updateAppeal(writer, id, {
      learnt_on: learntOn,
      learnt_how: how,
      learnt_by: context.actor.personId,
    })
    return done()
  })
}

export async function withdrawAppeal(
  context: Context,
  wanted: string,
  reason: string,
): Promise<Result<undefined>> {
  return withAppeal(context, wanted, 'withdraw-appeal', async ({ writer, id }) => {
    await updateAppeal(writer, id, withdrawal(context, reason))
    return done()
  })
}

export async function addAppealCount(
  context: Context,
  { ageGroup, upheldPercent, provision, ...rest }: RouteInput<typeof addCountRoute>['body'],
): Promise<Result<{ id: AppealCountId }>> {
  const granted = authorise(context, 'appeal.edit')
  if (!granted.ok) return granted
  return context.database.transaction(context.actor, async (tx) => {
    const id = getId<AppealCountId>(randomUUID())
    const writer = await tx.recordChange({
      room: 'learning',
      act: 'add-appeal-count',
      subjectKind: 'appeal-count',
      subjectId: id,
    })
    await insertAppealCount(writer, {
      ...rest,
      id,
      provision: blankToNull(provision),
      age_group: ageGroup,
      upheld_percent: upheldPercent,
      entered_by: context.actor.personId,
      entered_at: context.now,
      withdrawn_at: null,
      withdrawn_by: null,
      withdrawn_reason: null,
    })
    return done({ id })
  })
}

export async function withdrawAppealCount(
  context: Context,
  wanted: string,
  reason: string,
): Promise<Result<undefined>> {
  const id = findId<AppealCountId>(wanted)
  if (id === undefined) return refused('not-found')
  const granted = authorise(context, 'appeal.edit')
  if (!granted.ok) return granted
  return context.database.transaction(context.actor, async (tx): Promise<Result<undefined>> => {
    const writer = await tx.recordChange({
      room: 'learning',
      act: 'withdraw-appeal-count',
      subjectKind: 'appeal-count',
      subjectId: id,
    })
    return (await withdrawCount(writer, id, withdrawal(context, reason))) ? done() : refused('not-found')
  })
}

function withdrawal(context: Context, reason: string) {
  return { withdrawn_at: context.now, withdrawn_by: context.actor.personId, withdrawn_reason: reason }
}

interface Held {
  readonly tx: Transaction
  readonly writer: Writer
  readonly id: AppealId
  readonly standing: Standing
}

async function withAppeal(
  context: Context,
  wanted: string,
  act: string,
  work: (held: Held) => Promise<Result<undefined>>,
): Promise<Result<undefined>> {
  const id = findId<AppealId>(wanted)
  if (id === undefined) return refused('not-found')
  const granted = authorise(context, 'appeal.edit')
  if (!granted.ok) return granted
  return context.database.transaction(context.actor, async (tx): Promise<Result<undefined>> => {
    if (!(await appealExists(tx.reader, id))) return refused('not-found')
    const writer = await tx.recordChange({ room: 'learning', act, subjectKind: 'appeal', subjectId: id })
    const standing = await holdAppeal(writer, id)
    if (standing === undefined) return refused('not-found')
    return standing.withdrawn ? refused('appeal-not-now') : work({ tx, writer, id, standing })
  })
}

function blankToNull(text: string | null): string | null {
  return text === '' ? null : text
}
