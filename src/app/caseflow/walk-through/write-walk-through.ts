import { randomUUID } from 'node:crypto'
import {
  refusalOfWalkThroughDay,
  type WalkThroughParticipant,
} from '../../../core/caseflow/walk-through/walk-through.ts'
import {
  closeWalkThrough as close,
  insertAddition,
  insertWalkThrough,
  listAgreements,
  listWalkThroughsOf,
  saveWalkThrough as save,
} from '../../../storage/caseflow/walk-through.ts'
import { getId, type WalkThroughId } from '../../../storage/ids.ts'
import type { Context } from '../../frame/context.ts'
import { done, refused, type Result } from '../../frame/result.ts'
import { holdWalkThrough, leadOpen } from './held-walk-through.ts'
import { findWalkedCase } from './walked-case.ts'
import { checkPeople } from './walk-through-people.ts'

interface Written {
  readonly day: string
  readonly participants: readonly WalkThroughParticipant[]
}

export async function openWalkThrough(
  context: Context,
  caseId: string,
  { day, participants }: Written,
): Promise<Result<{ id: WalkThroughId }>> {
  return context.database.transaction(context.actor, async (tx): Promise<Result<{ id: WalkThroughId }>> => {
    const walked = await findWalkedCase(context, tx.reader, caseId)
    if (walked === undefined) return refused('not-found')
    const { holder, standing } = walked
    if (standing !== 'lead' || holder.unitId === null) return refused('not-permitted')
    const refusal = refusalOfWalkThroughDay(day, context.today)
    if (refusal !== null) return refused(refusal)
    const id = getId<WalkThroughId>(randomUUID())
    const subject = { subjectKind: 'case', subjectId: caseId } as const
    const reader = await tx.recordAccess({ act: 'begin-walk-through', ...subject })
    const people = await checkPeople(context, reader, holder, participants)
    if (!people.ok) return people
    const writer = await tx.recordChange({
      room: 'caseflow',
      act: 'begin-walk-through',
      ...subject,
      detail: { walkThrough: id },
    })
    const begun = await insertWalkThrough(writer, {
      id,
      caseId,
      unit: holder.unitId,
      day,
      participants: people.value,
      by: context.actor.personId,
      at: context.now,
    })
    return begun ? done({ id }) : refused('walk-through-open')
  })
}

interface Saved {
  readonly version: number
}

export async function saveWalkThrough(
  context: Context,
  id: WalkThroughId,
  { version, day, participants, notes }: Written & Saved & { readonly notes: string },
): Promise<Result<Saved>> {
  return context.database.transaction(context.actor, async (tx): Promise<Result<Saved>> => {
    const held = await holdWalkThrough(context, tx, id, { entry: 'write-walk-through' })
    if (!held.ok) return held
    const open = leadOpen(held.value)
    if (!open.ok) return open
    const { head, holder, reader, change } = open.value
    if (head.version !== version) return refused('outdated-version')
    const refusal = refusalOfWalkThroughDay(day, context.today)
    if (refusal !== null) return refused(refusal)
    const people = await checkPeople(context, reader, holder, participants)
    if (!people.ok) return people
    return done({ version: await save(await change(), id, { day, notes, participants: people.value }) })
  })
}

/** From now on it stays as it is; what became of its agreements is still said. */
export async function closeWalkThrough(
  context: Context,
  id: WalkThroughId,
  { version }: Saved,
): Promise<Result<undefined>> {
  return context.database.transaction(context.actor, async (tx): Promise<Result<undefined>> => {
    const held = await holdWalkThrough(context, tx, id, { entry: 'close-walk-through' })
    if (!held.ok) return held
    const open = leadOpen(held.value)
    if (!open.ok) return open
    const { head, reader, change } = open.value
    if (head.version !== version) return refused('outdated-version')
    const stored = (await listWalkThroughsOf(reader, head.caseId)).find((each) => each.id === id)
    if (stored === undefined) throw new Error('the open walk-through of a case is listed')
    const agreements = await listAgreements(reader, [id])
    if (stored.participants.length === 0 || (stored.notes === '' && agreements.length === 0))
      return refused('walk-through-empty')
    await close(await change(), id, { by: context.actor.personId, at: context.now })
    return done()
  })
}

/** What was wrong or forgotten in a closed walk-through. */
export async function addWalkThroughAddition(
  context: Context,
  id: WalkThroughId,
  text: string,
): Promise<Result<undefined>> {
  return context.database.transaction(context.actor, async (tx): Promise<Result<undefined>> => {
    const held = await holdWalkThrough(context, tx, id, { entry: 'add-to-walk-through' })
    if (!held.ok) return held
    const { head, standing, change } = held.value
    if (standing !== 'lead') return refused('not-permitted')
    if (head.closedAt === null) return refused('walk-through-still-open')
    await insertAddition(await change(), id, { text, by: context.actor.personId, at: context.now })
    return done()
  })
}
